/** The seven-day task: which of its tasks are done, and the task and plan as plain text. Pure. */
import type { Statement } from '#lib/statement/schema.ts'
import type { ActivityOf } from './schema.ts'

type Plan = ActivityOf<'plan'>
/** What goes into a statement's `result.response`. */
export type PlanResponse = { task: string; done: boolean }

/** @param statements about this activity, in the order they were made; the last word on each task counts */
export function tasksDone({ tasks }: Plan, statements: readonly Pick<Statement, 'result'>[]): ReadonlySet<string> {
  const last = new Map<string, boolean>()
  for (const { result } of statements) {
    const response = result?.response
    if (typeof response !== 'object' || response === null) continue
    const { task, done } = response as Partial<PlanResponse>
    if (typeof task === 'string' && typeof done === 'boolean') last.set(task, done)
  }
  return new Set(tasks.flatMap(({ id }) => (last.get(id) ? [id] : [])))
}

/** @param sentence the if–then plan, or null where there is none yet */
export function planText({ title, tasks }: Plan, done: ReadonlySet<string>, sentence: string | null): string {
  const list = tasks.map((task) => `${done.has(task.id) ? '[x]' : '[ ]'} ${task.text}`)
  return [title, '', ...list, ...(sentence === null ? [] : ['', sentence])].join('\n')
}

/** Words as they stand inside a sentence that brings its own full stop. */
export function bare(words: string): string {
  return words
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.。]+$/u, '')
}
