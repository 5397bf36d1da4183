/** Dates in words, in the learner's language. */
import { formatLocale } from '#lib/message/locale.ts'
import { daysBetween } from '#lib/toolkit/days.ts'

export type SayDay = ReturnType<typeof sayDay>

/** @param today ISO date */
export function sayDay(locale: string, today: string) {
  const at = (date: string) => new Date(`${date}T00:00Z`)
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(formatLocale(locale), { ...options, timeZone: 'UTC' })
  const short = format({ weekday: 'short', day: 'numeric', month: 'short' })
  const shortYear = format({ day: 'numeric', month: 'short', year: 'numeric' })
  const long = format({ day: 'numeric', month: 'long', year: 'numeric' })
  const relative = new Intl.RelativeTimeFormat(formatLocale(locale), { numeric: 'auto' })
  return {
    /** “Thu, 3 Dec”; of another year “14 Jan 2027” */
    short: (date: string) => (date.slice(0, 4) === today.slice(0, 4) ? short : shortYear).format(at(date)),
    /** “3 Dec 2026” */
    medium: (date: string) => shortYear.format(at(date)),
    /** “3 December 2026” */
    long: (date: string) => long.format(at(date)),
    /** “in 12 days”, “yesterday”, “3 months ago” */
    away(date: string): string {
      const days = daysBetween(today, date)
      if (Math.abs(days) < 60) return relative.format(days, 'day')
      return Math.abs(days) < 730 ? relative.format(Math.trunc(days / 30.44), 'month') : relative.format(Math.trunc(days / 365.25), 'year')
    },
  }
}
