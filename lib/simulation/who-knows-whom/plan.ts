/**
 * A plan: for each week, a list of contacts. Time is counted in half hours; a week has four hours for people.
 *
 * The reading of maintenance and assistance is the course's own: small contacts without a request; asking for
 * help and giving it.
 */
import type { PersonId } from './people.ts'

export const kinds = ['unstructured', 'structured', 'maintenance', 'assistance'] as const
export type Kind = (typeof kinds)[number]

export type Contact =
  | { kind: 'unstructured' }
  /** `learn`: find out what would be useful to them; `question`: bring your own question */
  | { kind: 'structured'; person: PersonId; aim: 'learn' | 'question' }
  | { kind: 'maintenance'; person: PersonId }
  | { kind: 'assistance'; person: PersonId; aim: 'ask' | 'give' }
export type Plan = readonly (readonly Contact[])[]

/** Half hours in a week. */
export const weekBudget = 8

/** @returns half hours: a meeting, an evening out and a piece of help take an hour; a message or a request half of one. */
export function costOf(contact: Contact): number {
  switch (contact.kind) {
    case 'unstructured':
    case 'structured':
      return 2
    case 'maintenance':
      return 1
    case 'assistance':
      return contact.aim === 'give' ? 2 : 1
  }
}

export function costOfWeek(contacts: readonly Contact[]): number {
  return contacts.reduce((sum, contact) => sum + costOf(contact), 0)
}

/** The same plan with every contact of one kind taken out and nothing put in its place. */
export function without(plan: Plan, kind: Kind): Plan {
  return plan.map((week) => week.filter((contact) => contact.kind !== kind))
}
