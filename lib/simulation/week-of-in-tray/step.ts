/**
 * One day of the model: the hours are worked, then comes the night, in which everything that calls gets more urgent.
 *
 * Invariants: urgency stays in 0–100 and never falls; importance never changes, so a B can become an A and nothing else can
 * change its quadrant; a task grows once, when a B becomes an A; what has ended does not move. Whole numbers throughout.
 * Hours for an unimportant, not urgent task (D) change no other task. The parameters are chosen to teach, not measured.
 */
import type { DayPlan } from './plan.ts'
import { cameAs, isImportant, type Quadrant, type TaskId, taskIds } from './tasks.ts'
import { daysInRun, hoursInDay, type World } from './world.ts'

/** From here on a task is urgent. */
export const urgentFrom = 50
/** Here its time is over. */
export const tooLate = 100

/** `missed`: important, and too late. `gone`: nobody asks any more. `back`: gone too, but an hour of the next day with it. */
export type Ending = 'done' | 'missed' | 'gone' | 'back'

export type TaskState = {
  /** 0–100 */
  urgency: number
  /** hours it takes in all, those already worked included */
  size: number
  /** hours worked on it */
  spent: number
  /** the evening on which this B became an A */
  turned: number | null
  end: { how: Ending; day: number } | null
  /** urgency on each morning from its arrival, oldest first: the tail of its mark */
  trail: readonly number[]
}
/** Where an hour went. `late`: on an A that had come in as a B. */
export type Hour = { task: TaskId; quadrant: Quadrant; late: boolean; day: number }
export type State = {
  /** days already played */
  day: number
  tasks: Readonly<Record<TaskId, TaskState>>
  /** tasks that came back as an annoyance: each takes an hour at the beginning of the next day */
  taken: readonly TaskId[]
  hours: readonly Hour[]
}

export type Event =
  | { type: 'done'; task: TaskId }
  /** worked on, but not finished */
  | { type: 'begun'; task: TaskId; left: number }
  | { type: 'turned'; task: TaskId; before: number; now: number }
  /** still a B, and nearer to urgent */
  | { type: 'moved'; task: TaskId }
  | { type: 'missed' | 'gone' | 'back'; task: TaskId }

export function startState(world: World): State {
  const tasks = Object.fromEntries(
    taskIds.map((id): [TaskId, TaskState] => {
      const { urgency, size } = world.plans[id]
      return [id, { urgency, size, spent: 0, turned: null, end: null, trail: [urgency] }]
    }),
  ) as Record<TaskId, TaskState>
  return { day: 0, tasks, taken: [], hours: [] }
}

export function quadrantOf(id: TaskId, { urgency }: Pick<TaskState, 'urgency'>): Quadrant {
  const urgent = urgency >= urgentFrom
  return isImportant(id) ? (urgent ? 'A' : 'B') : urgent ? 'C' : 'D'
}

/** @returns hours still needed */
export function needs(task: TaskState): number {
  return Math.max(0, task.size - task.spent)
}

/** Open on the morning after `state.day` days, or already in the evening of that day. In order of arrival. */
export function openTasks(world: World, state: State, when: 'morning' | 'evening' = 'morning'): TaskId[] {
  const until = state.day + (when === 'morning' ? 1 : 0)
  return world.order.filter((id) => world.plans[id].arrives <= until && state.tasks[id].end === null)
}

/** True where this evening its time is over: of an A, or of a C. */
export function isLastDay(world: World, state: State, id: TaskId): boolean {
  const { urgency } = state.tasks[id]
  if (urgency < urgentFrom) return false
  return urgency + world.plans[id].pace >= tooLate || (isImportant(id) && state.day + 1 >= daysInRun)
}

/** Plays the next day. Hours for what is not open, or needs none, stay unused. Pure: the state passed in is not changed. */
export function stepDay(world: World, before: State, plan: DayPlan): { state: State; events: Event[] } {
  const day = before.day + 1
  const tasks = { ...before.tasks } as Record<TaskId, TaskState>
  const hours: Hour[] = [...before.hours]
  const events: Event[] = []
  const taken: TaskId[] = []
  const open = openTasks(world, before)

  for (const task of before.taken) hours.push({ task, quadrant: 'C', late: false, day })
  for (const id of plan.slice(before.taken.length, hoursInDay)) {
    if (id === null || !open.includes(id) || needs(tasks[id]) === 0) continue
    const task = tasks[id]
    const quadrant = quadrantOf(id, task)
    hours.push({ task: id, quadrant, late: quadrant === 'A' && cameAs[id] === 'B', day })
    tasks[id] = { ...task, spent: task.spent + 1 }
  }
  for (const id of open) work(id)
  for (const id of open) if (tasks[id].end === null) night(id)
  return { state: { day, tasks, taken, hours }, events }

  function work(id: TaskId) {
    if (tasks[id].spent === before.tasks[id].spent) return
    const left = needs(tasks[id])
    if (left > 0) {
      events.push({ type: 'begun', task: id, left })
      return
    }
    tasks[id] = { ...tasks[id], end: { how: 'done', day } }
    events.push({ type: 'done', task: id })
  }

  function night(id: TaskId) {
    const task = tasks[id]
    const { pace, growth, returns } = world.plans[id]
    // what is quiet on Friday evening waits for next week
    if (day >= daysInRun && quadrantOf(id, task) === 'B') return
    const urgency = Math.min(tooLate, task.urgency + pace)
    tasks[id] = { ...task, urgency, trail: [...task.trail, urgency] }
    if (quadrantOf(id, task) === 'B') {
      if (urgency < urgentFrom) {
        events.push({ type: 'moved', task: id })
        return
      }
      tasks[id] = { ...tasks[id], turned: day, size: task.size + growth }
      events.push({ type: 'turned', task: id, before: needs(task), now: needs(tasks[id]) })
    } else if (urgency >= tooLate) {
      const how = isImportant(id) ? 'missed' : returns && day < daysInRun ? 'back' : 'gone'
      tasks[id] = { ...tasks[id], end: { how, day } }
      if (how === 'back') taken.push(id)
      events.push({ type: how, task: id })
    }
  }
}
