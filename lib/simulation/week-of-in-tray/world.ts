/**
 * What the seed decides, all of it, before Monday: which task comes on which day, how long it takes, where it stands and
 * how fast it moves. Two plans with the same seed get the same in-tray, so a difference between them is due to the plans.
 *
 * This is a teaching model. Its numbers were chosen so that the mechanism can be seen in five days; nobody measured them.
 */
import { seededIntegers, shuffled } from '#lib/simulation/draw-random.ts'
import { isImportant, type Quadrant, type TaskId, taskIds, tasks } from './tasks.ts'

export const daysInRun = 5
/** Hours in a day, one slot each. */
export const hoursInDay = 6
/** The longest any task can become, in hours. */
export const longestTask = 3

export type TaskPlan = {
  /** the day it comes in, 1–5 */
  arrives: number
  /** hours it takes where it comes in, 1–3 */
  size: number
  /** hours it takes more once a B has become an A; 0 for all others */
  growth: number
  /** 0–100, for good */
  importance: number
  /** 0–100, on the day it comes in */
  urgency: number
  /** points of urgency it gains in a night */
  pace: number
  /** an unimportant urgent task that, left undone, costs an hour of the next day */
  returns: boolean
}
export type World = { seed: number; plans: Readonly<Record<TaskId, TaskPlan>>; order: readonly TaskId[] }

/** Days and hours of the tasks of a quadrant; which task gets which is drawn. The routes come on Thursday in every world. */
const calendar: Record<Quadrant, readonly number[]> = { A: [1, 2, 3, 4], B: [1, 1, 1, 2, 3], C: [1, 1, 2, 3, 3, 4, 5], D: [1, 2, 3] }
const hours: Record<Quadrant, readonly number[]> = { A: [2, 3, 3, 3], B: [1, 2, 2, 2, 2], C: [1, 1, 2, 2, 2, 3, 3], D: [1, 1, 2] }
const routes = { arrives: 4, size: 3 } as const
/** least and most */
const urgencyOf: Record<Quadrant, readonly [number, number]> = { A: [62, 74], B: [6, 20], C: [62, 84], D: [8, 32] }
const paceOf: Record<Quadrant, readonly [number, number]> = { A: [20, 20], B: [15, 21], C: [22, 28], D: [0, 0] }
const returning = 4

export function makeWorld(seed: number): World {
  const next = seededIntegers(seed)
  const between = ([least, most]: readonly [number, number]) => least + next(most - least + 1)
  const plans = {} as Record<TaskId, TaskPlan>
  const important = tasks.filter(({ goal }) => goal !== null).length
  const heights = {
    true: spread(important, 58, 96, next),
    false: spread(taskIds.length - important, 4, 42, next),
  }
  for (const from of ['A', 'B', 'C', 'D'] as const) {
    const members = tasks.filter((task) => task.from === from && task.id !== 'routes')
    const days = shuffled(calendar[from], next)
    const sizes = shuffled(hours[from], next)
    const back = shuffled(
      members.map((_, index) => from === 'C' && index < returning),
      next,
    )
    for (const [index, { id }] of members.entries()) add(id, from, days[index]!, sizes[index]!, back[index]!)
    if (from === 'A') add('routes', 'A', routes.arrives, routes.size, false)
  }
  const shuffledIds = shuffled(taskIds, next)
  const order = [1, 2, 3, 4, 5].flatMap((day) => shuffledIds.filter((id) => plans[id].arrives === day))
  return { seed, plans, order }

  function add(id: TaskId, from: Quadrant, arrives: number, size: number, returns: boolean) {
    const growth = from === 'B' ? (size === 1 ? 1 + next(2) : 1) : 0
    const importance = heights[isImportant(id) ? 'true' : 'false'].pop()!
    plans[id] = { arrives, size, growth, importance, urgency: between(urgencyOf[from]), pace: between(paceOf[from]), returns }
  }
}

/** Different heights, evenly spread, in random order: two marks seldom lie on one line of the plane. */
function spread(count: number, least: number, most: number, next: (below: number) => number): number[] {
  const step = (most - least) / (count - 1)
  return shuffled(
    Array.from({ length: count }, (_, index) => Math.round(least + index * step)),
    next,
  )
}

/** The number of a task on its mark: its place in the order of arrival, from 1. */
export function numberOf(world: World, id: TaskId): number {
  return world.order.indexOf(id) + 1
}
