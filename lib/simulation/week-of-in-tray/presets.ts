/**
 * Ready-made ways to fill the days, to compare one's own with. A preset sees what a learner sees in the morning (where each
 * open task stands and how long it takes) and fills the hours in its order; played in a world it becomes an ordinary plan.
 */
import { type DayPlan, freeDay, freeHours, hoursFor, type Plan, putIn } from './plan.ts'
import { isLastDay, needs, openTasks, quadrantOf, type State, startState, stepDay } from './step.ts'
import type { Quadrant, TaskId } from './tasks.ts'
import { daysInRun, type World } from './world.ts'

export const presets = ['clock', 'quick', 'goal'] as const
export type Preset = (typeof presets)[number]

type Order = (world: World, state: State, open: readonly TaskId[]) => readonly TaskId[]

const orders: Record<Preset, Order> = { clock: mostUrgentFirst, quick: shortestFirst, goal: goalFirst }

export function planOfPreset(world: World, preset: Preset): Plan {
  return planInOrder(world, orders[preset])
}

/** @returns the plan of somebody who each morning takes the open tasks in this order until the day is full */
export function planInOrder(world: World, order: Order): Plan {
  const plan: DayPlan[] = []
  let state = startState(world)
  for (let day = 1; day <= daysInRun; day++) {
    const filled = fillDay(state, order(world, state, openTasks(world, state)))
    plan.push(filled)
    state = stepDay(world, state, filled).state
  }
  return plan
}

function fillDay(state: State, order: readonly TaskId[]): DayPlan {
  const taken = state.taken.length
  let day = freeDay
  for (const id of order) {
    if (freeHours(day, taken) === 0) break
    if (hoursFor(day, id) === 0) day = putIn(day, id, needs(state.tasks[id]), taken)
  }
  return day
}

function urgency(state: State, id: TaskId): number {
  return state.tasks[id].urgency
}

function mostUrgentFirst(_world: World, state: State, open: readonly TaskId[]): TaskId[] {
  return open.toSorted((a, b) => urgency(state, b) - urgency(state, a))
}

function shortestFirst(_world: World, state: State, open: readonly TaskId[]): TaskId[] {
  return open.toSorted((a, b) => needs(state.tasks[a]) - needs(state.tasks[b]) || urgency(state, b) - urgency(state, a))
}

/** What is important and ends today; then one B, the nearest to urgent; then the other A and B; then C. Never D. */
function goalFirst(world: World, state: State, open: readonly TaskId[]): TaskId[] {
  const sorted = mostUrgentFirst(world, state, open)
  const of = (quadrant: Quadrant) => sorted.filter((id) => quadrantOf(id, state.tasks[id]) === quadrant)
  const today = of('A').filter((id) => isLastDay(world, state, id))
  const [oneB = [], others] = [of('B').slice(0, 1), of('B').slice(1)]
  return [...today, ...oneB, ...of('A').filter((id) => !today.includes(id)), ...others, ...of('C')]
}
