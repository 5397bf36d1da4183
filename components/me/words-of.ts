import type { Messages } from '#lib/message/format.ts'

/** The words of one part of the page: a client leaf gets those that it says. */
export function wordsOf(messages: Messages, ...parts: readonly string[]): Messages {
  return Object.fromEntries(Object.entries(messages).filter(([key]) => parts.some((part) => key.startsWith(part))))
}
