/**
 * A run in an address, so that a facilitator can show any state by link: `plan=uscqh.mbma&seed=12&week=2`.
 *
 * One group of letters per week, joined by dots. A contact is a letter for what it is and, where there is one, a letter
 * for the person (a is the first of people.ts): `u` out in the open, `s` meeting to learn, `q` meeting with a question,
 * `m` small contact, `a` asking for help, `g` giving help. A week without contacts is `-`.
 */
import { personIds } from './people.ts'
import { type Contact, costOfWeek, type Plan, weekBudget } from './plan.ts'
import { highestSeed, weeksInRun } from './world.ts'

export type Shown = {
  plan: Plan
  seed: number
  /** weeks already played; later weeks of the plan stand ready */
  week: number
}

/** a week without any contact */
const restWeek = '-'
const firstLetter = 'a'.charCodeAt(0)

function letterOf(contact: Contact): string {
  switch (contact.kind) {
    case 'unstructured':
      return 'u'
    case 'structured':
      return contact.aim === 'learn' ? 's' : 'q'
    case 'maintenance':
      return 'm'
    case 'assistance':
      return contact.aim === 'ask' ? 'a' : 'g'
  }
}

function encodeContact(contact: Contact): string {
  if (contact.kind === 'unstructured') return 'u'
  return letterOf(contact) + String.fromCharCode(firstLetter + personIds.indexOf(contact.person))
}

export function encodePlan(plan: Plan): string {
  return plan.map((week) => week.map(encodeContact).join('') || restWeek).join('.')
}

function decodeContact(code: string): Contact | null {
  if (code === 'u') return { kind: 'unstructured' }
  const person = personIds[code.charCodeAt(1) - firstLetter]
  if (!person) return null
  switch (code[0]) {
    case 's':
      return { kind: 'structured', person, aim: 'learn' }
    case 'q':
      return { kind: 'structured', person, aim: 'question' }
    case 'm':
      return { kind: 'maintenance', person }
    case 'a':
      return { kind: 'assistance', person, aim: 'ask' }
    case 'g':
      return { kind: 'assistance', person, aim: 'give' }
    default:
      return null
  }
}

/** @returns null where the text is no plan, or one that takes more weeks or hours than there are. */
export function decodePlan(text: string): Plan | null {
  const weeks = text === '' ? [] : text.split('.')
  if (weeks.length > weeksInRun) return null
  const plan: Contact[][] = []
  for (const week of weeks) {
    const codes = week.match(/u|[sqmag][a-z]/g) ?? []
    if ((codes.join('') || restWeek) !== week) return null
    const contacts = codes.map(decodeContact)
    if (contacts.includes(null) || costOfWeek(contacts as Contact[]) > weekBudget) return null
    plan.push(contacts as Contact[])
  }
  return plan
}

/** @returns the query, without a question mark. */
export function encodeState({ plan, seed, week }: Shown): string {
  return new URLSearchParams({ plan: encodePlan(plan), seed: String(seed), week: String(week) }).toString()
}

/**
 * @param query the query of an address, with or without a question mark
 * @returns `absent` where it says nothing about a plan; `malformed` where it does, but not in this format.
 */
export function decodeState(query: string): { found: 'absent' | 'malformed' } | { found: 'state'; shown: Shown } {
  const parameters = new URLSearchParams(query)
  const text = parameters.get('plan')
  if (text === null && parameters.get('seed') === null) return { found: 'absent' }
  const plan = decodePlan(text ?? '')
  const seed = wholeNumber(parameters.get('seed') ?? '1', 1, highestSeed)
  const week = wholeNumber(parameters.get('week') ?? '0', 0, weeksInRun)
  if (plan === null || seed === null || week === null || week > plan.length) return { found: 'malformed' }
  return { found: 'state', shown: { plan, seed, week } }
}

function wholeNumber(text: string, least: number, most: number): number | null {
  if (!/^\d{1,5}$/.test(text)) return null
  const number = Number(text)
  return number >= least && number <= most ? number : null
}
