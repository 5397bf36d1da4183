/**
 * Draws the contour lines behind certificates and writes them to contours.json: seeded noise → d3-contour → fewer points →
 * smooth curves. Run by hand when the picture is to change: `node lib/credential/templates/draw-contours.ts`.
 */
import { writeFileSync } from 'node:fs'
import { contours } from 'd3-contour'
import { createNoise2D } from 'simplex-noise'

const width = 1200
const height = 630
const cell = 10
const seed = 21

type Point = readonly [x: number, y: number]

function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}

const columns = Math.ceil(width / cell) + 4
const rows = Math.ceil(height / cell) + 4
const noise = createNoise2D(randomFrom(seed))
const heights = Array.from({ length: columns * rows }, (_, index) => {
  const x = (index % columns) * cell * 0.00205
  const y = Math.floor(index / columns) * cell * 0.00205
  return noise(x, y) + 0.45 * noise(x * 2.1 + 9, y * 2.1) + 0.14 * noise(x * 4.3, y * 4.3 + 7)
})
const levels = Array.from({ length: 12 }, (_, index) => -1.0 + index * 0.185)

/** Ramer–Douglas–Peucker on a closed ring, `tolerance` in pixels. */
function simplify(points: readonly Point[], tolerance: number): Point[] {
  const first = points[0]!
  const last = points.at(-1)!
  let farthest = 0
  let index = 0
  for (let i = 1; i < points.length - 1; i++) {
    const [x, y] = points[i]!
    const length = Math.hypot(last[0] - first[0], last[1] - first[1])
    const distance =
      length === 0
        ? Math.hypot(x - first[0], y - first[1])
        : Math.abs((last[0] - first[0]) * (first[1] - y) - (first[0] - x) * (last[1] - first[1])) / length
    if (distance > farthest) {
      farthest = distance
      index = i
    }
  }
  if (farthest <= tolerance) return [first, last]
  return [...simplify(points.slice(0, index + 1), tolerance).slice(0, -1), ...simplify(points.slice(index), tolerance)]
}

/** A closed curve that turns at each point: quadratic pieces between the middles of the sides, whole pixels, relative. */
function curve(ring: readonly Point[]): string {
  const points = ring.slice(0, -1).map(([x, y]): Point => [Math.round(x), Math.round(y)])
  const middle = (a: Point, b: Point): Point => [Math.round((a[0] + b[0]) / 2), Math.round((a[1] + b[1]) / 2)]
  let at = middle(points.at(-1)!, points[0]!)
  let d = `M${at[0]} ${at[1]}`
  for (const [index, point] of points.entries()) {
    const to = middle(point, points[(index + 1) % points.length]!)
    d += `q${[point[0] - at[0], point[1] - at[1], to[0] - at[0], to[1] - at[1]].join(' ').replaceAll(' -', '-')}`
    at = to
  }
  return `${d}z`
}

function seen(ring: readonly Point[]): boolean {
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  const size = Math.min(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys))
  return size > 26 && Math.max(...xs) > width * 0.36
}

const lines = { minor: '', major: '' }
for (const [index, contour] of contours().size([columns, rows]).thresholds(levels)(heights).entries()) {
  const rings = contour.coordinates.flat().map((ring) => ring.map(([x, y]): Point => [(x! - 2) * cell, (y! - 2) * cell]))
  lines[index % 4 === 1 ? 'major' : 'minor'] += rings
    .filter(seen)
    .map((ring) => curve(simplify(ring, 1.7)))
    .join('')
}
const path = new URL('contours.json', import.meta.url)
writeFileSync(path, `${JSON.stringify({ width, height, ...lines }, null, 2)}\n`)
console.log(`minor ${lines.minor.length}, major ${lines.major.length} characters`)
