/** How old something is, in words. Pure. */
import { type Messages, say } from '#lib/message/format.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** @param age milliseconds; below zero where a clock was set back, which is as good as now. @returns for example “3 hours old” */
export function ageWords(age: number, messages: Messages, locale: string): string {
  if (!(age >= minute)) return say(messages, 'age-now')
  const [unit, length] = age < hour ? (['minutes', minute] as const) : age < 2 * day ? (['hours', hour] as const) : (['days', day] as const)
  return say(messages, `age-${unit}`, { count: Math.floor(age / length) }, locale)
}

/** Older than this, it was not fetched now. */
export const isKept = (age: number): boolean => age >= minute
