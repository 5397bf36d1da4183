/** A plan: for each day, six slots of an hour with the task that gets it, or null where the hour stays free. */
import type { TaskId } from './tasks.ts'
import { hoursInDay } from './world.ts'

export type DayPlan = readonly (TaskId | null)[]
export type Plan = readonly DayPlan[]

export const freeDay: DayPlan = Array.from({ length: hoursInDay }, () => null)

/** @returns hours this task has in the day */
export function hoursFor(day: DayPlan, task: TaskId): number {
  return day.filter((each) => each === task).length
}

/** @returns slots that are still free; the first `taken` hours of the day are gone */
export function freeHours(day: DayPlan, taken: number): number {
  return day.filter((each, index) => each === null && index >= taken).length
}

/** Puts a task into the next free hours: as many as it needs, or as there are. */
export function putIn(day: DayPlan, task: TaskId, needs: number, taken: number): DayPlan {
  let left = needs - hoursFor(day, task)
  return day.map((each, index) => (each === null && index >= taken && left-- > 0 ? task : each))
}

export function takeOut(day: DayPlan, task: TaskId): DayPlan {
  return day.map((each) => (each === task ? null : each))
}

/** The same plan with every hour for these tasks left free. */
export function without(plan: Plan, leftOut: (task: TaskId) => boolean): Plan {
  return plan.map((day) => day.map((each) => (each !== null && leftOut(each) ? null : each)))
}
