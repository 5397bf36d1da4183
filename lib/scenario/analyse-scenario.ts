/**
 * Proves a scenario by walking all of its states, or gives the shortest run that disproves it:
 *
 * - every scene, route and ending can be reached; no choice that can never be taken; no rule that never fires;
 * - every run moves forward and ends: nowhere twice, and in every scene something is offered;
 * - from every scene not marked `good: false` a good ending is possible, however one got there; and no scene carries
 *   that mark without need;
 * - meters stay within bounds (effects are cut off there; each place where that happens is listed in `clamped`);
 * - what can be seen without playing: see check-shape.
 */
import { checkShape, type Problem } from './check-shape.ts'
import type { Scenario } from './schema.ts'
import { type State, type Walk, walkStates } from './walk-states.ts'

export type { Problem } from './check-shape.ts'
export type Analysis = {
  /** empty: proved */
  problems: Problem[]
  states: number
  /** number of different runs in all, and to each ending; exact up to 2^53 */
  runs: number
  endings: Record<string, number>
  /** the values that a meter really takes */
  meters: Record<string, { min: number; max: number }>
  /** "scene choice" in order: a shortest run to each scene, route and ending */
  shortest: Record<string, string[]>
  clamped: Walk['clamped']
}

const known = new WeakMap<Scenario, Analysis>()

/** The same scenario is walked once: the whole of it takes a moment, and several ask. */
export function analyseScenario(scenario: Scenario): Analysis {
  const analysis = known.get(scenario) ?? analyse(scenario)
  known.set(scenario, analysis)
  return analysis
}

function analyse(scenario: Scenario): Analysis {
  const shape = checkShape(scenario)
  if (shape.length > 0) return { problems: shape, states: 0, runs: 0, endings: {}, meters: {}, shortest: {}, clamped: [] }
  const { states, taken, clamped } = walkStates(scenario)
  const shortest: Record<string, string[]> = {}
  for (const { node, run } of states) shortest[node] ??= run
  const loops = loopProblems(scenario, states)
  const ends = loops.length > 0 ? {} : countEndings(states)
  return {
    problems: [
      ...reachProblems(scenario, shortest, taken),
      ...stuckProblems(scenario, states),
      ...loops,
      ...(loops.length > 0 ? [] : goodProblems(scenario, states)),
    ],
    states: states.length,
    runs: Object.values(ends).reduce((sum, count) => sum + count, 0),
    endings: ends,
    meters: Object.fromEntries(
      scenario.meters.map(({ id }) => {
        const values = states.map(({ meters }) => meters[id]!)
        return [id, { min: values.reduce((a, b) => Math.min(a, b)), max: values.reduce((a, b) => Math.max(a, b)) }]
      }),
    ),
    shortest,
    clamped,
  }
}

function reachProblems(scenario: Scenario, shortest: Record<string, string[]>, taken: ReadonlySet<string>): Problem[] {
  const never = (path: string, sentence: string) => (taken.has(path) ? [] : [{ path, sentence }])
  return [
    ...nodesOf(scenario)
      .filter(({ id }) => !shortest[id])
      .map(({ path }) => ({ path, sentence: 'No run ever comes here.' })),
    ...scenario.scenes
      .filter(({ id }) => shortest[id])
      .flatMap(({ id, choices }) =>
        choices.flatMap((choice) =>
          never(`scenes.${id}.choices.${choice.id}`, 'Nobody can ever take this choice: no run meets its condition.'),
        ),
      ),
    ...scenario.routes
      .filter(({ id }) => shortest[id])
      .flatMap(({ id, rules }) =>
        rules.flatMap((_, i) =>
          never(`routes.${id}.rules.${i + 1}`, 'This rule never fires: no run meets it, or an earlier rule always comes first.'),
        ),
      ),
  ]
}

function stuckProblems(scenario: Scenario, states: readonly State[]): Problem[] {
  return scenario.scenes.flatMap(({ id }) => {
    const stuck = states.find(({ node, next }) => node === id && next.length === 0)
    return stuck ? [{ path: `scenes.${id}`, sentence: 'A run can get stuck here: no choice is offered.', example: stuck.run }] : []
  })
}

/** A place that one run passes twice, with the shortest way round. */
function loopProblems(scenario: Scenario, states: readonly State[]): Problem[] {
  return nodesOf(scenario).flatMap(({ id, path }) => {
    const seen = new Map<State, string[]>()
    for (const state of states) if (state.node === id) seen.set(state, state.run)
    const queue = [...seen]
    for (const [state, run] of queue)
      for (const { state: to, by } of state.next) {
        const longer = by ? [...run, by] : run
        if (to.node === id) return [{ path, sentence: 'A run can come back here. Every run must move forward and end.', example: longer }]
        if (seen.has(to)) continue
        seen.set(to, longer)
        queue.push([to, longer])
      }
    return []
  })
}

function goodProblems(scenario: Scenario, states: readonly State[]): Problem[] {
  const goodEndings = new Set(scenario.endings.filter(({ good }) => good).map(({ id }) => id))
  const memo = new Map<State, boolean>()
  const canEndWell = (state: State): boolean => {
    const known = memo.get(state) ?? (goodEndings.has(state.node) || state.next.some((to) => canEndWell(to.state)))
    memo.set(state, known)
    return known
  }
  return scenario.scenes.flatMap(({ id, good }): Problem[] => {
    const here = states.filter(({ node }) => node === id)
    const lost = here.find((state) => !canEndWell(state))
    const path = `scenes.${id}.good`
    if (lost && good !== false)
      return [
        {
          path,
          sentence: 'After this run no good ending is possible any more. Change it, or mark the scene `good: false`.',
          example: lost.run,
        },
      ]
    if (!lost && here.length > 0 && good === false)
      return [{ path, sentence: 'The scene is marked `good: false`, but a good ending is always possible from here.' }]
    return []
  })
}

/** Runs to each ending; the states must have no loop. */
function countEndings(states: readonly State[]): Record<string, number> {
  const memo = new Map<State, Record<string, number>>()
  const count = (state: State): Record<string, number> => {
    const known = memo.get(state)
    if (known) return known
    const sum: Record<string, number> = state.next.length === 0 ? { [state.node]: 1 } : {}
    for (const { state: to } of state.next) for (const [ending, runs] of Object.entries(count(to))) sum[ending] = (sum[ending] ?? 0) + runs
    memo.set(state, sum)
    return sum
  }
  return states[0] ? count(states[0]) : {}
}

function nodesOf({ scenes, routes, endings }: Scenario): { id: string; path: string }[] {
  return [
    ...scenes.map(({ id }) => ({ id, path: `scenes.${id}` })),
    ...routes.map(({ id }) => ({ id, path: `routes.${id}` })),
    ...endings.map(({ id }) => ({ id, path: `endings.${id}` })),
  ]
}
