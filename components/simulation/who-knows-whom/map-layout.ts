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
  pavel: { x: 200, y: 42 },
  mei: { x: 248, y: 56 },
  hoa: { x: 196, y: 130 },
  anjali: { x: 248, y: 136 },
  kofi: { x: 248, y: 184 },
  sefa: { x: 78, y: 208 },
  samira: { x: 30, y: 182 },
  tarin: { x: 34, y: 236 },
  amon: { x: 194, y: 258 },
  nadia: { x: 248, y: 280 },
  ketta: { x: 198, y: 314 },
  bibi: { x: 62, y: 322 },
  rosa: { x: 30, y: 368 },
  daoud: { x: 106, y: 368 },
}

/** Where the name of a region stands. */
export const labelOf: Record<Group, Point> = {
  coordination: { x: 76, y: 26 },
  clusters: { x: 228, y: 106 },
  partners: { x: 46, y: 156 },
  offices: { x: 214, y: 236 },
  harbour: { x: 74, y: 298 },
  company: { x: 226, y: 18 },
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
