/** Of the strings of accounts, those that a page needs which only offers to keep copies. Pure. */
import type { Messages } from '#lib/message/format.ts'

const needed = /^(copies|clash|fault-offline$|fault-unavailable$|bookmarks$|note-on$|loading$|again$|saving$|keep$)/

export function copiesWords(messages: Messages): Messages {
  return Object.fromEntries(Object.entries(messages).filter(([key]) => needed.test(key)))
}
