/**
 * The networking schedule: one entry for each contact. Pure: today comes in; dates are ISO or ''.
 *
 * An entry is about one meeting: `next`, with its `objective` and, once it has taken place, its `outcome`. When the following meeting
 * is set, the entry moves on: `last` is the meeting that was, and its outcome goes to the top of the notes with its date.
 */
import { byDate } from './days.ts'
import { choiceFrom, dateFrom, entriesFrom, recordFrom, textFrom } from './read-kept.ts'
import type { Column, Row } from './table.ts'

export const contactTypes = ['unstructured', 'structured', 'maintenance', 'assistance'] as const
export type ContactType = (typeof contactTypes)[number]

export type Contact = {
  id: string
  organisation: string
  /** how this person likes to be reached */
  contact: string
  type: ContactType | ''
  last: string
  next: string
  objective: string
  outcome: string
  notes: string
}
export type NetworkingSchedule = { version: 1; contacts: readonly Contact[] }

export const mostContacts = 500
export const mostText = { organisation: 200, contact: 500, objective: 500, outcome: 2000, notes: 8000 } as const

export function scheduleFrom(kept: unknown): NetworkingSchedule {
  return { version: 1, contacts: entriesFrom<Contact>(recordFrom(kept)['contacts'], contactFrom, mostContacts) }
}

/** @returns null where nothing says who it is: such an entry could not come back from a table */
function contactFrom(kept: Readonly<Record<string, unknown>>): Omit<Contact, 'id'> | null {
  const contact = {
    organisation: textFrom(kept['organisation'], mostText.organisation),
    contact: textFrom(kept['contact'], mostText.contact),
    type: choiceFrom(kept['type'], contactTypes),
    last: dateFrom(kept['last']),
    next: dateFrom(kept['next']),
    objective: textFrom(kept['objective'], mostText.objective),
    outcome: textFrom(kept['outcome'], mostText.outcome),
    notes: textFrom(kept['notes'], mostText.notes),
  }
  return contact.organisation ? contact : null
}

export type ContactGroup = 'outcome' | 'coming' | 'rest'

export function groupOf({ next, outcome }: Contact, today: string): ContactGroup {
  if (next && next >= today) return 'coming'
  return next && !outcome ? 'outcome' : 'rest'
}

/** The latest day on which these two met, as far as the entry knows; '' where it knows none. */
export function lastMet({ last, next }: Contact, today: string): string {
  return next && next < today && next > last ? next : last
}

/** What is due first: meetings without an outcome, the oldest first; coming meetings; then the rest, the longest silence first. */
export function groupContacts(contacts: readonly Contact[], today: string): Record<ContactGroup, Contact[]> {
  const groups: Record<ContactGroup, Contact[]> = { outcome: [], coming: [], rest: [] }
  for (const contact of contacts) groups[groupOf(contact, today)].push(contact)
  groups.outcome.sort((a, b) => byDate(a.next, b.next))
  groups.coming.sort((a, b) => byDate(a.next, b.next))
  groups.rest.sort((a, b) => byDate(lastMet(a, today), lastMet(b, today)))
  return groups
}

/** The meeting has taken place: what came of it, and perhaps the following one. */
export function hold(contact: Contact, held: { outcome: string; following: string; objective: string }): Contact {
  if (!held.following) return { ...contact, outcome: held.outcome }
  const notes = [[contact.next, held.outcome].filter(Boolean).join(': '), contact.notes].filter(Boolean).join('\n')
  return {
    ...contact,
    last: contact.next || contact.last,
    next: held.following,
    objective: held.objective,
    outcome: '',
    notes: textFrom(notes, mostText.notes),
  }
}

/** @param say name of a column or an option, as a file of ours has it; files from elsewhere may use the names below */
export function contactColumns(say: (key: string) => string): Column[] {
  const text = (id: keyof typeof mostText, ...names: string[]): Column => ({
    id,
    kind: 'text',
    names: [say(id), ...names],
    most: mostText[id],
  })
  return [
    { ...text('organisation', 'Organization', 'Agency', 'Institution', 'Partner', 'Name', 'Who'), required: true },
    text('contact', 'Contact', 'Details', 'Email', 'E-mail', 'Telephone', 'Phone'),
    {
      id: 'type',
      kind: 'choice',
      names: [say('type'), 'Type', 'Networking', 'Kind'],
      options: contactTypes.map((id) => ({ id, names: [say(`type-${id}`), `${id} networking`] })),
    },
    { id: 'last', kind: 'date', names: [say('last'), 'Last contact', 'Last met', 'Last'] },
    { id: 'next', kind: 'date', names: [say('next'), 'Appointment', 'Date', 'When', 'Next'] },
    text('objective', 'Objective of the meeting', 'Purpose', 'Goal', 'Aim'),
    text('outcome', 'Result', 'What was agreed'),
    text('notes', 'Note', 'Remarks', 'Comments', 'Comment'),
  ]
}

export function rowOf({ id: _, ...contact }: Contact): Row {
  return Object.fromEntries(Object.entries(contact).filter(([, text]) => text !== ''))
}

/** @param makeId a new id for each */
export function contactsOf(rows: readonly Row[], makeId: () => string): Contact[] {
  return entriesFrom<Contact>(
    rows.map((row) => ({ ...row, id: makeId() })),
    contactFrom,
    mostContacts,
  )
}
