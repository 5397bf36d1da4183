/** Turns steps, responses and reasons of the model into sentences. Pure; all words come from the catalogue. */
import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { isThrown, type Response, type Shown } from '#lib/simulation/temperature-of-a-meeting/plan.ts'
import { type Leg, type Run, runPlan } from '#lib/simulation/temperature-of-a-meeting/run.ts'
import type { Reason, State } from '#lib/simulation/temperature-of-a-meeting/step.ts'
import { breakAfter, type World } from '#lib/simulation/temperature-of-a-meeting/world.ts'

/** @param tenths 0–100 @returns the whole degrees that are shown, 0–10 */
export function degrees(tenths: number): number {
  return Math.round(tenths / 10)
}

export function heatWord({ messages }: Words, tenths: number): string {
  const heat = degrees(tenths)
  return say(messages, `heat_${heat <= 2 ? 0 : heat <= 4 ? 1 : heat <= 7 ? 2 : 3}`)
}

/** After the planned break the next one is the end of the meeting. */
export function whenText({ messages }: Words, when: Shown['when'], moment: number): string {
  return say(messages, `when_${when === 'break' && moment >= breakAfter ? 'after' : when}`)
}

export function responseText(words: Words, response: Response, moment: number): string {
  const { messages } = words
  if (response.kind !== 'show') return say(messages, response.kind)
  if (isThrown(response)) return say(messages, 'throw')
  return say(messages, 'chosen_show', {
    when: whenText(words, response.when, moment),
    where: say(messages, `short_${response.where}`),
    way: say(messages, `short_${response.way}`),
  })
}

/** @returns the sentences for one reason; none for a moment that brings nothing but itself */
export function reasonSentences({ messages }: Words, world: World, reason: Reason): string[] {
  const t = (key: string, values = {}) => say(messages, key, values)
  switch (reason.type) {
    case 'happened':
      return [...(reason.kept ? [t('happened_kept')] : []), ...(reason.left ? [t('happened_left')] : [])]
    case 'kept':
    case 'paused':
      return [t(`${reason.type}_${Math.min(2, reason.time)}`)]
    case 'asked':
      return [t(`asked_${Math.min(3, reason.time)}`)]
    case 'waits': {
      const late = reason.shown.when === 'break' && reason.moment >= breakAfter
      return [t(`waits_${late ? 'after' : reason.shown.when}`)]
    }
    case 'break':
    case 'after':
    case 'night': {
      const load = reason.kept ? (reason.left ? '_both' : '_kept') : reason.left ? '_left' : ''
      return [t(`${reason.type}${load}`)]
    }
    case 'said':
      return [hearingText(t, reason), ...pointText(t, world, reason)]
  }
}

type Said = Extract<Reason, { type: 'said' }>
type Say = (key: string, values?: Record<string, string>) => string

function hearingText(t: Say, { hearing, cause, shown: { where, way } }: Said): string {
  if (hearing === 'heard') return t(`heard_${where}`)
  if (hearing === 'attack' && way === 'accuse') return t(`attack_${where}`)
  const key = `${hearing === 'strained' ? 'strained' : 'missed'}_${cause}${cause === 'place' ? `_${where}` : ''}`
  return hearing === 'attack' ? `${t(key)} ${t('attack_fair')}` : t(key)
}

function pointText(t: Say, world: World, { point, hearing, moment, shown: { when, where, way } }: Said): string[] {
  const { id, about } = world.moments[moment]!
  if (point === 'open') return []
  if (point === 'settled') return [t('settled_now', { point: t(`settled_${id}`) })]
  if (way === 'fact') return [t('half_fact')]
  if (about === 'matter' && when === 'tomorrow') return [t('half_late')]
  if (about === 'matter' && where === 'aside') return [t('half_aside')]
  if (about === 'person' && where === 'written') return [t('half_written')]
  return hearing === 'strained' ? [t('half_strained')] : []
}

/** One thing that moved the lines: a label where it is not the moment itself, and why. */
export type News = { label: string | null; text: string }

/** What has happened since the last choice: the response, a break, the end, the night; then what the new moment brings along. */
export function newsOf(words: Words, run: Run, legs: readonly Leg[]): News[] {
  return legs.flatMap(({ kind, reasons }) => {
    const label = kind === 'break' || kind === 'after' || kind === 'night' ? say(words.messages, `leg_${kind}`) : null
    const texts = reasons.map((reason) => reasonSentences(words, run.world, reason).join(' ')).filter((text) => text !== '')
    return texts.map((text, index) => ({ label: index === 0 ? label : null, text }))
  })
}

/** @returns the legs after the learner's last response began, without the start */
export function latestLegs(run: Run): readonly Leg[] {
  const before = run.plan.length === 0 ? 1 : runPlan(run.world, run.plan.slice(0, -1)).legs.length
  return run.legs.slice(before)
}

export function placeText({ messages }: Words, leg: Leg): string {
  if (leg.kind === 'happened' || leg.kind === 'responded') return say(messages, 'moment_short', { moment: leg.moment! + 1 })
  return say(messages, `table_${leg.kind}`)
}

/** How far one line has moved, in the whole degrees that are shown. */
export function movedText({ messages }: Words, line: 'own' | 'other', before: State, after: State): string {
  const [from, to] = [degrees(before[line]), degrees(after[line])]
  return say(messages, from === to ? `${line}_same` : `${line}_moved`, { from, to })
}

/** The picture in one sentence or two. */
export function chartSummary(words: Words, run: Run, beside: Run | null): string {
  const { messages } = words
  const leg = run.legs.at(-1)!
  const { own, other } = leg.state
  const now = say(messages, 'summary', {
    place: placeText(words, leg),
    own: degrees(own),
    ownWord: heatWord(words, own),
    other: degrees(other),
    otherWord: heatWord(words, other),
  })
  if (!beside) return now
  const old = beside.legs.at(-1)!.state
  return `${now} ${say(messages, 'summary_beside', { own: degrees(old.own), other: degrees(old.other) })}`
}
