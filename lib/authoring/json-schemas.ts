/**
 * JSON Schemas of the files in content/, for editors: they complete fields, explain them and mark slips while one types. Made from
 * the zod schemas, so they say the same; what only a rule or a check of zod knows (ids that exist, one key…) they cannot say.
 * `npm run content:schemas` writes them; a test fails when they are old. Pure.
 */
import { z } from 'zod'
import { competenciesSchema } from '#lib/competency/schema.ts'
import { courseSchema, factsSchema, glossarySchema, lessonSchema, migrationsSchema, moduleSchema, pageSchema } from '#lib/course/schema.ts'
import { itemBankSchema } from '#lib/quiz/schema.ts'
import { scenarioSchema, walkthroughsSchema } from '#lib/scenario/schema.ts'

const sources: Readonly<Record<string, { schema: z.ZodType; title: string }>> = {
  course: { schema: courseSchema, title: 'The course: course.yaml' },
  module: { schema: moduleSchema, title: 'A module: modules/<slug>/module.yaml' },
  lesson: { schema: lessonSchema, title: 'Front matter of a lesson: modules/<slug>/lessons/<name>.mdx' },
  page: { schema: pageSchema, title: 'Front matter of a page of background: primer.mdx' },
  questions: { schema: itemBankSchema, title: 'The items of a module: modules/<slug>/questions.yaml' },
  scenario: { schema: scenarioSchema, title: 'A scenario: modules/<slug>/scenario.yaml' },
  walkthroughs: { schema: walkthroughsSchema, title: 'Golden runs of a scenario: modules/<slug>/walkthroughs.yaml' },
  glossary: { schema: glossarySchema, title: 'Terms, by their ids: glossary.yaml' },
  facts: { schema: factsSchema, title: 'What the sources say, by id: facts.yaml' },
  competencies: { schema: competenciesSchema, title: 'The competency framework: competencies.yaml' },
  migrations: { schema: migrationsSchema, title: 'What became of published ids: migrations.yaml' },
}

/** File name in content/schemas/ → schema. */
export function jsonSchemas(): Map<string, object> {
  return new Map(
    Object.entries(sources).map(([name, { schema, title }]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', reused: 'ref' })
      return [`${name}.json`, { $schema, title, ...rest }]
    }),
  )
}
