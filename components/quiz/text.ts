import { type Messages, type MessageValues, say } from '#lib/message/format.ts'

/** The interface strings of the quiz, bound to its catalogue and locale. */
export type Say = (key: string, values?: MessageValues) => string

export function sayIn(messages: Messages, locale: string): Say {
  return (key, values) => say(messages, key, values, locale)
}

/** A share as a percentage, rounded down: what looks like the pass mark is the pass mark. */
export function percent(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.floor(share * 100 + 1e-6) / 100)
}
