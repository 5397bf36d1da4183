/**
 * Draws the contour lines of the maps into public/map: noise → levels → rings → smooth curves in whole pixels.
 * Run by hand (`node lib/command/draw-contours.ts`) when a map changes; the results are committed.
 *
 * The files are used as masks, so that one drawing serves both themes: only the opacity of a line matters.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { contours } from 'd3-contour'
import { createNoise2D } from 'simplex-noise'

type Map = { name: string; width: number; height: number; seed: number; scale: number; step: number; levels: number }

const maps: Map[] = [
  { name: 'course-wide', width: 1180, height: 540, seed: 7, scale: 1, step: 10, levels: 12 },
  { name: 'course-tall', width: 380, height: 1000, seed: 7, scale: 1.25, step: 10, levels: 11 },
  ...Array.from({ length: 8 }, (_, i) => ({
    name: `module-${i + 1}`,
    width: 720,
    height: 300,
    seed: 31 + i * 11,
    scale: 0.95,
    step: 10,
    levels: 11,
  })),
]

/** Linear congruential generator (Numerical Recipes), so that a seed always gives the same map. */
const random = (seed: number) => () => {
  seed = (seed * 1664525 + 1013904223) % 4294967296
  return seed / 4294967296
}

type Point = readonly [number, number]

/** A closed ring as quadratic curves through the middles of its edges: half the points, and no corners. */
function smooth(ring: readonly Point[]): string {
  const points = ring.slice(0, -1).filter((_, i) => i % 2 === 0)
  if (points.length < 4) return ''
  const middle = (a: Point, b: Point): Point => [Math.round((a[0] + b[0]) / 2), Math.round((a[1] + b[1]) / 2)]
  let [x, y] = middle(points.at(-1)!, points[0]!)
  let path = `M${x} ${y}`
  points.forEach((point, i) => {
    const [endX, endY] = middle(point, points[(i + 1) % points.length]!)
    const [viaX, viaY] = [Math.round(point[0]), Math.round(point[1])]
    path += `q${viaX - x} ${viaY - y} ${endX - x} ${endY - y}`
    ;[x, y] = [endX, endY]
  })
  return `${path}z`.replaceAll(' -', '-')
}

const area = (ring: readonly Point[]) =>
  Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length]![1] - y * ring[(i + 1) % ring.length]![0], 0) / 2)

function draw({ width, height, seed, scale, step, levels }: Map): string {
  const noise = createNoise2D(random(seed))
  // the field reaches beyond the picture, so that no ring closes along its edge
  const margin = 4
  const columns = Math.ceil(width / step) + 2 * margin
  const rows = Math.ceil(height / step) + 2 * margin
  const field = Array.from({ length: columns * rows }, (_, i) => {
    const x = (i % columns) * 0.0225 * scale * (step / 10)
    const y = Math.floor(i / columns) * 0.0225 * scale * (step / 10)
    return noise(x, y) + 0.42 * noise(x * 2.1 + 9, y * 2.1) + 0.14 * noise(x * 4.3, y * 4.3 + 7)
  })
  const thresholds = Array.from({ length: levels }, (_, i) => -1 + (2.1 * i) / levels)
  const lines = contours().size([columns, rows]).thresholds(thresholds)(field)
  const place = ([x, y]: number[]): Point => [(x! - margin) * step, (y! - margin) * step]
  const path = (major: boolean) =>
    lines
      .filter((_, i) => (i % 4 === 1) === major)
      .flatMap((line) => line.coordinates.flatMap((polygon) => polygon.map((ring) => ring.map(place))))
      .filter((ring) => area(ring) > 900)
      .map(smooth)
      .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" fill="none" stroke="#000"><path stroke-opacity=".62" d="${path(false)}"/><path stroke-width="1.25" d="${path(true)}"/></svg>`
}

const out = new URL('../../public/map/', import.meta.url)
await mkdir(out, { recursive: true })
for (const map of maps) {
  const svg = draw(map)
  await writeFile(new URL(`${map.name}.svg`, out), svg)
  console.log(`${map.name}: ${svg.length} bytes, ${gzipSync(svg, { level: 9 }).length} compressed`)
}
