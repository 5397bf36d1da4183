/** The shapes of a credential: what was achieved, and the certificate that says so. */
import { z } from 'zod'

const motif = z.enum(['compass', 'contours', 'links', 'pulse', 'quadrant', 'knot', 'waves', 'route'])
const head = {
  site: z.string().describe('Name of the site that issued it'),
  course: z.string().describe('Title of the course'),
  courseVersion: z.string(),
  passMark: z.number().min(0).max(1),
  minutes: z.int().min(0).describe('How long it takes, in whole minutes'),
  framework: z.string().optional().describe('Title of the competency framework that the indicators are from'),
  indicators: z
    .array(z.strictObject({ id: z.string(), competency: z.string(), text: z.string() }))
    .optional()
    .describe('Competency indicators that it builds; missing in what was issued before they were kept'),
}

/** A module that was completed. */
export const moduleAchievementSchema = z.strictObject({
  ...head,
  module: z.strictObject({
    slug: z.string(),
    number: z.int().min(1).max(8),
    title: z.string(),
    motif,
  }),
  lessons: z.int().min(0).describe('How many lessons the module had'),
  scenario: z.boolean().describe('Whether the module had a scenario, which then had to be finished'),
  objectives: z.array(z.string()).describe('Each completes "After this module you can …"'),
})
export type ModuleAchievement = z.infer<typeof moduleAchievementSchema>

/** The whole course: every module satisfied, every seven-day task marked as done by the learner. */
export const courseAchievementSchema = z.strictObject({
  ...head,
  modules: z.array(z.strictObject({ number: z.int().min(1).max(8), title: z.string() })).min(1),
  lessons: z.int().min(0),
  scenarios: z.int().min(0),
  outcomes: z.array(z.string()).describe('What a learner is able to do, in the words of the course'),
})
export type CourseAchievement = z.infer<typeof courseAchievementSchema>

/**
 * What a certificate says was done, as it stood when it was issued: later edits of the course change no certificate.
 */
export const achievementSchema = z.union([moduleAchievementSchema, courseAchievementSchema])
export type Achievement = z.infer<typeof achievementSchema>

/** Sixteen Crockford base32 digits: 80 random bits. */
export const certificateIdSchema = z.string().regex(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)

/** `public`: may be found by search engines; `unlisted`: whoever has the address; `private`: the holder alone. */
export const visibilitySchema = z.enum(['public', 'unlisted', 'private'])
export type Visibility = z.infer<typeof visibilitySchema>

/** `version` goes up by one with every change of the name, or of whether it is shown. Times are Unix milliseconds. */
export type Certificate = {
  id: string
  actor: string
  /** slug of the module, or id of the course */
  module: string
  name: string
  version: number
  template: 'module' | 'course'
  achievement: Achievement
  issuedAt: number
  updatedAt: number
  visibility: Visibility
  /** whether the name is in the credential and on the picture; where not, nobody but the holder is shown it */
  showsName: boolean
}

/** What anybody may see of a certificate: everything but who the holder is on this site. */
export type PublicCertificate = Omit<Certificate, 'actor'>
