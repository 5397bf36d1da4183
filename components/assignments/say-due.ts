/**
 * When something is due, in words: on the clocks of whoever reads, and on those of the cohort, where they differ. Pure.
 * A due date that is a whole day ends when that day ends there; the reader is told the hour only where it is another one for them.
 */
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'

export type Clocks = {
  /** IANA name of the cohort's time zone */
  there: string
  /** of the reader's; as a browser says it */
  here: string
  locale: string
  now: number
}

/** @param at Unix milliseconds; the last instant that is still in time */
export function sayDue(messages: Messages, at: number, clocks: Clocks): string {
  return sayInstant(messages, at < clocks.now ? 'wasDue' : 'due', at, isEndOfDay(at, clocks.there), clocks)
}

/** @param at the first instant at which it is open */
export function sayOpens(messages: Messages, at: number, clocks: Clocks): string {
  return sayInstant(messages, 'opens', at, false, clocks)
}

function sayInstant(messages: Messages, key: string, at: number, endOfDay: boolean, { there, here, locale, now }: Clocks): string {
  const mine = { day: dayOf(at, here, locale, now), time: timeOf(at, here, locale) }
  const theirs = { day: dayOf(at, there, locale, now), time: timeOf(at, there, locale) }
  const kind = endOfDay ? `${key}EndOfDay` : key
  if (mine.day === theirs.day && mine.time === theirs.time) return say(messages, kind, mine)
  const other = mine.day === theirs.day ? '' : 'Other'
  return say(messages, `${kind}There${other}`, { ...mine, thereDay: theirs.day, thereTime: theirs.time, place: placeOf(there) })
}

/** The last minute of a day, there. */
function isEndOfDay(at: number, zone: string): boolean {
  return timeOf(at, zone, 'en') === '23:59' && timeOf(at + 60_000, zone, 'en') === '00:00'
}

/** `Friday 27 November`; with the year where it is not this one. */
function dayOf(at: number, timeZone: string, locale: string, now: number): string {
  const year = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' })
  const other = year.format(at) !== year.format(now)
  const day: Intl.DateTimeFormatOptions = { timeZone, weekday: 'long', day: 'numeric', month: 'long' }
  return new Intl.DateTimeFormat(formatLocale(locale), other ? { ...day, year: 'numeric' } : day).format(at)
}

function timeOf(at: number, timeZone: string, locale: string): string {
  return new Intl.DateTimeFormat(formatLocale(locale), { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
}

/** What people call a time zone: the town in its name. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
