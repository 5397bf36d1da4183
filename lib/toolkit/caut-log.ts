/**
 * The log of somebody's own tasks in the four quadrants of CAUT. Pure.
 *
 * Invariants: a task has a day, a text of one line and a quadrant; minutes are a whole number from 1 to 1440 or absent; `from` is the
 * quadrant in which the task was first placed, and only where it stands in another one now. A task that goes back where it came from has
 * not moved. The log keeps the order in which tasks were written.
 */
import { looseRows } from '#lib/activity/log.ts'
import { isDay, weekOf } from './caut-week.ts'

/** In the order of the course: important and urgent; important, not urgent; urgent, not important; neither. */
export const letters = ['A', 'B', 'C', 'D'] as const
export type Letter = (typeof letters)[number]
export const isLetter = (value: unknown): value is Letter => letters.includes(value as Letter)

export type Task = { id: string; day: string; text: string; letter: Letter; minutes?: number; from?: Letter }
export type CautLog = { version: 1; tasks: readonly Task[] }

export const longestText = 200
export const mostMinutes = 24 * 60
export const mostTasks = 5_000

export const emptyLog: CautLog = { version: 1, tasks: [] }

/** One line, without spaces at its ends, not longer than a task may be; never half of a sign. */
export const lineOf = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestText)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim()

const minutesFrom = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= mostMinutes ? value : undefined

/** Parts → a task, without what a task must not have. */
export function taskOf(parts: {
  id: string
  day: string
  text: string
  letter: Letter
  minutes?: number | undefined
  from?: Letter | undefined
}): Task {
  const { id, day, text, letter, from } = parts
  const minutes = minutesFrom(parts.minutes)
  return { id, day, text: lineOf(text), letter, ...(minutes ? { minutes } : {}), ...(from && from !== letter ? { from } : {}) }
}

/** What was kept, or stood in a copy, made safe: what is no task is left out, ids are made different. Never throws. */
export function cautFrom(kept: unknown): CautLog {
  const found = (kept as { tasks?: unknown } | null | undefined)?.tasks
  if (!Array.isArray(found)) return emptyLog
  const ids = new Set<string>()
  const tasks: Task[] = []
  for (const [index, value] of found.entries()) {
    if (tasks.length === mostTasks) break
    const { id, day, text, letter, minutes, from } = (value ?? {}) as Record<string, unknown>
    if (typeof day !== 'string' || !isDay(day) || typeof text !== 'string' || lineOf(text) === '' || !isLetter(letter)) continue
    let own = typeof id === 'string' && id !== '' && id.length <= 64 ? id : `t${index}`
    while (ids.has(own)) own = `${own.slice(0, 50)}-${index}`
    ids.add(own)
    tasks.push(taskOf({ id: own, day, text, letter, minutes: minutesFrom(minutes), from: isLetter(from) ? from : undefined }))
  }
  return { version: 1, tasks }
}

/** The task in another quadrant; where it came from is remembered. */
export function moveTask(task: Task, letter: Letter): Task {
  return taskOf({ ...task, letter, from: task.from ?? task.letter })
}

/** As if it had been placed there from the beginning. */
export function forgetMove({ from: _, ...task }: Task): Task {
  return task
}

/** The tasks of a week, days in order, tasks of a day as they were written. */
export function tasksOf(tasks: readonly Task[], week: string): Task[] {
  return tasks.filter(({ day }) => weekOf(day) === week).sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}

/** Every week with a task, the latest first. */
export function weeksWith(tasks: readonly Task[]): string[] {
  return [...new Set(tasks.map(({ day }) => weekOf(day)))].sort().reverse()
}

/** How often each quadrant was left for each other; the most frequent first, ties in the order of the letters. */
export function movesOf(tasks: readonly Task[]): { from: Letter; to: Letter; count: number }[] {
  return letters
    .flatMap((from) => letters.map((to) => ({ from, to, count: tasks.filter((task) => task.from === from && task.letter === to).length })))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
}

/** Where the rows of the activity in the lesson are kept on the device. */
export const lessonLog = 'prioritisation/lessons/the-quiet-quadrant/my-time'

/** What was written in the lesson, as tasks of this day: the lesson does not ask for days. Rows without a letter are left out. */
export function fromLesson(kept: unknown, day: string): Task[] {
  return looseRows(kept).flatMap(({ id, entry, choices }) => {
    const letter = choices['letter']?.toUpperCase()
    return isLetter(letter) && lineOf(entry) !== '' ? [taskOf({ id: `lesson-${id}`.slice(0, 64), day, text: entry, letter })] : []
  })
}
