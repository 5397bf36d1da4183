import { mostMinutes } from '#lib/toolkit/caut-log.ts'

/** What stands in a field for minutes. @returns undefined where it is empty, null where it is no number of minutes */
export function minutesIn(text: string): number | undefined | null {
  if (text.trim() === '') return undefined
  const value = Number(text)
  return Number.isInteger(value) && value >= 1 && value <= mostMinutes ? value : null
}
