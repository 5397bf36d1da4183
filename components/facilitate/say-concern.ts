/** Why somebody needs a word, in words, and the letter that begins it. Pure. */
import type { Concern } from '#lib/cohort/stuck.ts'
import { say } from '#lib/message/format.ts'
import { type Clock, daysBetween, sayDay } from './say-when.ts'

/** @param titleOf title of a module by its slug */
export function sayConcern(concern: Concern, titleOf: (slug: string) => string, clock: Clock): string {
  const { messages, locale, now, timeZone } = clock
  const module = titleOf(concern.module)
  if (concern.kind === 'failed') return say(messages, 'concern-failed', { module, times: concern.times }, locale)
  if (concern.kind === 'no-attempts') return say(messages, 'concern-no-attempts', { module, allowed: concern.allowed }, locale)
  const key = `concern-${concern.never ? 'never' : 'silent'}${concern.dueAt < now ? '-late' : ''}`
  const days = daysBetween(concern.since, now, timeZone)
  return say(messages, key, { module, days, due: sayDay(concern.dueAt, clock) }, locale)
}

/** One who is silent about several modules is silent once: the one that is due first says it. */
export function mainConcerns(concerns: readonly Concern[]): Concern[] {
  const silent = concerns.filter((one) => one.kind === 'silent').sort((a, b) => a.dueAt - b.dueAt)
  return [...concerns.filter(({ kind }) => kind !== 'silent'), ...silent.slice(0, 1)]
}

/** A letter in one's own mail program, begun. Everything in it is encoded, so that a name cannot add a recipient. */
export function mailLink(person: { name: string; email: string }, module: string, { messages }: Pick<Clock, 'messages'>): string {
  const subject = encodeURIComponent(say(messages, 'word-subject', { module }))
  const body = encodeURIComponent(`${say(messages, 'word-body', { name: person.name })}\r\n\r\n`)
  return `mailto:${encodeURIComponent(person.email).replace('%40', '@')}?subject=${subject}&body=${body}`
}
