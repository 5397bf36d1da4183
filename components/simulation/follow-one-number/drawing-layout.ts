/** Where everything stands in the drawing, in its own units. Pure. */
import type { PartnerId, PlaceId } from '#lib/simulation/follow-one-number/partners.ts'
import { partnerIds } from '#lib/simulation/follow-one-number/partners.ts'
import { placesOf } from './describe.ts'

export const size = { width: 360, height: 540 } as const
export const sourceY = 42
export const sourceRadius = 16
export const table = { x: 10, y: 196, width: 340, row: 33 } as const
const column = table.width / partnerIds.length
/** A report in time runs into the table; one that comes after the meeting stops before it. */
const streamEnd = { inTime: table.y - 2, late: table.y - 18 } as const

export function columnX(id: PartnerId): number {
  return table.x + column * partnerIds.indexOf(id)
}

export function sourceX(id: PartnerId): number {
  return columnX(id) + column / 2
}

/** A meander from a partner down to the table; every second one swings the other way. */
export function streamPath(id: PartnerId, end: keyof typeof streamEnd): string {
  const x = sourceX(id)
  const swing = partnerIds.indexOf(id) % 2 === 0 ? 13 : -13
  const [right, left, foot] = [x + swing, x - swing, streamEnd[end]]
  return `M${x} 62C${x} 80 ${right} 82 ${right} 102S${left} 126 ${left} 150S${x} ${foot - 16} ${x} ${foot}`
}

/** Middle of a field of the table. */
export function cellAt(id: PartnerId, place: PlaceId): { x: number; y: number; width: number; height: number } {
  return { x: columnX(id), y: table.y + table.row * placesOf(id).indexOf(place), width: column, height: table.row }
}

/** Places on the map, each below the column of its partner. */
export const placeAt: Record<PlaceId, { x: number; y: number }> = {
  a: { x: 40, y: 356 },
  b: { x: 66, y: 462 },
  c: { x: 112, y: 398 },
  d: { x: 128, y: 492 },
  e: { x: 176, y: 342 },
  f: { x: 190, y: 438 },
  g: { x: 240, y: 384 },
  h: { x: 254, y: 484 },
  i: { x: 312, y: 350 },
  j: { x: 310, y: 440 },
}

/** From the foot of the table to just above a place. @param top upper edge of what stands at the place */
export function roadPath(id: PartnerId, place: PlaceId, top: number): string {
  const [from, to] = [{ x: sourceX(id), y: table.y + 2 * table.row + 2 }, placeAt[place]]
  const bend = (from.y + to.y) / 2
  return `M${from.x} ${from.y}C${from.x} ${bend} ${to.x} ${bend} ${to.x} ${to.y - top}`
}

/** Radius by people: the area grows with the number. */
export function radiusOf(people: number): number {
  return Math.round(60 + 115 * Math.sqrt(people / 660)) / 10
}

export const blankRadius = 9
