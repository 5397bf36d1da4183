/**
 * The shapes of everything an author writes: course, modules, lessons, glossary. Quiz items and scenarios
 * have their own schemas in lib/quiz and lib/scenario. Parsed once by load-course; trusted inside.
 *
 * Ids: slugs for modules, lessons, activities; the course's own codes (M3.O1, M3-Q07, sc3-n01) elsewhere.
 * Object ids in statements are paths made of them, see `objectId`.
 */
import { z } from 'zod'
import { activitySchema } from '#lib/activity/schema.ts'
import { toolIds } from '#lib/toolkit/tools.ts'

export const slugSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens')
const text = z.string().trim().min(1, 'must not be empty')
export const factIdSchema = z.string().regex(/^[ABC]\d+(\.\d+)?$/, 'must be a fact id such as A3.4')
export const objectiveIdSchema = z.string().regex(/^M\d\.O\d$/, 'must be an objective id such as M3.O1')

export const courseSchema = z.strictObject({
  id: slugSchema,
  site: text.describe('Name of the site'),
  title: text.describe('Title of the course, as on the certificate'),
  promise: text.describe('The one line at the top of the home page'),
  summary: text,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'must be a version such as 1.0.0'),
  passMark: z.number().min(0).max(1).describe('Share of the score at which a module check is reached, 0 to 1'),
  outcomes: z.array(text).min(1).describe("What a learner will be able to do, in the learner's words"),
  modules: z
    .array(
      z.strictObject({
        slug: slugSchema,
        number: z.int().min(1).max(8),
        title: text,
        short: text.describe('Name used on the map'),
        summary: text,
        motif: z.enum(['compass', 'contours', 'links', 'pulse', 'quadrant', 'knot', 'waves', 'route']),
      }),
    )
    .min(1),
})
export type Course = z.infer<typeof courseSchema>
export type CourseModule = Course['modules'][number]

export const moduleSchema = z.strictObject({
  id: z.string().regex(/^M\d$/).describe('Code of the module in the course design, e.g. M3'),
  title: text,
  summary: text,
  purpose: text,
  objectives: z
    .array(
      z.strictObject({
        id: objectiveIdSchema,
        text: text.describe('Completes "After this module you can …"'),
        level: z.enum(['remember', 'understand', 'apply', 'analyse', 'evaluate', 'create']),
        lessons: z.array(slugSchema).min(1).describe('Where it is taught; quiz results link back here'),
      }),
    )
    .min(1),
  competencies: z.array(z.string()).describe('Indicator ids from competencies.yaml'),
  facts: z.array(factIdSchema).describe('Facts from the sources that this module must teach'),
  guesses: activitySchema.describe('The two guesses before the first lesson'),
  lessons: z.array(slugSchema).min(1).describe('File names in lessons/, in order'),
  quiz: z.strictObject({
    draw: z.int().min(1).describe('Scored items in one attempt'),
    difficulty: z.strictObject({ easy: z.int(), medium: z.int(), hard: z.int() }).describe('Aim, met as far as the bank allows'),
    practice: z.int().min(0).describe('Unscored situational items added while their key is unconfirmed'),
  }),
  reflection: activitySchema.describe('Private; written after the quiz'),
  task: activitySchema.describe('The seven-day task with its if–then plan'),
})
export type Module = z.infer<typeof moduleSchema>

export const lessonSchema = z.strictObject({
  id: z
    .string()
    .regex(/^M\d\.L\d$/)
    .describe('Code of the lesson in the course design, e.g. M3.L1'),
  title: text,
  summary: text.describe('One line for lists'),
  objectives: z.array(objectiveIdSchema).min(1),
  facts: z.array(factIdSchema).describe('Facts from the sources that this lesson teaches'),
  activities: z.array(activitySchema).min(1),
  toolkit: z.array(z.enum(toolIds)).optional().describe('Tools of the toolkit that this lesson teaches; offered at its end'),
})
export type LessonMatter = z.infer<typeof lessonSchema>

/** A page of background that belongs to no module. */
export const pageSchema = z.strictObject({ title: text, summary: text.describe('One line for lists') })
export type PageMatter = z.infer<typeof pageSchema>

export const glossarySchema = z.record(slugSchema, z.strictObject({ term: text, definition: text, see: z.array(slugSchema).optional() }))
export type Glossary = z.infer<typeof glossarySchema>

/** The facts the course rests on. Only those with the mark `stated` come from its sources themselves; they have to be taught. */
export const factsSchema = z.record(factIdSchema, z.strictObject({ mark: z.enum(['stated', 'interpretation', 'added']), text }))
export type Facts = z.infer<typeof factsSchema>

const hashSchema = z.string().regex(/^[0-9a-f]{12}$/, 'must be twelve hexadecimal digits')
/** The course as it was last released. Written by `npm run content:release` and by nobody else. */
export const lockSchema = z.object({
  release: z.int().min(1),
  date: z.iso.date(),
  ids: z.record(z.string(), hashSchema).describe('Every published piece (lib/course/list-pieces.ts) with its fingerprint'),
  scenarios: z
    .record(slugSchema, z.array(hashSchema).min(1))
    .describe('Fingerprints that the scenario of a module had in each release, the last one at the end'),
})
export type Lock = z.infer<typeof lockSchema>
/** A course that has never been released. */
export const unreleased: Lock = { release: 0, date: '', ids: {}, scenarios: {} }

const migrationHead = {
  id: text.describe('The id as it stands in lock.json'),
  date: z.iso.date().describe('Day of the change, e.g. 2026-11-21'),
  note: text.describe('Why, in one sentence'),
}
const parts = z.array(text).min(1).optional().describe('What went the same way with it: the rest of each id, e.g. which/this')
/** What happened to published ids. Replay and reports read these entries, so that nobody loses what they did. */
export const migrationsSchema = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('moved'), ...migrationHead, to: text.describe('The id that carries on'), parts }),
    z.strictObject({ kind: z.literal('retired'), ...migrationHead, parts }),
    z.strictObject({ kind: z.literal('reworded'), ...migrationHead, hash: hashSchema.describe('The new fingerprint') }),
  ]),
)
export type Migration = z.infer<typeof migrationsSchema>[number]

/** Stable ids of what a statement can be about. */
export const objectId = {
  /** the course as a whole, by its id */
  course: (course: string) => course,
  module: (module: string) => module,
  lesson: (module: string, lesson: string) => `${module}/lessons/${lesson}`,
  activity: (module: string, lesson: string, activity: string) => `${module}/lessons/${lesson}/${activity}`,
  /** guesses, reflection and task belong to the module itself */
  moduleActivity: (module: string, activity: string) => `${module}/${activity}`,
  scenario: (module: string) => `${module}/scenario`,
  scene: (module: string, scene: string) => `${module}/scenario/${scene}`,
  quiz: (module: string) => `${module}/quiz`,
  item: (module: string, item: string) => `${module}/quiz/${item}`,
}
