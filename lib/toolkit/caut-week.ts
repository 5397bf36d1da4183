/**
 * Weeks of a log, from Monday to Sunday, as ISO dates. Pure: a date is three numbers here, without a clock and without a zone, so a
 * week has seven days also where summer time begins. A week is named by its Monday.
 */

const dayLength = 86_400_000
const iso = /^(\d{4})-\d{2}-\d{2}$/

/** @returns whether the text is a date that exists; the last year is left out, so that every day has a week */
export function isDay(text: string): boolean {
  const year = iso.exec(text)?.[1]
  if (!year || year === '0000' || year === '9999') return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10)
}

/** The Monday of the week in which the day is. */
export function weekOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

/** Its seven days, from Monday. */
export function daysOf(week: string): string[] {
  return Array.from({ length: 7 }, (_, index) => addDays(week, index))
}

/** The number of the week as ISO 8601 counts it: week 1 is the one with the first Thursday of the year. */
export function weekNumber(week: string): { year: number; number: number } {
  const thursday = addDays(week, 3)
  const year = Number(thursday.slice(0, 4))
  const days = (Date.parse(`${thursday}T00:00:00Z`) - Date.UTC(year, 0, 1)) / dayLength
  return { year, number: 1 + Math.floor(days / 7) }
}
