/**
 * One week of the model: contacts happen, questions travel for five days, ties that were not touched fade.
 *
 * Invariants: strength stays in 0–100 and goodwill in 0–5; whole numbers throughout. Every effect is monotone (a
 * stronger tie, more goodwill or a question further on its way never makes a later state worse), so leaving out
 * small contacts can never bring an answer earlier. The parameters are chosen to teach, not measured.
 */
import { coldBelow, findPath } from './find-path.ts'
import { acquaintances, firstTies, isUnlikely, type PersonId, personIds } from './people.ts'
import type { Contact } from './plan.ts'
import { daysInWeek, type Need, type NeedId, type World } from './world.ts'

export type Tie = {
  strength: number
  goodwill: number
  /** you have met */
  open: boolean
  /** how it began */
  by: 'start' | 'chance' | 'introduction' | null
  /** the last week in which the tie was tended; a request is not tending */
  tended: number
}
export type NeedState = {
  id: NeedId
  arrives: number
  /** share of the way to an answer, 0–wholeWay */
  way: number
  /** working days from arrival to answer; null while open */
  days: number | null
  path: readonly PersonId[] | null
  /** who last helped it along when asked */
  helper: PersonId | null
}
export type State = { week: number; ties: Readonly<Record<PersonId, Tie>>; needs: readonly NeedState[]; occasions: number }

export type Event =
  | { type: 'met'; person: PersonId; unlikely: boolean }
  | { type: 'met-again'; person: PersonId }
  | { type: 'met-nobody' }
  | { type: 'introduced'; person: PersonId; by: PersonId }
  | { type: 'deepened'; person: PersonId; aim: 'learn' | 'question'; need: NeedId | null }
  | { type: 'tended'; person: PersonId }
  | { type: 'helped'; person: PersonId; need: NeedId }
  | { type: 'could-not-help'; person: PersonId }
  | { type: 'refused'; person: PersonId; why: 'cold' | 'goodwill' }
  | { type: 'gave'; person: PersonId }
  /** the contact could not take place: no tie, nobody to introduce you */
  | { type: 'missed'; contact: Contact }
  | { type: 'answered'; need: NeedId; days: number; path: readonly PersonId[] }
  | { type: 'went-cold'; person: PersonId }

export const wholeWay = 10_000
export const highestGoodwill = 5
const fade = 10
const chance = { least: 26, more: 4, goodwill: 1 }
const meeting = { least: 40, more: 24 }
const smallContact = { more: 8, upTo: 62 }
const helpGiven = { more: 10, goodwill: 2 }
/** how far a person moves a question that they can answer, or that somebody close to them can answer */
const push = { ask: [7000, 4500], question: [4500, 2500] } as const

export function startState(world: World): State {
  const ties = Object.fromEntries(
    personIds.map((id) => {
      const strength = firstTies[id]
      return [
        id,
        strength
          ? { strength, goodwill: 1, open: true, by: 'start', tended: 0 }
          : { strength: 0, goodwill: 0, open: false, by: null, tended: 0 },
      ]
    }),
  ) as Record<PersonId, Tie>
  return {
    week: 0,
    ties,
    occasions: 0,
    needs: world.needs.map(({ id, arrives }) => ({ id, arrives, way: 0, days: null, path: null, helper: null })),
  }
}

/** Who could introduce you to this person: somebody who knows them and to whom your tie is alive. */
export function introducer(ties: State['ties'], person: PersonId): PersonId | null {
  const able = acquaintances(person).filter((other) => ties[other.person].strength >= coldBelow)
  return able.sort((a, b) => ties[b.person].strength - ties[a.person].strength)[0]?.person ?? null
}

/** Whether this contact can take place as things stand. */
export function isPossible(state: State, contact: Contact): boolean {
  if (contact.kind === 'unstructured' || state.ties[contact.person].open) return true
  return contact.kind === 'structured' && introducer(state.ties, contact.person) !== null
}

/** How near a person is to the answer by themselves: 0 they hold it, 1 they know who does, null neither. */
export function nearness(person: PersonId, need: Need): 0 | 1 | null {
  if (need.holders.includes(person)) return 0
  return acquaintances(person).some((other) => need.holders.includes(other.person)) ? 1 : null
}

/** Plays the next week. Contacts happen in the order given. Pure: the state passed in is not changed. */
export function stepWeek(world: World, before: State, contacts: readonly Contact[]): { state: State; events: Event[] } {
  const week = before.week + 1
  const ties = Object.fromEntries(personIds.map((id) => [id, { ...before.ties[id] }])) as Record<PersonId, Tie>
  const needs = before.needs.map((need) => ({ ...need }))
  const events: Event[] = []
  let occasions = before.occasions

  for (const contact of contacts) happen(contact)
  for (let day = 1; day <= daysInWeek; day++) travel(day)
  for (const id of personIds) {
    const tie = ties[id]
    if (!tie.open || tie.tended === week) continue
    const strength = Math.max(0, tie.strength - fade)
    if (tie.strength >= coldBelow && strength < coldBelow) events.push({ type: 'went-cold', person: id })
    tie.strength = strength
  }
  return { state: { week, ties, needs, occasions }, events }

  function raise(person: PersonId, more: number, least = 0, upTo = 100) {
    const tie = ties[person]
    tie.strength = Math.max(tie.strength, Math.min(upTo, Math.max(least, tie.strength + more)))
    tie.tended = week
  }

  function befriend(person: PersonId, goodwill: number) {
    ties[person].goodwill = Math.min(highestGoodwill, ties[person].goodwill + goodwill)
  }

  /** The oldest open question this person can do something about moves on. */
  function moveOn(person: PersonId, by: readonly [number, number]): NeedId | null {
    for (const [index, need] of needs.entries()) {
      const near = nearness(person, world.needs[index]!)
      if (need.days !== null || need.way >= wholeWay || need.arrives > week || near === null) continue
      need.way = Math.min(wholeWay, need.way + by[near])
      need.helper = person
      return need.id
    }
    return null
  }

  function hasQuestionFor(person: PersonId): boolean {
    return needs.some((need, index) => need.way < wholeWay && need.arrives <= week && nearness(person, world.needs[index]!) !== null)
  }

  function happen(contact: Contact) {
    if (contact.kind === 'unstructured') return goOut()
    const { person } = contact
    const tie = ties[person]
    if (!tie.open) {
      const by = introducer(ties, person)
      if (contact.kind !== 'structured' || by === null) {
        events.push({ type: 'missed', contact })
        return
      }
      Object.assign(tie, { open: true, by: 'introduction', goodwill: 1 })
      events.push({ type: 'introduced', person, by })
    }
    switch (contact.kind) {
      case 'structured': {
        raise(person, meeting.more, meeting.least)
        if (contact.aim === 'learn') befriend(person, 1)
        const need = contact.aim === 'question' ? moveOn(person, push.question) : null
        events.push({ type: 'deepened', person, aim: contact.aim, need })
        return
      }
      case 'maintenance':
        raise(person, smallContact.more, 0, smallContact.upTo)
        events.push({ type: 'tended', person })
        return
      case 'assistance':
        if (contact.aim === 'give') {
          raise(person, helpGiven.more)
          befriend(person, helpGiven.goodwill)
          events.push({ type: 'gave', person })
        } else ask(person, tie)
    }
  }

  function goOut() {
    const person = world.encounters[occasions % world.encounters.length] ?? null
    occasions += 1
    if (person === null) {
      events.push({ type: 'met-nobody' })
      return
    }
    const tie = ties[person]
    const first = !tie.open
    if (first) Object.assign(tie, { open: true, by: 'chance', goodwill: chance.goodwill })
    raise(person, chance.more, chance.least)
    events.push(first ? { type: 'met', person, unlikely: isUnlikely(person) } : { type: 'met-again', person })
  }

  /** A request costs goodwill even where it fails: it was made. It does not count as tending the tie. */
  function ask(person: PersonId, tie: Tie) {
    if (!hasQuestionFor(person)) {
      events.push({ type: 'could-not-help', person })
      return
    }
    const { goodwill } = tie
    tie.goodwill = Math.max(0, goodwill - 1)
    if (tie.strength < coldBelow) events.push({ type: 'refused', person, why: 'cold' })
    else if (goodwill === 0) events.push({ type: 'refused', person, why: 'goodwill' })
    else events.push({ type: 'helped', person, need: moveOn(person, push.ask)! })
  }

  /** A question that help has pushed home arrives although no living tie leads to a holder: its path goes by the helper. */
  function pathOfHelp(need: NeedState, holders: readonly PersonId[]): PersonId[] {
    const helper = need.helper ?? holders[0]!
    const known = acquaintances(helper).find((other) => holders.includes(other.person))
    return holders.includes(helper) || !known ? [helper] : [helper, known.person]
  }

  function travel(day: number) {
    for (const [index, need] of needs.entries()) {
      if (need.days !== null || need.arrives > week) continue
      const { holders } = world.needs[index]!
      const path = findPath((id) => ties[id].strength, holders)
      if (path) need.way += Math.ceil(wholeWay / path.days)
      if (need.way < wholeWay) continue
      need.way = wholeWay
      need.days = (week - need.arrives) * daysInWeek + day
      need.path = path?.people ?? pathOfHelp(need, holders)
      events.push({ type: 'answered', need: need.id, days: need.days, path: need.path })
    }
  }
}
