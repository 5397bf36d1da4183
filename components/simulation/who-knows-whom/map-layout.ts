/**
 * Where everybody stands in the drawing, in its own units (280 wide). Neighbours are at least 44 units apart, so that on the
 * narrowest phone every person is a target of 44 pixels; names below the dots do not touch each other.
 */
import type { Group, PersonId } from '#lib/simulation/who-knows-whom/people.ts'

export const mapSize = { width: 280, height: 410 }
export type Point = { x: number; y: number }

export const youAt: Point = { x: 140, y: 196 }

export const placeOf: Record<PersonId, Point> = {
  leyna: { x: 34, y: 48 },
  joseph: { x: 86, y: 64 },
  ines: { x: 106, y: 118 },
  pavel: { x: 200, y: 44 },
  mei: { x: 248, y: 62 },
  hoa: { x: 196, y: 140 },
  anjali: { x: 248, y: 146 },
  kofi: { x: 250, y: 196 },
  sefa: { x: 78, y: 208 },
  samira: { x: 30, y: 182 },
  tarin: { x: 34, y: 236 },
  amon: { x: 194, y: 246 },
  nadia: { x: 248, y: 268 },
  ketta: { x: 200, y: 298 },
  bibi: { x: 62, y: 322 },
  rosa: { x: 30, y: 368 },
  daoud: { x: 106, y: 368 },
}

/** Where the name of a region stands. */
export const labelOf: Record<Group, Point> = {
  coordination: { x: 70, y: 24 },
  clusters: { x: 222, y: 118 },
  partners: { x: 44, y: 158 },
  offices: { x: 224, y: 226 },
  harbour: { x: 74, y: 300 },
  company: { x: 224, y: 20 },
}

/** Middle point that bends the line between two people a little, always to the same side: a drawn line, not a ruled one. */
export function bend(from: Point, to: Point): Point {
  const bow = 0.09
  return { x: (from.x + to.x) / 2 - (to.y - from.y) * bow, y: (from.y + to.y) / 2 + (to.x - from.x) * bow }
}

export function curve(from: Point, to: Point): string {
  const middle = bend(from, to)
  return `M${from.x} ${from.y}Q${round(middle.x)} ${round(middle.y)} ${to.x} ${to.y}`
}

/** Points along the drawn lines through these places, for something that travels them. */
export function waypoints(places: readonly Point[], perLine = 6): Point[] {
  const points: Point[] = places.slice(0, 1)
  for (let i = 1; i < places.length; i++) {
    const [from, to] = [places[i - 1]!, places[i]!]
    const middle = bend(from, to)
    for (let step = 1; step <= perLine; step++) {
      const t = step / perLine
      const at = (a: number, b: number, c: number) => round((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c)
      points.push({ x: at(from.x, middle.x, to.x), y: at(from.y, middle.y, to.y) })
    }
  }
  return points
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
