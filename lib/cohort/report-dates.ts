/** Days as a cohort counts them. Pure. */
import { formatLocale } from '#lib/message/locale.ts'

/** @param timeZone IANA name, as the cohort has it; one that this computer does not know is read as UTC */
export function dateWriter(locale: string, timeZone: string): (at: number) => string {
  const format = (zone: string) =>
    new Intl.DateTimeFormat(formatLocale(locale), { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone })
  let made: Intl.DateTimeFormat
  try {
    made = format(timeZone)
  } catch {
    made = format('UTC')
  }
  return (at) => made.format(at)
}
