/** What every simulation needs to turn numbers and names into words. Pure. */
import type { Messages } from '#lib/message/format.ts'

export type Words = { messages: Messages; locale: string }

/** The English of the site is British: no comma before the last “and”. */
export function listOf({ locale }: Words, parts: readonly string[]): string {
  return new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' }).format(parts)
}

/** One decimal, as the reader's language writes it. */
export function oneDecimal({ locale }: Words, value: number): string {
  return value.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
}
