/** Turns states and events of the model into words. Pure; all words come from the catalogue. */
import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import type { Cause } from '#lib/simulation/promise-ledger/effects.ts'
import type { Run } from '#lib/simulation/promise-ledger/run.ts'
import { lastState, summarise } from '#lib/simulation/promise-ledger/run.ts'
import type { Entry, Event } from '#lib/simulation/promise-ledger/step.ts'
import { type Partner, partOf, type World } from '#lib/simulation/promise-ledger/world.ts'

export function partnerName({ messages }: Words, partner: Partner): string {
  return say(messages, `partner_${partner}`)
}

export function requestName({ messages }: Words, world: World, request: number): string {
  return say(messages, `request_${world.requests[request]!.id}`)
}

export function days({ messages, locale }: Words, count: number): string {
  return say(messages, 'days', { count }, locale)
}

/** Rounded for reading: the mean of five whole numbers. */
export function trustFigure({ locale }: Words, trust: number): string {
  return Math.round(trust).toLocaleString(locale)
}

/** Points with their sign; a real minus. */
export function signed({ locale }: Words, points: number): string {
  const text = Math.abs(points).toLocaleString(locale)
  return points > 0 ? `+${text}` : points < 0 ? `−${text}` : '0'
}

/** One of five words for trust of 0–100. */
export function trustWord({ messages }: Words, trust: number): string {
  const step = [25, 45, 60, 75].filter((from) => trust >= from).length
  return say(messages, `trust_${step}`)
}

/** What a partner saw; the request itself stands beside it. */
export function eventSentence(words: Words, event: Event): string {
  return say(words.messages, `event_${event.cause}`, { partner: partnerName(words, event.partner) })
}

/** What was said to a partner, in a word or two. */
export function saidText({ messages }: Words, { reply, clear }: { reply: Entry['reply']; clear: boolean }): string {
  return say(messages, reply === 'no' ? 'said_no' : `said_${reply}_${clear ? 'clear' : 'vague'}`)
}

export type Square = 'full' | 'half' | 'empty' | 'crossed'

/** One for each day of work that was asked for: delivered, worked on, left, or refused. */
export function squaresOf(asked: number, entry: Entry): Square[] {
  return Array.from({ length: asked }, (_, day) => {
    if (entry.end?.how === 'delivered') return day < entry.needed ? 'full' : 'empty'
    if (entry.end) return 'crossed'
    return day < entry.done ? 'half' : 'empty'
  })
}

/** Causes that tell one story together. */
const stories: Partial<Record<Cause, string>> = {
  kept: 'kept',
  'kept-part': 'part',
  smaller: 'part',
  'kept-changed': 'changed',
  'kept-at-last': 'changed',
  'told-early': 'moved',
  'told-just-before': 'moved',
  'told-again': 'moved',
  later: 'moved',
  'told-after': 'late_told',
  no: 'no',
  'no-again': 'no',
  missed: 'missed',
  silence: 'missed',
  'came-late': 'missed',
  'taken-back': 'back',
  'taken-back-after': 'back',
  'came-vague': 'vague',
  'came-vague-part': 'vague',
  waiting: 'waiting',
  'came-vague-late': 'waiting',
  yes: 'yes',
}

/**
 * One sentence that says why a partner stands where it stands: the request that moved its trust most in the direction in
 * which it has moved, by the event that weighed most there.
 */
export function whySentence(words: Words, run: Run, partner: Partner): string {
  const seen = run.weeks.flatMap(({ events }) => events).filter((event) => event.partner === partner)
  const direction = lastState(run).trust[partner] >= run.start.trust[partner] ? 1 : -1
  const sums = new Map<number, number>()
  for (const { request, effect } of seen) sums.set(request, (sums.get(request) ?? 0) + effect * direction)
  const [request] = [...sums].sort((a, b) => b[1] - a[1])[0] ?? [0]
  const strongest = seen.filter((event) => event.request === request).sort((a, b) => (b.effect - a.effect) * direction)[0]
  const story = (strongest && stories[strongest.cause]) ?? 'yes'
  return say(words.messages, `why_${story}`, { request: requestName(words, run.world, request) })
}

/** Everything one request did to trust, from the answer to the last week. */
export function effectOf(run: Run, request: number): number {
  return run.weeks.flatMap(({ events }) => events).reduce((sum, event) => sum + (event.request === request ? event.effect : 0), 0)
}

/** One sentence that says what the ledger shows. */
export function ledgerSummary(words: Words, run: Run): string {
  const { trust, delivered, asked } = summarise(run)
  if (run.weeks.length === 0) return say(words.messages, 'summary_start')
  return say(words.messages, 'summary', { week: run.weeks.length, delivered, asked, trust: trustFigure(words, trust) })
}

/** What an answer would say, for the radio button. */
export function replyText(words: Words, world: World, request: number, reply: Entry['reply'], week: number): string {
  return say(words.messages, `reply_${reply}`, { week, days: days(words, partOf(world.requests[request]!.days)) })
}
