/** The learner's own calendar: moments (Unix milliseconds) as day numbers, and day numbers as dates to read. */
import { formatLocale } from '#lib/message/locale.ts'

const length = 24 * 60 * 60 * 1000

/** Days since 1 January 1970 on the calendar of this device. */
export function localDay(at: number): number {
  const date = new Date(at)
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / length)
}

export function partsOfDay(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * length)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** “Thursday 26 November” */
export function nameOfDay(day: number, locale: string): string {
  return new Intl.DateTimeFormat(formatLocale(locale), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    day * length,
  )
}

export function isoOfDay(day: number): string {
  return new Date(day * length).toISOString().slice(0, 10)
}
