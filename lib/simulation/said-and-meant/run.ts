/** A whole talk: the same seed and plan give the same talk, on every machine. */
import type { Plan } from './moves.ts'
import { type Known, type State, startState, stepTurn, type Turn } from './step.ts'
import type { World } from './world.ts'

export type Run = { world: World; plan: Plan; start: State; turns: readonly { state: State; turn: Turn }[] }

/** Plays the plan up to the end of the talk; moves after it are left out. */
export function runPlan(world: World, plan: Plan): Run {
  const start = startState(world)
  const turns: { state: State; turn: Turn }[] = []
  for (const move of plan) {
    const state = turns.at(-1)?.state ?? start
    if (state.ended) break
    turns.push(stepTurn(world, state, move))
  }
  return { world, plan: plan.slice(0, turns.length), start, turns }
}

export function lastState(run: Run): State {
  return run.turns.at(-1)?.state ?? run.start
}

/** `clear`: as it was meant; `taken-otherwise`: heard, and not as it was meant; `unheard`. */
export type Outcome = 'clear' | 'taken-otherwise' | 'unheard'

export function outcomeOf(known: Known | undefined): Outcome {
  return known ? (known.clear ? 'clear' : 'taken-otherwise') : 'unheard'
}

export type Summary = { all: number; heard: number; clear: number; checked: number; otherwise: number; unheard: number }

/** Counts of facts. `heard` is `clear` and `otherwise` together. */
export function summarise(world: World, state: State): Summary {
  const entries = world.facts.flatMap(({ id }) => state.known[id] ?? [])
  const clear = entries.filter((entry) => entry.clear).length
  return {
    all: world.facts.length,
    heard: entries.length,
    clear,
    checked: entries.filter((entry) => entry.checked).length,
    otherwise: entries.length - clear,
    unheard: world.facts.length - entries.length,
  }
}
