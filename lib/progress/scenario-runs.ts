/**
 * The scenario runs of a learner, from their statements. Pure.
 * A run is what was chosen under one attempt. A run that began at a turning point of another keeps the first steps of that one.
 */
import { moduleOf } from '#lib/statement/known-objects.ts'
import type { Statement } from '#lib/statement/schema.ts'
import type { Replay, Taken } from './outline.ts'

export type Run = {
  attempt: string
  /** id of the ending reached; '' where it is over but nobody here can say how; null while it is not over */
  ending: string | null
  /** Unix milliseconds */
  lastAt: number
}

/** More runs than anybody plays: a bound on what one learner can make the server replay. */
const mostRuns = 100

/**
 * @param statements of one module, in any order
 * @param replay decides how a run ended; without it (in a browser that has not loaded the scenario) a `finished` statement does
 * @returns the runs, oldest first
 */
export function scenarioRuns(statements: readonly Statement[], replay?: Replay): Run[] {
  const byAttempt = new Map<string, Statement[]>()
  const ordered = [...statements].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const statement of ordered) {
    if (!statement.attempt || statement.object.split('/')[1] !== 'scenario') continue
    const run = byAttempt.get(statement.attempt)
    if (run) run.push(statement)
    else byAttempt.set(statement.attempt, [statement])
  }
  return [...byAttempt.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, mostRuns)
    .map(([attempt, run]) => ({
      attempt,
      ending: replay ? replayed(attempt, byAttempt, replay).ending : told(run),
      lastAt: Math.max(...run.map(({ at }) => at)),
    }))
}

function replayed(attempt: string, byAttempt: ReadonlyMap<string, readonly Statement[]>, replay: Replay): ReturnType<Replay> {
  const run = byAttempt.get(attempt)!
  return replay(moduleOf(run[0]!.object), choicesOf(attempt, byAttempt, replay, new Set()))
}

function choicesOf(
  attempt: string,
  byAttempt: ReadonlyMap<string, readonly Statement[]>,
  replay: Replay,
  seen: Set<string>,
): readonly Taken[] {
  const run = byAttempt.get(attempt)
  // Two runs that each claim to begin at the other come from a broken or hostile device: then neither keeps anything.
  if (!run || seen.has(attempt)) return []
  seen.add(attempt)
  const from = run.find(({ result }) => result?.from)?.result?.from
  const kept = from ? replay(moduleOf(run[0]!.object), choicesOf(from.attempt, byAttempt, replay, seen)).steps.slice(0, from.step) : []
  const own = run.flatMap(({ verb, object, result }) =>
    verb === 'chose' && result?.choice ? [{ scene: object.split('/')[2]!, choice: result.choice }] : [],
  )
  return [...kept, ...own]
}

/** The ending that the browser itself wrote down when the run was over. */
function told(run: readonly Statement[]): string | null {
  const finished = run.find(({ verb }) => verb === 'finished')
  if (!finished) return null
  const { draw, response } = finished.result ?? {}
  for (const note of [draw, response]) {
    if (typeof note === 'string') return note
    const ending = note && typeof note === 'object' && !Array.isArray(note) ? note['ending'] : undefined
    if (typeof ending === 'string') return ending
  }
  return ''
}
