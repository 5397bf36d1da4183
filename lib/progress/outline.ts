/** What progress has to know of the course: small enough to be a prop. */
export type ProgressOutline = readonly ModuleShape[]
export type ModuleShape = {
  slug: string
  /** lesson slugs, in course order */
  lessons: readonly string[]
  scenario: boolean
  quiz: boolean
}

/** One choice of a scenario run, by the ids of scene and choice. */
export type Taken = { scene: string; choice: string }
/** Plays a run through the scenario of a module. `ending` is null while it is not over. */
export type Replay = (module: string, choices: readonly Taken[]) => { steps: readonly Taken[]; ending: string | null }
