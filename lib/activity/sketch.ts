/**
 * The private sketch of one's contacts: its shape, where each stands in the drawing, and what the picture says. Pure.
 *
 * Invariants: a contact stands on one of the activity's rings; initials are at most four characters, so that no name is
 * kept; there are at most `most` contacts.
 */
import { toCsv } from './csv.ts'
import type { ActivityOf } from './schema.ts'

type SketchData = ActivityOf<'sketch'>
export type ReadingName = keyof SketchData['readings']

export type Contact = {
  id: string
  initials: string
  /** id of a ring */
  ring: string
  wrote?: 'me' | 'they' | undefined
  asked?: 'me' | 'they' | 'nobody' | undefined
}

/** What was kept on the device, made safe: unknown rings move to the outermost, more than `most` are cut. */
export function contactsFrom(kept: unknown, data: Pick<SketchData, 'rings' | 'most'>): Contact[] {
  if (!Array.isArray(kept)) return []
  return kept
    .flatMap((value): Contact[] => {
      const { id, initials, ring, wrote, asked } = (value ?? {}) as Record<string, unknown>
      if (typeof id !== 'string' || typeof initials !== 'string') return []
      const place = data.rings.find((candidate) => candidate.id === ring) ?? data.rings.at(-1)
      return [
        {
          id,
          initials: shorten(initials),
          ring: place?.id ?? '',
          wrote: wrote === 'me' || wrote === 'they' ? wrote : undefined,
          asked: asked === 'me' || asked === 'they' || asked === 'nobody' ? asked : undefined,
        },
      ]
    })
    .slice(0, data.most)
}

/** Initials, not names: the first four letters or digits, in capitals. */
export function shorten(text: string): string {
  const letters = text.match(/[\p{L}\p{N}]\p{M}*/gu) ?? []
  return letters.slice(0, 4).join('').toUpperCase()
}

/** The next contact: an id that no other has, so that it can be told apart even where initials are the same. */
export function addContact(contacts: readonly Contact[], initials: string, ring: string): Contact[] {
  const highest = contacts.reduce((most, { id }) => Math.max(most, Number(id.slice(1)) || 0), 0)
  return [...contacts, { id: `c${highest + 1}`, initials: shorten(initials), ring }]
}

export type Spot = { contact: Contact; x: number; y: number; room: number }

/** The part of a ring on which contacts stand: its label stands in the gap at the bottom. */
const arc = (300 / 180) * Math.PI

/**
 * Where each contact stands: evenly on its ring, in the order they were placed, beginning at the top and leaving the bottom free.
 * Each ring is turned a little against the next, so that contacts do not hide each other's lines.
 * @param radii of the rings, from the centre outwards
 * @returns spots relative to the centre, y downwards; `room` is the radius that keeps neighbours on the ring apart
 */
export function placeContacts(contacts: readonly Contact[], rings: readonly { id: string }[], radii: readonly number[]): Spot[] {
  return rings.flatMap((ring, index) => {
    const here = contacts.filter((contact) => contact.ring === ring.id)
    const radius = radii[index] ?? 0
    const step = arc / Math.max(here.length, 1)
    return here.map((contact, nth) => {
      const angle = (nth - (here.length - 1) / 2) * step + index * 0.2 - Math.PI / 2
      return { contact, x: round(radius * Math.cos(angle)), y: round(radius * Math.sin(angle)), room: round((radius * step) / 2) }
    })
  })
}
const round = (value: number) => Math.round(value * 100) / 100

export type Reading = { name: ReadingName; count: number; total: number }

/**
 * One or two readings of the picture: its shape first, then the direction in which things move.
 * `count` of `total` contacts are what the reading is about; for asking and writing, `total` counts only those about whom it was said.
 * Below four contacts there is no pattern to see, and nothing is read into it.
 */
export function readSketch(contacts: readonly Contact[], rings: readonly { id: string }[]): Reading[] {
  const total = contacts.length
  if (total === 0) return []
  if (total < 4) return [{ name: 'few', count: total, total }]

  const near = contacts.filter((contact) => contact.ring === rings[0]?.id).length
  const far = contacts.filter((contact) => contact.ring === rings.at(-1)?.id).length
  const asked = contacts.filter((contact) => contact.asked)
  const wrote = contacts.filter((contact) => contact.wrote)
  const iAsk = asked.filter((contact) => contact.asked === 'me').length
  const theyAsk = asked.filter((contact) => contact.asked === 'they').length
  const theyWrote = wrote.filter((contact) => contact.wrote === 'they').length

  const shape: Reading[] = []
  if (near / total >= 2 / 3) shape.push({ name: 'onlyClose', count: near, total })
  else if (far / total >= 2 / 3) shape.push({ name: 'onlyFar', count: far, total })

  const flow: Reading[] = []
  if (asked.length >= 3 && iAsk / asked.length >= 0.6) flow.push({ name: 'iAsk', count: iAsk, total: asked.length })
  else if (asked.length >= 3 && theyAsk / asked.length >= 0.6) flow.push({ name: 'theyAsk', count: theyAsk, total: asked.length })
  if (wrote.length >= 3 && theyWrote / wrote.length >= 0.6) flow.push({ name: 'silent', count: theyWrote, total: wrote.length })

  const found = [...shape, ...flow].slice(0, 2)
  return found.length > 0 ? found : [{ name: 'balanced', count: total, total }]
}

/** @param words the labels of columns and values, in the reader's language */
export function sketchCsv(
  contacts: readonly Contact[],
  rings: readonly { id: string; label: string }[],
  words: { columns: readonly string[]; me: string; they: string; nobody: string },
): string {
  const said = (who: 'me' | 'they' | 'nobody' | undefined) => (who ? words[who] : '')
  return toCsv([
    words.columns,
    ...contacts.map(({ initials, ring, wrote, asked }) => [
      initials,
      rings.find(({ id }) => id === ring)?.label ?? '',
      said(wrote),
      said(asked),
    ]),
  ])
}
