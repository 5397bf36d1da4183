/**
 * Scenario runs as they were really played: every run is replayed through the scenario's machine from its choices alone,
 * whatever a browser says about its end. A run that was finished in an earlier release of the scenario may end otherwise in
 * this one, or not at all; there, and only there, its own word counts. Pure. What one learner can make the server replay is
 * bounded.
 */
import { replayRun } from '#lib/scenario/run-scenario.ts'
import type { Scenario } from '#lib/scenario/schema.ts'
import { selectRuns } from '#lib/scenario/select-runs.ts'
import type { Statement } from '#lib/statement/schema.ts'
import type { PlayedRun } from './outline.ts'

/** More runs than anybody plays. The oldest count. */
const mostRuns = 100

/** @param former fingerprints that the scenario had in earlier releases */
export function playedRuns(
  scenario: Scenario,
  statements: readonly Statement[],
  object: string,
  moved: Readonly<Record<string, string>> = {},
  former: ReadonlySet<string> = new Set(),
): PlayedRun[] {
  const runs = selectRuns(scenario, boundedStatements(statements, object), object, moved)
  const over = new Set(
    statements.flatMap(({ verb, object: about, attempt, contentHash }) =>
      verb === 'finished' && about === object && attempt && former.has(contentHash) ? [attempt] : [],
    ),
  )
  return runs.map(({ id, whole, choices, ending }) => {
    const played = whole ? replayRun(scenario, choices).ending : null
    return { attempt: id, ending: over.has(id) ? (ending ?? played ?? '') : played }
  })
}

/** Only the first of equal choices in a run counts, so the others need not be read. */
export function boundedStatements(statements: readonly Statement[], object: string): Statement[] {
  const own = statements.filter((one) => one.attempt && (one.object === object || one.object.startsWith(`${object}/`)))
  const attempts = new Set([...new Set(own.map(({ attempt }) => attempt!))].sort().slice(0, mostRuns))
  const first = new Map<string, Statement>()
  for (const one of own) {
    if (!attempts.has(one.attempt!)) continue
    const key = [one.attempt, one.verb, one.object, one.result?.choice].join(' ')
    const held = first.get(key)
    if (!held || one.id < held.id) first.set(key, one)
  }
  return [...first.values()]
}
