/**
 * The listening checklist: what to prepare, do and write down around a conversation. Pure.
 *
 * The points are those of the module on active listening; their words stand in the catalogue as `point-<id>`. Ids stay: they are kept.
 */
import { dateFrom, entriesFrom, recordFrom } from './read-kept.ts'
import { typedFrom } from './typed-from.ts'

export const parts = ['before', 'during', 'after'] as const
export type Part = (typeof parts)[number]

/** Points of each part, in groups with a heading (`group-<id>`). */
export const listeningPoints: Record<Part, readonly { group: string; points: readonly string[] }[]> = {
  before: [
    { group: 'attention', points: ['away', 'seat', 'place', 'time'] },
    { group: 'special', points: ['number', 'interpreter'] },
  ],
  during: [
    { group: 'hear', points: ['usual', 'words', 'voice', 'silent'] },
    { group: 'understand', points: ['paraphrase', 'clarify', 'feeling', 'later'] },
    { group: 'verify', points: ['saw', 'twice', 'theirs', 'close'] },
  ],
  after: [{ group: 'data', points: ['apart', 'definitions', 'read-back', 'promised', 'sensitive'] }],
}
export const pointIds: readonly string[] = parts.flatMap((part) => listeningPoints[part].flatMap(({ points }) => points))

export type Talk = {
  id: string
  /** with whom, about what */
  name: string
  /** ISO date, or '' */
  date: string
  /** ids of points, in the order of the list */
  ticks: string[]
  notes: Record<Part, string>
}
export type Checklist = { version: 1; talks: Talk[] }

export const mostTalks = 100
export const longest = { name: 120, note: 2000 }
export const emptyChecklist: Checklist = { version: 1, talks: [] }

/** What the device or a copy holds, fitted: never throws; points that are no longer in the list are dropped. */
export function checklistFrom(kept: unknown): Checklist {
  return {
    version: 1,
    talks: entriesFrom<Talk>(
      recordFrom(kept)['talks'],
      (one) => {
        const notes = recordFrom(one['notes'])
        const ticks: readonly unknown[] = Array.isArray(one['ticks']) ? one['ticks'] : []
        return {
          name: typedFrom(one['name'], longest.name),
          date: dateFrom(one['date']),
          ticks: pointIds.filter((id) => ticks.includes(id)),
          notes: { before: note(notes['before']), during: note(notes['during']), after: note(notes['after']) },
        }
      },
      mostTalks,
    ),
  }
}

const note = (text: unknown) => typedFrom(text, longest.note)

export function emptyTalk(id: string, date: string): Talk {
  return { id, name: '', date, ticks: [], notes: { before: '', during: '', after: '' } }
}

/** How many points of a part are ticked, and of how many. */
export function countOf(talk: Talk, part: Part): { ticked: number; points: number } {
  const points = listeningPoints[part].flatMap(({ points: ids }) => ids)
  return { ticked: points.filter((id) => talk.ticks.includes(id)).length, points: points.length }
}

/** One conversation as plain text. @param words in the learner's language @param date as it is written there */
export function talkText(talk: Talk, date: string, words: (key: string) => string): string {
  const lines = [[talk.name.trim() || words('unnamed'), date].filter(Boolean).join(', '), '']
  for (const part of parts) {
    lines.push(words(part).toUpperCase())
    for (const { points } of listeningPoints[part])
      for (const id of points) lines.push(`[${talk.ticks.includes(id) ? 'x' : ' '}] ${words(`point-${id}`)}`)
    if (talk.notes[part].trim()) lines.push('', `${words(`note-${part}`)}:`, talk.notes[part].trim())
    lines.push('')
  }
  return `${lines.join('\n').trimEnd()}\n`
}
