/** A whole run: the same seed and plan give the same run, on every machine. */
import type { Plan } from './plan.ts'
import { type Event, needs, quadrantOf, type State, startState, stepDay } from './step.ts'
import { type Goal, goalOf, goals, isImportant, type Quadrant, type TaskId } from './tasks.ts'
import { daysInRun, hoursInDay, type World } from './world.ts'

export type DayRecord = { state: State; events: readonly Event[] }
export type Run = { world: World; plan: Plan; start: State; days: readonly DayRecord[] }

/** Plays as many days as the plan has. */
export function runPlan(world: World, plan: Plan): Run {
  const start = startState(world)
  const days: DayRecord[] = []
  for (const day of plan) days.push(stepDay(world, days.at(-1)?.state ?? start, day))
  return { world, plan, start, days }
}

export function lastState(run: Run): State {
  return run.days.at(-1)?.state ?? run.start
}

/** A B that became an A, and what it cost. */
export type Bill = {
  task: TaskId
  /** the evening on which it became urgent */
  turned: number
  /** hours it would have taken as a B, and took or would take as an A */
  before: number
  now: number
  done: boolean
}
export type GoalResult = { goal: Goal; met: boolean; left: readonly TaskId[] }
export type Summary = {
  /** hours by quadrant, as it was when the hour was worked */
  time: Readonly<Record<Quadrant, number>>
  /** of the hours for A: those for tasks that had come in as a B */
  late: number
  /** hours nobody used, of the days played */
  free: number
  goals: readonly GoalResult[]
  met: number
  bills: readonly Bill[]
  /** hours that waiting added to these */
  extra: number
}

/**
 * A goal is met when nothing important and urgent is left of it: none of its tasks was too late, and none is still open as
 * an A. What is still a B on Friday evening waits for next week and harms no goal yet.
 */
export function summarise(run: Run): Summary {
  const { world } = run
  const state = lastState(run)
  const time = { A: 0, B: 0, C: 0, D: 0 }
  for (const { quadrant } of state.hours) time[quadrant] += 1
  const left = world.order.filter((id) => isImportant(id) && isLeft(world, state, id))
  const results = goals.map((goal) => {
    const ofGoal = left.filter((id) => goalOf[id] === goal)
    return { goal, met: ofGoal.length === 0, left: ofGoal }
  })
  const bills = world.order.flatMap((task): Bill[] => {
    const { turned, size, end } = state.tasks[task]
    return turned === null ? [] : [{ task, turned, before: world.plans[task].size, now: size, done: end?.how === 'done' }]
  })
  return {
    time,
    late: state.hours.filter((hour) => hour.late).length,
    free: state.day * hoursInDay - state.hours.length,
    goals: results,
    met: results.filter(({ met }) => met).length,
    bills,
    extra: bills.reduce((sum, { before, now }) => sum + now - before, 0),
  }
}

/** Missed, or open as an A when the week is over. */
function isLeft(world: World, state: State, id: TaskId): boolean {
  const task = state.tasks[id]
  if (task.end) return task.end.how === 'missed'
  return state.day >= daysInRun && world.plans[id].arrives <= state.day && quadrantOf(id, task) === 'A' && needs(task) > 0
}
