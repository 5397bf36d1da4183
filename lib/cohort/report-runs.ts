/**
 * The runs of a cohort through a scenario, as ways through its scenes. Pure. Every run is replayed from its choices alone.
 *
 * A way begins where the learner began to choose: at the start, or at a turning point of an earlier run, whose kept choices
 * are not counted a second time. A run that belongs to nothing (its beginning or its parent is missing) is left out.
 */
import { boundedStatements } from '#lib/progress/played-runs.ts'
import { replayRun } from '#lib/scenario/run-scenario.ts'
import type { Scenario } from '#lib/scenario/schema.ts'
import { selectRuns } from '#lib/scenario/select-runs.ts'
import type { Statement } from '#lib/statement/schema.ts'

export type ScenarioPlace = {
  /** `<module>/scenario` */
  object: string
  moved?: Readonly<Record<string, string>>
  former?: ReadonlySet<string>
}

export type Way = {
  learner: string
  /** id of the run: UUIDv7, so it says when it began */
  run: string
  /** the learner's first run */
  first: boolean
  /** begins at a turning point of another run */
  turned: boolean
  /** ids of scenes in the order passed, with the ending as the last one where it came to one; at least one */
  places: readonly string[]
  /** `choices[i]` was made in `places[i]`; one fewer than the places */
  choices: readonly string[]
  /** `former`: it came to an end in an earlier version of the story, and today's does not lead there */
  end: 'ended' | 'stopped' | 'former'
}

/**
 * @param statements of one learner about the scenario, in any order
 * @param former fingerprints that the scenario had in earlier releases
 * @returns oldest first
 */
export function waysOf(
  scenario: Scenario,
  learner: string,
  statements: readonly Statement[],
  { object, moved = {}, former = new Set() }: ScenarioPlace,
): Way[] {
  const runs = selectRuns(scenario, boundedStatements(statements, object), object, moved).filter(({ whole }) => whole)
  const over = new Set(
    statements.flatMap(({ verb, object: about, attempt, contentHash }) =>
      verb === 'finished' && about === object && attempt && former.has(contentHash) ? [attempt] : [],
    ),
  )
  return runs.map((run, index): Way => {
    const { steps, scene, ending } = replayRun(scenario, run.choices)
    const own = run.choices.slice(0, run.choices.length - run.kept)
    const mine = steps.findIndex((step) => own.some((one) => one.scene === step.scene && one.choice === step.choice))
    const from = mine === -1 ? (run.kept > 0 ? steps.length : 0) : mine
    return {
      learner,
      run: run.id,
      first: index === 0,
      turned: run.from !== null,
      places: [...steps.slice(from).map((step) => step.scene), ending ?? scene!],
      choices: steps.slice(from).map(({ choice }) => choice),
      end: ending !== null ? 'ended' : over.has(run.id) ? 'former' : 'stopped',
    }
  })
}
