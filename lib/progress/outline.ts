/** What progress has to know of the course: small enough to be a prop. */
import type { Statement } from '#lib/statement/schema.ts'

export type ProgressOutline = readonly ModuleShape[]
export type ModuleShape = {
  slug: string
  /** lesson slugs, in course order */
  lessons: readonly string[]
  scenario: boolean
  quiz: boolean
  /** object id of the seven-day task */
  task: string
  /** older object ids and what carries on for each, where a published piece was moved */
  moved?: Readonly<Record<string, string>>
}

/** A scenario run: `ending` is '' where it is over but nobody here can say how, null while it is not over. */
export type PlayedRun = { attempt: string; ending: string | null }
/** The runs of a learner in a module's scenario, oldest first. @param statements of that module, in any order */
export type RunsOf = (module: string, statements: readonly Statement[]) => readonly PlayedRun[]
