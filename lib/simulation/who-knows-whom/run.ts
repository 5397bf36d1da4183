/** A whole run: the same seed and plan give the same run, on every machine. */
import type { Plan } from './plan.ts'
import { type Event, type State, startState, stepWeek } from './step.ts'
import { daysInWeek, type World } from './world.ts'

export type WeekRecord = { state: State; events: readonly Event[] }
export type Run = { world: World; plan: Plan; start: State; weeks: readonly WeekRecord[] }

/** Plays as many weeks as the plan has. */
export function runPlan(world: World, plan: Plan): Run {
  const start = startState(world)
  const weeks: WeekRecord[] = []
  for (const contacts of plan) weeks.push(stepWeek(world, weeks.at(-1)?.state ?? start, contacts))
  return { world, plan, start, weeks }
}

export function lastState(run: Run): State {
  return run.weeks.at(-1)?.state ?? run.start
}

/** Working days a question has waited: to its answer, or until now. 0 before it has come. */
export function daysWaited(need: State['needs'][number], week: number): number {
  return need.days ?? Math.max(0, (week - need.arrives + 1) * daysInWeek)
}

export type Summary = { mean: number; answered: number; needs: number; total: number }

/**
 * @returns mean days over the questions that have come so far; an open one counts with the days it has waited. So the
 * mean of a run cut short is a lower bound, and two runs compare only at the same week.
 */
export function summarise(state: State): Summary {
  const come = state.needs.filter((need) => need.arrives <= state.week)
  const total = come.reduce((sum, need) => sum + daysWaited(need, state.week), 0)
  return {
    total,
    needs: come.length,
    answered: come.filter((need) => need.days !== null).length,
    mean: come.length ? total / come.length : 0,
  }
}
