import { type Messages, type MessageValues, say } from '#lib/message/format.ts'

/** The catalogue of the reports in one language. */
export type Say = (key: string, values?: MessageValues) => string

export function sayIn(messages: Messages, locale: string): Say {
  return (key, values) => say(messages, key, values, locale)
}
