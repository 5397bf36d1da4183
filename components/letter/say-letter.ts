/** How a letter stands, in words. Pure. */
import type { OutboxLetter } from '#lib/letter/outbox.ts'
import { knownZone } from '#lib/letter/quiet-hours.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'

type Given = { byHand: boolean; now: number; date: (at: number) => string; messages: Messages }
type Standing = Pick<OutboxLetter, 'state' | 'tries' | 'dueAt' | 'createdAt' | 'sentAt'>

export function sayState(letter: Standing, { byHand, now, date, messages }: Given): string {
  const { state, tries, dueAt, createdAt, sentAt } = letter
  if (state === 'sent') return say(messages, 'sent-at', { date: date(sentAt ?? createdAt) })
  if (state === 'handed') return say(messages, 'handed-at', { date: date(sentAt ?? createdAt) })
  if (state !== 'waiting' || byHand) return say(messages, 'written', { date: date(createdAt) })
  if (tries > 0) return say(messages, 'again-at', { date: date(dueAt) })
  return dueAt <= now ? say(messages, 'due-now') : say(messages, 'due', { date: date(dueAt) })
}

/** Why it was not sent, or not yet; null: nothing went wrong. */
export function sayProblem({ state, problem }: Pick<OutboxLetter, 'state' | 'problem'>, messages: Messages): string | null {
  if (problem === null) return null
  if (problem === 'claim-lost') return say(messages, state === 'failed' ? 'problem-lost' : 'problem-lost-once')
  return state === 'withdrawn' ? say(messages, `withdrawn-${problem}`) : say(messages, 'problem', { problem })
}

/** Day and time on the clocks of the cohort: “24 Nov 2026, 10:15”. */
export function momentWriter(locale: string, timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'medium', timeStyle: 'short', timeZone: knownZone(timeZone) })
  return (at) => format.format(at)
}
