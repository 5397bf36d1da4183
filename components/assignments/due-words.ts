import type { Messages } from '#lib/message/format.ts'

/** What the list of what is asked says; the rest of its catalogue stays on the server. */
export function dueWords(me: Messages): Messages {
  return Object.fromEntries(Object.entries(me).filter(([key]) => /^(due|wasDue|opens|noDue|late|attemptsLeft|state-|comesAfter)/.test(key)))
}
