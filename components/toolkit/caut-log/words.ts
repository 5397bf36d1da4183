/** What stands on the screen about a log: days, spans of time, and the strings of the tool. Pure. */
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'
import { addDays } from '#lib/toolkit/caut-week.ts'

export type Words = ReturnType<typeof wordsFor>

export function wordsFor(messages: Messages, locale: string) {
  // a day of the log is a date without a zone: it is formatted where it was put together
  const date = (day: string) => new Date(`${day}T00:00:00Z`)
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(formatLocale(locale), { ...options, timeZone: 'UTC' })
  const [long, weekday, span, brief] = [
    format({ weekday: 'long', day: 'numeric', month: 'long' }),
    format({ weekday: 'short' }),
    format({ day: 'numeric', month: 'long', year: 'numeric' }),
    format({ day: 'numeric', month: 'short', year: 'numeric' }),
  ]
  const words = (key: string, values: Record<string, string | number> = {}) => say(messages, key, values, locale)
  return Object.assign(words, {
    /** "Saturday 21 November" */
    day: (day: string) => long.format(date(day)),
    /** "Sat" */
    weekday: (day: string) => weekday.format(date(day)),
    /** "16–22 November 2026" */
    week: (week: string) => span.formatRange(date(week), date(addDays(week, 6))),
    /** "16–22 Nov 2026" */
    briefWeek: (week: string) => brief.formatRange(date(week), date(addDays(week, 6))),
    /** "1 h 30 min" */
    time(total: number) {
      const [hours, minutes] = [Math.floor(total / 60), total % 60]
      return words(hours === 0 ? 'only-minutes' : minutes === 0 ? 'hours' : 'hours-minutes', { hours, minutes })
    },
  })
}
