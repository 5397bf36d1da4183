/**
 * Judgements on scales from 0 to 10, compared with a range. There is no right value: what counts is where the own value
 * stands to the range, and in which direction one leans. Pure.
 */
import type { Statement } from '#lib/statement/schema.ts'
import type { ActivityOf } from './schema.ts'

export type Sliders = ActivityOf<'sliders'>
export type Scale = Sliders['scales'][number]
/** What goes into a statement's `result.response`: scale → 0 to 10. `attempt` names the round. */
export type SlidersResponse = { row: string; values: Record<string, number> }
export type Values = Readonly<Record<string, number>>
export type SlidersRound = { attempt: string; given: ReadonlyMap<string, Values> }
export type Place = 'inside' | 'below' | 'above'

export const middle = 5
const highest = 10

/** The round begun last; its first response to a row counts. Null where there is none. */
export function latestSliders(data: Sliders, statements: readonly Pick<Statement, 'attempt' | 'result'>[]): SlidersRound | null {
  const said = statements.flatMap(({ attempt, result }) => {
    const response = readResponse(data, result?.response)
    return attempt === undefined || response === null ? [] : [{ attempt, response }]
  })
  const attempt = said.at(-1)?.attempt
  if (attempt === undefined) return null
  const given = new Map<string, Values>()
  for (const { response } of said.filter((one) => one.attempt === attempt)) {
    if (!given.has(response.row)) given.set(response.row, response.values)
  }
  return { attempt, given }
}

/** @returns null where the row is gone or a scale of today has no value in it */
function readResponse(data: Sliders, response: unknown): SlidersResponse | null {
  if (typeof response !== 'object' || response === null) return null
  const { row, values } = response as Partial<SlidersResponse>
  if (typeof values !== 'object' || values === null || !data.rows.some(({ id }) => id === row)) return null
  const known = data.scales.map(({ id }) => [id, values[id]] as const)
  if (!known.every(([, value]) => Number.isInteger(value) && value! >= 0 && value! <= highest)) return null
  return { row: row!, values: Object.fromEntries(known) as Record<string, number> }
}

/** Both ends of a range belong to it. */
export function placeOf(value: number, [from, to]: readonly [number, number]): Place {
  return value < from ? 'below' : value > to ? 'above' : 'inside'
}

/** A value as words: which end it is near, and how near. Names a message, `sliders-at-…`. */
export function wordFor(value: number): 'low' | 'close-low' | 'toward-low' | 'middle' | 'toward-high' | 'close-high' | 'high' {
  if (value === middle) return 'middle'
  const end = value < middle ? 'low' : 'high'
  const away = Math.abs(value - middle)
  return away === middle ? end : away >= 3 ? `close-${end}` : `toward-${end}`
}

/** How the values of one scale stand to the ranges: how many inside, and to which side the others lean. */
export function standing(
  data: Sliders,
  scale: string,
  given: ReadonlyMap<string, Values>,
): Record<Place, number> & { lean: Place | 'both' } {
  const count = { inside: 0, below: 0, above: 0 }
  for (const { id, ranges } of data.rows) {
    const value = given.get(id)?.[scale]
    const range = ranges[scale]
    if (value !== undefined && range) count[placeOf(value, range)] += 1
  }
  const lean = count.below + count.above === 0 ? 'inside' : count.above === 0 ? 'below' : count.below === 0 ? 'above' : 'both'
  return { ...count, lean }
}
