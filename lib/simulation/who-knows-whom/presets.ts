/**
 * Ready-made ways to spend the weeks, to compare one's own with. A preset looks at what a learner can see (ties, open
 * questions, roles) and decides week by week; played in a world it becomes an ordinary plan.
 */
import { coldBelow } from './find-path.ts'
import { isUnlikely, type PersonId, personIds } from './people.ts'
import { type Contact, costOf, type Plan, weekBudget } from './plan.ts'
import { introducer, nearness, type State, startState, stepWeek } from './step.ts'
import { type World, weeksInRun } from './world.ts'

export const presets = ['asking', 'cards', 'calendar', 'garden', 'balanced'] as const
export type Preset = (typeof presets)[number]

/** The next contact this preset would make after those already chosen this week, or null when it would stop. */
type Habit = (world: World, state: State, chosen: readonly Contact[]) => Contact | null

const habits: Record<Preset, readonly Habit[]> = {
  asking: [ask],
  cards: [goOut],
  calendar: [meet],
  garden: [tend],
  balanced: [goOutEarly, askOnce, meetOnce, tend],
}

/**
 * @param budget half hours a week
 * @returns the plan this preset makes in this world
 */
export function planOfPreset(world: World, preset: Preset, budget: number = weekBudget): Plan {
  const plan: Contact[][] = []
  let state = startState(world)
  for (let week = 1; week <= weeksInRun; week++) {
    const contacts = chooseWeek(world, state, habits[preset], budget)
    plan.push(contacts)
    state = stepWeek(world, state, contacts).state
  }
  return plan
}

function chooseWeek(world: World, state: State, habitsInOrder: readonly Habit[], budget: number): Contact[] {
  const chosen: Contact[] = []
  let left = budget
  for (const habit of habitsInOrder) {
    for (;;) {
      const contact = habit(world, state, chosen)
      if (!contact || costOf(contact) > left) break
      chosen.push(contact)
      left -= costOf(contact)
    }
  }
  return chosen
}

type Own = { id: PersonId; strength: number; goodwill: number }

function ownTies(state: State): Own[] {
  return personIds.filter((id) => state.ties[id].open).map((id) => ({ id, ...state.ties[id] }))
}

function openNeeds(world: World, state: State) {
  return world.needs.filter((need, index) => need.arrives <= state.week + 1 && state.needs[index]!.days === null)
}

/** 0 where this person holds an answer that is wanted now, 1 where they know who does, 2 otherwise. */
function use(world: World, state: State, person: PersonId): number {
  return Math.min(2, ...openNeeds(world, state).map((need) => nearness(person, need) ?? 2))
}

function inPlan(chosen: readonly Contact[], person: PersonId): boolean {
  return chosen.some((contact) => contact.kind !== 'unstructured' && contact.person === person)
}

function goOut(): Contact {
  return { kind: 'unstructured' }
}

function goOutEarly(_world: World, state: State, chosen: readonly Contact[]): Contact | null {
  const times = state.week < 5 ? 1 : 0
  return chosen.filter((contact) => contact.kind === 'unstructured').length < times ? goOut() : null
}

/** Asks everybody known who might know, whether or not the tie will bear it. */
function ask(world: World, state: State, chosen: readonly Contact[]): Contact | null {
  const able = ownTies(state).filter(({ id }) => use(world, state, id) < 2 && !inPlan(chosen, id))
  const person = able.sort((a, b) => use(world, state, a.id) - use(world, state, b.id) || b.strength - a.strength)[0]
  return person ? { kind: 'assistance', person: person.id, aim: 'ask' } : null
}

/** At most two requests a week, and only where the tie is alive and has goodwill. */
function askOnce(world: World, state: State, chosen: readonly Contact[]): Contact | null {
  if (chosen.filter((contact) => contact.kind === 'assistance').length >= 2) return null
  const able = ownTies(state).filter(
    ({ id, strength, goodwill }) => strength >= coldBelow && goodwill > 0 && use(world, state, id) < 2 && !inPlan(chosen, id),
  )
  const person = able.sort((a, b) => use(world, state, a.id) - use(world, state, b.id) || b.goodwill - a.goodwill)[0]
  return person ? { kind: 'assistance', person: person.id, aim: 'ask' } : null
}

/** One meeting: with somebody who may know what is wanted, first with those one has not met; else with the weakest tie. */
function meetOnce(world: World, state: State, chosen: readonly Contact[]): Contact | null {
  if (chosen.some((contact) => contact.kind === 'structured')) return null
  const people = personIds.filter((id) => !inPlan(chosen, id) && (state.ties[id].open || introducer(state.ties, id) !== null))
  const rank = (id: PersonId) => use(world, state, id) * 200 + state.ties[id].strength
  const person = people.sort((a, b) => rank(a) - rank(b))[0]
  if (!person) return null
  return { kind: 'structured', person, aim: use(world, state, person) < 2 ? 'question' : 'learn' }
}

/** A calendar of meetings: whoever one can be introduced to, then the weakest ties; one purpose, to learn. */
function meet(_world: World, state: State, chosen: readonly Contact[]): Contact | null {
  const people = personIds.filter(
    (id) => !isUnlikely(id) && !inPlan(chosen, id) && (state.ties[id].open || introducer(state.ties, id) !== null),
  )
  const person = people.sort((a, b) => state.ties[a].strength - state.ties[b].strength)[0]
  return person ? { kind: 'structured', person, aim: 'learn' } : null
}

/** A short message to whoever has heard least. */
function tend(_world: World, state: State, chosen: readonly Contact[]): Contact | null {
  const person = ownTies(state)
    .filter(({ id }) => !inPlan(chosen, id))
    .sort((a, b) => a.strength - b.strength)[0]
  return person ? { kind: 'maintenance', person: person.id } : null
}
