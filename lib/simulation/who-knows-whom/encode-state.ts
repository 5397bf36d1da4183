/**
 * A run in an address, so that a facilitator can show any state by link: `plan=uscqh.mbma&seed=12&week=2`.
 *
 * One group of letters per week, joined by dots. A contact is a letter for what it is and, where there is one, a letter
 * for the person (a is the first of people.ts): `u` out in the open, `s` meeting to learn, `q` meeting with a question,
 * `m` small contact, `a` asking for help, `g` giving help. A week without contacts is `-`.
 */
import { type Stepped, steppedAddress } from '#lib/simulation/address.ts'
import { personIds } from './people.ts'
import { type Contact, costOfWeek, type Plan, weekBudget } from './plan.ts'
import { weeksInRun } from './world.ts'

export type Shown = Stepped<readonly Contact[]>

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

export const { encodeState, decodeState } = steppedAddress('week', encodePlan, decodePlan)
