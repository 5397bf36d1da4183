/** Days and times as words, in the cohort's time zone. Pure. */
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'

export type Clock = { now: number; timeZone: string; locale: string; messages: Messages }

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(formatLocale(locale), { timeZone, ...options })
  formats.set(key, made)
  return made
}

/** “22 November”; with the year where it is not this one */
export function sayDay(at: number, { now, timeZone, locale }: Omit<Clock, 'messages'>): string {
  const year = formatOf(locale, timeZone, { year: 'numeric' })
  const same = year.format(at) === year.format(now)
  return formatOf(locale, timeZone, { day: 'numeric', month: 'long', ...(same ? {} : { year: 'numeric' }) }).format(at)
}

/** “22 Nov” for a narrow place; with the year where it is not this one */
export function sayShortDay(at: number, { now, timeZone, locale }: Omit<Clock, 'messages'>): string {
  const year = formatOf(locale, timeZone, { year: 'numeric' })
  const same = year.format(at) === year.format(now)
  return formatOf(locale, timeZone, { day: 'numeric', month: 'short', ...(same ? {} : { year: '2-digit' }) }).format(at)
}

/** A day as it was given, such as 2026-11-22, has no time zone of its own. */
export function sayIsoDay(day: string, clock: Omit<Clock, 'messages'>): string {
  return sayDay(Date.parse(`${day}T12:00:00Z`), { ...clock, timeZone: 'UTC' })
}

/** Days on the calendar between two moments, as people there count them. */
export function daysBetween(from: number, to: number, timeZone: string): number {
  const format = formatOf('sv', timeZone, { dateStyle: 'short' })
  const day = (at: number) => Date.parse(`${format.format(at)}T12:00:00Z`)
  return Math.round((day(to) - day(from)) / 86_400_000)
}

/** “today”, “yesterday”, “9 days ago”, then the date; “nothing yet” for null */
export function sayAgo(at: number | null, clock: Clock): string {
  const { now, timeZone, locale, messages } = clock
  if (at === null) return say(messages, 'never')
  const days = daysBetween(at, now, timeZone)
  if (days <= 0) return say(messages, 'today')
  if (days === 1) return say(messages, 'yesterday')
  return days <= 28 ? say(messages, 'days-ago', { count: days }, locale) : sayShortDay(at, clock)
}
