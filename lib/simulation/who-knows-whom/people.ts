/**
 * The people of the small world: who belongs where, whom you know when you arrive, and who knows whom without you.
 *
 * Names and roles are words of the interface: they stand in the message catalogue under `person_<id>` and `role_<id>`.
 * Invariant: no line joins the formal circle to anybody outside it, and the two outer groups do not know each other.
 * So whoever is outside can be met only by chance (see step.ts), never by introduction from inside.
 */
export const groups = ['coordination', 'clusters', 'partners', 'offices', 'harbour', 'company'] as const
export type Group = (typeof groups)[number]

/** Groups that no meeting invitation ever comes from. */
const outerGroups: readonly Group[] = ['harbour', 'company']

/** The order is part of the address format (encode-state.ts): add at the end, never reorder. */
export const people = [
  { id: 'ines', group: 'coordination' },
  { id: 'joseph', group: 'coordination' },
  { id: 'leyna', group: 'coordination' },
  { id: 'hoa', group: 'clusters' },
  { id: 'anjali', group: 'clusters' },
  { id: 'kofi', group: 'clusters' },
  { id: 'sefa', group: 'partners' },
  { id: 'samira', group: 'partners' },
  { id: 'tarin', group: 'partners' },
  { id: 'amon', group: 'offices' },
  { id: 'nadia', group: 'offices' },
  { id: 'ketta', group: 'offices' },
  { id: 'bibi', group: 'harbour' },
  { id: 'rosa', group: 'harbour' },
  { id: 'daoud', group: 'harbour' },
  { id: 'pavel', group: 'company' },
  { id: 'mei', group: 'company' },
] as const satisfies readonly { id: string; group: Group }[]
export type PersonId = (typeof people)[number]['id']

export const personIds: readonly PersonId[] = people.map((person) => person.id)
const groupOf = Object.fromEntries(people.map((person) => [person.id, person.group])) as Record<PersonId, Group>

/** True for somebody outside the formal circle: an unlikely contact. */
export function isUnlikely(person: PersonId): boolean {
  return outerGroups.includes(groupOf[person])
}

/** Strength of your own ties on the first day, 0–100. Everybody else is a stranger to you. */
export const firstTies: Partial<Record<PersonId, number>> = { ines: 64, joseph: 46, anjali: 46, sefa: 40, hoa: 34, amon: 34 }

/** Who knows whom without you, and how many days a question takes from one to the other. These ties do not change. */
export const othersTies: readonly (readonly [PersonId, PersonId, number])[] = [
  ['ines', 'joseph', 3],
  ['ines', 'samira', 5],
  ['joseph', 'leyna', 4],
  ['joseph', 'ketta', 6],
  ['hoa', 'anjali', 4],
  ['anjali', 'kofi', 4],
  ['hoa', 'amon', 6],
  ['sefa', 'samira', 4],
  ['sefa', 'tarin', 3],
  ['amon', 'nadia', 6],
  ['ketta', 'nadia', 4],
  ['bibi', 'rosa', 3],
  ['rosa', 'daoud', 4],
  ['bibi', 'daoud', 5],
  ['pavel', 'mei', 4],
]

const neighbours = new Map<PersonId, { person: PersonId; days: number }[]>(personIds.map((id) => [id, []]))
for (const [a, b, days] of othersTies) {
  neighbours.get(a)?.push({ person: b, days })
  neighbours.get(b)?.push({ person: a, days })
}

/** Whom this person knows, apart from you. */
export function acquaintances(person: PersonId): readonly { person: PersonId; days: number }[] {
  return neighbours.get(person) ?? []
}
