/**
 * Where everything of an information-flow map stands. Pure, deterministic, in units of CSS pixels.
 *
 * Places never overlap each other or a label, and all of it lies within the box. Every line runs between rows, or past the places
 * of a row in a gap of its own, so no line crosses a place.
 */
import { edgesOf, ranksOf } from './flow-ranks.ts'
import { type Cell, orderRows, placeRows, straighten, widthNeeded } from './flow-rows.ts'
import { textWidth, wrapText } from './flow-text.ts'
import { type Flow, nameKey, placesOf } from './information-flow.ts'

/** `x`, `y`: the upper left corner */
export type Rect = { x: number; y: number; width: number; height: number }
export type PlaceBox = Rect & { key: string; name: string; lines: string[] }
export type Point = { x: number; y: number }
/** `lines`: what flows, cut to its box; none where only its number is shown. `disc`: the middle of the number. */
export type TieLabel = Rect & { lines: string[]; disc: Point }
export type Tie = {
  /** index of the flow in the list; its number is one more */
  flow: number
  /** path data from the giver to the receiver */
  path: string
  /** where the arrow ends, and its direction in radians */
  tip: Point & { angle: number }
  label: TieLabel
  /** where the line is cut, and the direction of the line there, for a flow that breaks */
  cut: (Point & { angle: number }) | null
}
export type FlowLayout = { width: number; height: number; places: PlaceBox[]; ties: Tie[]; texts: boolean }

export const nameSize = 14
export const labelSize = 13
export const discRadius = 11
const lineHeight = 1.3
const padding = { x: 10, y: 10 }
const margin = 8
const rowGap = 30
const lane = 12
const loop = { width: 58, height: 36 }
/** in the narrow drawing, with numbers only, and in the wide one */
const sizes = { narrow: { place: 108, gap: 20 }, wide: { place: 156, gap: 28 } }
const labelRoom = 132

/** The drawing for a space of this width, in pixels: with words on the lines where they fit, otherwise with numbers only. */
export function drawFlows(flows: readonly Flow[], width: number): FlowLayout {
  if (width >= 600) {
    const wide = layOut(flows, width, true)
    if (wide.width <= width) return wide
  }
  return layOut(flows, width, false)
}

type Span = { flow: number; cells: number[]; upper: number; lower: number; up: boolean; label: number }

export function layOut(flows: readonly Flow[], space: number, texts: boolean): FlowLayout {
  const places = placesOf(flows)
  if (places.length === 0) return { width: 0, height: 0, places: [], ties: [], texts }
  const size = space >= 600 ? sizes.wide : sizes.narrow
  const room = Math.max(1, Math.floor((space - 2 * margin + size.gap) / (size.place + size.gap)))
  const indexOf = new Map(places.map(({ key }, index) => [key, index]))
  const links = flows.map(({ from, to }, flow) => ({ flow, from: indexOf.get(nameKey(from)) ?? 0, to: indexOf.get(nameKey(to)) ?? 0 }))
  const edges = edgesOf(places.length, links)
  const ranks = ranksOf(places.length, edges, room)
  const loops = places.map((_, place) => links.filter(({ from, to }) => from === place && to === place))

  // cells: places first, then what each flow needs on its way: its label in the middle, lanes elsewhere
  const names = places.map(({ name }) => wrapText(name, { width: size.place - 2 * padding.x, size: nameSize, most: 3 }))
  const cells: Cell[] = places.map((_, place) => ({
    row: 2 * ranks[place]!,
    width: size.place + (loops[place]!.length > 0 ? loop.width : 0),
    gap: size.gap,
    above: [],
    below: [],
  }))
  const labels = flows.map(({ what }) => (texts ? wrapText(what, { width: labelRoom, size: labelSize, most: 2 }) : []))
  const spans: Span[] = edges.map(({ flow, upper, lower, up }) => {
    const [first, last] = [2 * ranks[upper]! + 1, 2 * ranks[lower]! - 1]
    const middle = first + 2 * Math.floor((last - first) / 4)
    const own: number[] = []
    for (let row = first; row <= last; row++) {
      const isLabel = row === middle
      own.push(cells.length)
      cells.push({ row, width: isLabel ? labelWidth(labels[flow]!) : lane, gap: isLabel ? 10 : 8, above: [], below: [] })
    }
    const chain = [upper, ...own, lower]
    for (let at = 1; at < chain.length; at++) {
      cells[chain[at]!]!.above.push(chain[at - 1]!)
      cells[chain[at - 1]!]!.below.push(chain[at]!)
    }
    return { flow, cells: own, upper, lower, up, label: own[middle - first]! }
  })

  const rows = orderRows(cells)
  const inner = Math.max(space - 2 * margin, widthNeeded(cells, rows))
  const chains = spans.map((span) => span.cells).filter(({ length }) => length > 1)
  const x = straighten(cells, rows, chains, placeRows(cells, rows, inner), inner)
  const heightOf = (cell: number) => {
    if (cell < places.length)
      return Math.max(names[cell]!.length * nameSize * lineHeight + 2 * padding.y, 40, loops[cell]!.length * loop.height)
    const span = spans.find(({ label }) => label === cell)
    return span ? Math.max(2 * discRadius + 4, labels[span.flow]!.length * labelSize * lineHeight + 4) : 0
  }
  const heights = cells.map((_, cell) => heightOf(cell))
  const tops: number[] = []
  let edge = margin
  for (const [row, members] of rows.entries()) {
    tops[row] = edge
    edge += Math.max(0, ...members.map((cell) => heights[cell]!)) + rowGap
  }
  const height = edge - rowGap + margin
  // what is left empty at both sides is cut off
  const left = Math.min(...cells.map(({ width }, cell) => x[cell]! - width / 2)) - margin
  const width = Math.max(...cells.map(({ width: own }, cell) => x[cell]! + own / 2)) + margin - left

  const rowHeight = (row: number) => Math.max(0, ...rows[row]!.map((cell) => heights[cell]!))
  const boxes = places.map(({ key, name }, place): PlaceBox => {
    const { row, width: whole } = cells[place]!
    return {
      key,
      name,
      lines: names[place]!,
      x: round(x[place]! - whole / 2 - left),
      y: round(tops[row]! + (rowHeight(row) - heights[place]!) / 2),
      width: size.place,
      height: round(heights[place]!),
    }
  })
  const port = portsOf(boxes, spans, x, left)

  const ties = spans.map((span): Tie => {
    const { flow, up } = span
    const start = port(span.upper, flow, 'below')
    const end = port(span.lower, flow, 'above')
    const stops: [Point, Point][] = span.cells.map((cell) => {
      const { row } = cells[cell]!
      const at = round(x[cell]! - left)
      const slack = cell === span.label ? (rowHeight(row) - heights[cell]!) / 2 : 0
      return [
        { x: at, y: round(tops[row]! + slack) },
        { x: at, y: round(tops[row]! + rowHeight(row) - slack) },
      ]
    })
    const [above, below] = stops[span.cells.indexOf(span.label)]!
    const down: Point[] = [start, ...stops.flat(), end]
    const points = up ? down.toReversed() : down
    const tipped = { ...points.at(-1)!, angle: up ? -Math.PI / 2 : Math.PI / 2 }
    const after = points.indexOf(up ? above : below)
    const label: Rect = {
      x: round(above.x - cells[span.label]!.width / 2),
      y: above.y,
      width: cells[span.label]!.width,
      height: round(below.y - above.y),
    }
    return {
      flow,
      path: pathThrough(points),
      tip: tipped,
      label: { ...label, lines: labels[flow]!, disc: { x: round(label.x + discRadius + 1), y: round((above.y + below.y) / 2) } },
      cut: flows[flow]!.breaks ? middleOf(points[after]!, points[after + 1]!) : null,
    }
  })
  const own = boxes.flatMap((box, place) =>
    loops[place]!.map(({ flow }, nth) => loopAt(box, nth, loops[place]!.length, flow, flows[flow]!.breaks !== '')),
  )
  return { width: round(width), height: round(height), places: boxes, ties: [...ties, ...own].sort((a, b) => a.flow - b.flow), texts }
}

function labelWidth(lines: readonly string[]): number {
  const longest = Math.max(0, ...lines.map((line) => textWidth(line, labelSize)))
  return Math.ceil(2 * discRadius + 2 + (longest > 0 ? longest + 8 : 0))
}

/** Where each flow leaves or reaches a place: side by side, in the order of where they come from, so that they do not cross there. */
function portsOf(boxes: readonly PlaceBox[], spans: readonly Span[], x: readonly number[], left: number) {
  const ports = new Map<string, Point>()
  for (const [place, box] of boxes.entries())
    for (const side of ['above', 'below'] as const) {
      const here = spans
        .filter(({ upper, lower }) => (side === 'below' ? upper : lower) === place)
        .map(({ flow, cells }) => ({ flow, x: x[(side === 'below' ? cells[0] : cells.at(-1)) ?? place]! - left }))
        .sort((a, b) => a.x - b.x || a.flow - b.flow)
      const step = Math.min(22, (box.width - 16) / here.length)
      for (const [index, { flow }] of here.entries())
        ports.set(`${place} ${flow} ${side}`, {
          x: round(box.x + box.width / 2 + (index - (here.length - 1) / 2) * step),
          y: side === 'below' ? round(box.y + box.height) : box.y,
        })
    }
  return (place: number, flow: number, side: 'above' | 'below') => ports.get(`${place} ${flow} ${side}`)!
}

/** Lines between rows bend so that they leave and arrive upright; within a row they go straight. */
function pathThrough(points: readonly Point[]): string {
  const [first, ...rest] = points
  let before = first!
  const parts = [`M${before.x} ${before.y}`]
  for (const point of rest) {
    const half = round((before.y + point.y) / 2)
    parts.push(before.x === point.x ? `L${point.x} ${point.y}` : `C${before.x} ${half} ${point.x} ${half} ${point.x} ${point.y}`)
    before = point
  }
  return parts.join('')
}

function middleOf(a: Point, b: Point): Point & { angle: number } {
  // the direction of the curve in its middle
  return { x: round((a.x + b.x) / 2), y: round((a.y + b.y) / 2), angle: round(Math.atan2(b.y - a.y, 2 * (b.x - a.x))) }
}

/** A flow of somebody to themselves: a small loop at the side. */
function loopAt(box: PlaceBox, nth: number, of: number, flow: number, broken: boolean): Tie {
  const [x, y] = [box.x + box.width, round(box.y + box.height / 2 + (nth - (of - 1) / 2) * loop.height)]
  const at = x + loop.width - discRadius - 2
  const [up, down] = [round(y - 15), round(y + 15)]
  return {
    flow,
    path: `M${x} ${round(y - 8)}C${x + 18} ${up} ${at - 2} ${up} ${at} ${y}C${at - 2} ${down} ${x + 18} ${down} ${x} ${round(y + 8)}`,
    tip: { x, y: round(y + 8), angle: round(Math.PI + 0.35) },
    label: {
      x: at - discRadius - 1,
      y: y - discRadius - 1,
      width: 2 * discRadius + 2,
      height: 2 * discRadius + 2,
      lines: [],
      disc: { x: at, y },
    },
    cut: broken ? { x: x + 21, y: round(y + 13), angle: round(Math.PI) } : null,
  }
}

const round = (value: number) => Math.round(value * 100) / 100
