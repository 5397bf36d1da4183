/**
 * A described scene with places that say something. Pure. The segments in their order are the scene; what the learner marked is
 * a set of segment ids, never more than `most`.
 */
import type { Statement } from '#lib/statement/schema.ts'
import type { ActivityOf } from './schema.ts'

type Scene = Pick<ActivityOf<'signals'>, 'segments' | 'most'>
export type Segment = Scene['segments'][number]

/** What goes into a statement's `result.response`; `rest` once the places not noticed were opened too. */
export type MarksResponse = { marks: string[]; rest?: true }
export type Opened = { marks: readonly string[]; rest: boolean }

/** The scene as paragraphs. */
export function paragraphsOf(segments: readonly Segment[]): Segment[][] {
  const paragraphs: Segment[][] = []
  for (const segment of segments) {
    const last = paragraphs.at(-1)
    if (last && !segment.break) last.push(segment)
    else paragraphs.push([segment])
  }
  return paragraphs
}

/** The marks after one more press: put on, taken off; unchanged where none is left or the scene has no such place. In the order of the scene. */
export function toggleMark({ segments, most }: Scene, marks: readonly string[], id: string): string[] {
  const on = !marks.includes(id)
  if (on && marks.length >= most) return [...marks]
  return segments.map((segment) => segment.id).filter((one) => (one === id ? on : marks.includes(one)))
}

export type Place = { segment: Segment; number: number; mark: 'noticed' | 'plain' | 'missed' }

/**
 * The places to speak about, numbered as they stand in the scene: those marked, and with `rest` the signals that were not.
 */
export function placesOf(segments: readonly Segment[], { marks, rest }: Opened): ReadonlyMap<string, Place> {
  const places = segments.flatMap((segment): Omit<Place, 'number'>[] => {
    if (marks.includes(segment.id)) return [{ segment, mark: segment.signal ? 'noticed' : 'plain' }]
    return rest && segment.signal ? [{ segment, mark: 'missed' }] : []
  })
  return new Map(places.map((place, index) => [place.segment.id, { ...place, number: index + 1 }]))
}

export function countSignals(segments: readonly Segment[], marks: readonly string[]): { noticed: number; count: number } {
  const signals = segments.filter(({ signal }) => signal)
  return { noticed: signals.filter(({ id }) => marks.includes(id)).length, count: signals.length }
}

/** What was opened last, or null where nothing was. Marks on places that the scene no longer has are left out. */
export function lastOpened({ segments, most }: Scene, statements: readonly Pick<Statement, 'result'>[]): Opened | null {
  const opened = statements.flatMap(({ result }) => readResponse(result?.response) ?? []).at(-1)
  if (!opened) return null
  const marks = segments.map(({ id }) => id).filter((id) => opened.marks.includes(id))
  return { marks: marks.slice(0, most), rest: opened.rest }
}

function readResponse(value: unknown): Opened | null {
  if (typeof value !== 'object' || value === null) return null
  const { marks, rest } = value as Partial<MarksResponse>
  return Array.isArray(marks) ? { marks, rest: rest === true } : null
}
