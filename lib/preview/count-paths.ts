/**
 * What becomes of all who play: to which ending, with which meters. Pure. Two ways of counting, because they answer two
 * questions: each path once (how much of the story leads there), and each offered choice equally likely (where somebody would
 * end who chose blindly).
 */
import { analyseScenario } from '#lib/scenario/analyse-scenario.ts'
import type { Scenario } from '#lib/scenario/schema.ts'
import { type State, walkStates } from '#lib/scenario/walk-states.ts'

export type EndingCount = {
  id: string
  title: string
  good: boolean
  paths: number
  /** share of all paths, each counted once */
  share: number
  /** probability where every offered choice is equally likely */
  blind: number
  /** values of each meter on arrival */
  meters: Record<string, { min: number; max: number }>
}
export type PathCount = {
  paths: number
  endings: EndingCount[]
  /** over everything that can be reached, at any moment */
  meters: { id: string; label: string; start: number; min: number; max: number; least: number; most: number }[]
}

/** Null where the story cannot be counted: names that do not exist, or runs that come back to where they were. */
export function countPaths(scenario: Scenario): PathCount | null {
  const { runs, endings, meters } = analyseScenario(scenario)
  if (runs === 0) return null
  const { states } = walkStates(scenario)
  const blind = blindly(states)
  return {
    paths: runs,
    endings: scenario.endings.map(({ id, title, good }) => {
      const here = states.filter(({ node }) => node === id)
      return {
        id,
        title,
        good,
        paths: endings[id] ?? 0,
        share: (endings[id] ?? 0) / runs,
        blind: blind[id] ?? 0,
        meters:
          here.length === 0
            ? {}
            : Object.fromEntries(scenario.meters.map((meter) => [meter.id, span(here.map((state) => state.meters[meter.id]!))])),
      }
    }),
    meters: scenario.meters.map(({ id, label, start, min, max }) => ({
      id,
      label,
      start,
      min,
      max,
      least: meters[id]?.min ?? start,
      most: meters[id]?.max ?? start,
    })),
  }
}

function span(values: readonly number[]): { min: number; max: number } {
  return { min: Math.min(...values), max: Math.max(...values) }
}

/** Probability of each last place; a scene in which nothing is offered is one, too. */
function blindly(states: readonly State[]): Record<string, number> {
  const known = new Map<State, Record<string, number>>()
  const ends = (state: State): Record<string, number> => {
    const before = known.get(state)
    if (before) return before
    const sum: Record<string, number> = state.next.length === 0 ? { [state.node]: 1 } : {}
    for (const { state: to } of state.next)
      for (const [id, share] of Object.entries(ends(to))) sum[id] = (sum[id] ?? 0) + share / state.next.length
    known.set(state, sum)
    return sum
  }
  return states[0] ? ends(states[0]) : {}
}
