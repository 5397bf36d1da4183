/** Moments as administrators read them, on the clock of whoever looks: on the server that of the server, which is named. Pure. */
import { formatLocale } from '#lib/message/locale.ts'

export function sayTime(at: number, locale: string): string {
  return new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}

/** The day alone, by universal time: the same wherever it is drawn. */
export function sayDay(at: number, locale: string): string {
  return new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'medium', timeZone: 'UTC' }).format(at)
}

/** A moment by universal time, which says so itself: a log is read by people in several places. */
export function sayUniversal(at: number, locale: string): string {
  return `${new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(at)} UTC`
}
