/**
 * Who depends on whom: arrows between people, compared with the authors', then sentences and rooms. Pure. A round is the
 * statements of one attempt: the first carries the arrows, each of the others one sentence.
 *
 * Invariants: an arrow joins two different people of the content; each arrow is there once.
 */
import type { Statement } from '#lib/statement/schema.ts'
import type { ActivityOf } from './schema.ts'

export type PowerMap = Pick<ActivityOf<'power-map'>, 'people' | 'arrows' | 'sentences'>
export type Arrow = { from: string; to: string }
/** What goes into a statement's `result.response`. */
export type PowerMapResponse = { arrows: Arrow[] } | { sentence: string; option: string }
export type Round = { attempt: string | null; arrows: readonly Arrow[] | null; chosen: ReadonlyMap<string, string> }

const same = (one: Arrow, other: Arrow) => one.from === other.from && one.to === other.to
export const hasArrow = (arrows: readonly Arrow[], arrow: Arrow): boolean => arrows.some((one) => same(one, arrow))

/** Draws the arrow, or takes it away where it is. Nobody depends on themselves. */
export function toggle(arrows: readonly Arrow[], { from, to }: Arrow): Arrow[] {
  if (from === to) return [...arrows]
  return hasArrow(arrows, { from, to }) ? arrows.filter((one) => !same(one, { from, to })) : [...arrows, { from, to }]
}

/** Arrows as they were kept or recorded, made safe. */
export function arrowsFrom(kept: unknown, { people }: Pick<PowerMap, 'people'>): Arrow[] {
  if (!Array.isArray(kept)) return []
  const known = (id: unknown): id is string => people.some((person) => person.id === id)
  const arrows: Arrow[] = []
  for (const value of kept) {
    const { from, to } = (value ?? {}) as Record<string, unknown>
    if (known(from) && known(to) && from !== to && !hasArrow(arrows, { from, to })) arrows.push({ from, to })
  }
  return arrows
}

/** @param statements about this activity, in the order they were made */
export function latestRound(data: PowerMap, statements: readonly Pick<Statement, 'attempt' | 'result'>[]): Round {
  const attempt = statements.findLast((statement) => statement.attempt !== undefined)?.attempt
  if (attempt === undefined) return { attempt: null, arrows: null, chosen: new Map() }
  let arrows: Arrow[] | null = null
  const chosen = new Map<string, string>()
  for (const statement of statements) {
    if (statement.attempt !== attempt) continue
    const { arrows: drawn, sentence, option } = (statement.result?.response ?? {}) as Record<string, unknown>
    if (Array.isArray(drawn)) arrows = arrowsFrom(drawn, data)
    const asked = data.sentences.find(({ id }) => id === sentence)
    if (asked?.options.some(({ id }) => id === option)) chosen.set(asked.id, option as string)
  }
  return { attempt, arrows, chosen }
}

/** The learner's arrows beside the authors'. */
export function compareArrows(data: Pick<PowerMap, 'arrows'>, drawn: readonly Arrow[]) {
  return {
    both: data.arrows.filter((arrow) => hasArrow(drawn, arrow)),
    missed: data.arrows.filter((arrow) => !hasArrow(drawn, arrow)),
    extra: drawn.filter((arrow) => !hasArrow(data.arrows, arrow)),
  }
}

/** How many people depend on this one. */
export const countOn = (arrows: readonly Arrow[], person: string): number => arrows.filter(({ to }) => to === person).length

type Point = { x: number; y: number }

/**
 * An arrow as a slight curve from one circle to another, so that two that go both ways stay apart.
 * @param start, end centres; @param gap, tip distances kept free at the two ends
 * @returns the path and where its head stands, with the angle in degrees
 */
export function curve(start: Point, end: Point, gap: number, tip: number) {
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1
  const along = { x: (end.x - start.x) / length, y: (end.y - start.y) / length }
  const bend = Math.min(12, length * 0.14)
  const control = { x: (start.x + end.x) / 2 - along.y * bend, y: (start.y + end.y) / 2 + along.x * bend }
  const from = towards(start, control, gap)
  const to = towards(end, control, tip)
  return {
    path: `M${from.x} ${from.y}Q${round(control.x)} ${round(control.y)} ${to.x} ${to.y}`,
    head: { ...to, angle: round((Math.atan2(end.y - control.y, end.x - control.x) * 180) / Math.PI) },
  }
}

function towards(start: Point, end: Point, distance: number): Point {
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1
  return { x: round(start.x + ((end.x - start.x) / length) * distance), y: round(start.y + ((end.y - start.y) / length) * distance) }
}
const round = (value: number) => Math.round(value * 10) / 10
