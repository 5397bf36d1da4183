/** The shapes of a credential: what was achieved, and the certificate that says so. */
import { z } from 'zod'

/**
 * What a certificate says was done, as it stood when it was issued: later edits of the course change no certificate.
 */
export const achievementSchema = z.strictObject({
  site: z.string().describe('Name of the site that issued it'),
  course: z.string().describe('Title of the course'),
  courseVersion: z.string(),
  module: z.strictObject({
    slug: z.string(),
    number: z.int().min(1).max(8),
    title: z.string(),
    motif: z.enum(['compass', 'contours', 'links', 'pulse', 'quadrant', 'knot', 'waves', 'route']),
  }),
  lessons: z.int().min(0).describe('How many lessons the module had'),
  scenario: z.boolean().describe('Whether the module had a scenario, which then had to be finished'),
  passMark: z.number().min(0).max(1),
  minutes: z.int().min(0).describe('How long the module takes, in whole minutes'),
  objectives: z.array(z.string()).describe('Each completes "After this module you can …"'),
})
export type Achievement = z.infer<typeof achievementSchema>

/** Sixteen Crockford base32 digits: 80 random bits. */
export const certificateIdSchema = z.string().regex(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)

/** `version` goes up by one with every change of the name. Times are Unix milliseconds. */
export type Certificate = {
  id: string
  actor: string
  module: string
  name: string
  version: number
  template: 'module'
  achievement: Achievement
  issuedAt: number
  updatedAt: number
}

/** What anybody may see of a certificate: everything but who the holder is on this site. */
export type PublicCertificate = Omit<Certificate, 'actor'>
