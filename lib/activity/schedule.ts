/**
 * Rules of the structured networking schedule. Pure: today comes in.
 *
 * A line holds a text for each field of the activity, by field id; dates are ISO (2026-11-21), so that they sort as text.
 * Four field ids mean something to these rules; a schedule without them only loses the hint.
 */
import type { ActivityOf } from './schema.ts'

type Schedule = ActivityOf<'schedule'>
export type ScheduleLine = Readonly<Record<string, string>>

export const roleOfField = { objective: 'objective', next: 'next', outcome: 'outcome', following: 'following' } as const

export type VagueFinding = { word: string; advice: string }

/** The first vague expression of each group that stands in the text as whole words, in the order of the groups. */
export function findVague(text: string, groups: Schedule['vague']): VagueFinding[] {
  const plain = ` ${simplify(text)} `
  return groups.flatMap(({ words, advice }) => {
    const word = words.find((candidate) => plain.includes(` ${simplify(candidate)} `))
    return word ? [{ word, advice }] : []
  })
}

function simplify(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

export type Due = { line: number; date: string; what: 'meeting' | 'outcome' | 'following' }

/**
 * What comes next on each line, the earliest first:
 * an appointment still ahead; an appointment that has passed and has no outcome yet; otherwise the following meeting.
 * @param today ISO date in the learner's own time zone
 */
export function listDue(lines: readonly ScheduleLine[], today: string): Due[] {
  return lines
    .flatMap((line, index): Due[] => {
      const next = isoDate(line[roleOfField.next])
      const following = isoDate(line[roleOfField.following])
      const open = !line[roleOfField.outcome]?.trim()
      if (next && next >= today) return [{ line: index, date: next, what: 'meeting' }]
      if (next && open) return [{ line: index, date: next, what: 'outcome' }]
      return following ? [{ line: index, date: following, what: 'following' }] : []
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.line - b.line))
}

function isoDate(text: string | undefined): string | undefined {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined
}

/** A line counts as filled when it says who and what for: its first field and its objective. */
export function isFilled(line: ScheduleLine, data: Pick<Schedule, 'fields'>): boolean {
  const first = data.fields[0]?.id ?? ''
  return Boolean(line[first]?.trim() && line[roleOfField.objective]?.trim())
}

export function isEmpty(line: ScheduleLine): boolean {
  return Object.values(line).every((text) => text.trim() === '')
}

/** Kept lines, filled up with empty ones to the number the activity asks for. Anything that is not text is dropped. */
export function linesFor(kept: unknown, data: Pick<Schedule, 'lines'>): ScheduleLine[] {
  const lines = Array.isArray(kept) ? kept.map(lineFrom) : []
  while (lines.length < data.lines) lines.push({})
  return lines
}

function lineFrom(value: unknown): ScheduleLine {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
