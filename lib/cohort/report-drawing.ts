/**
 * The drawing of a flow: the map of the scenario (lib/scenario/derive-map) with the counts on it, in units of a pixel. Pure.
 * The width of a line is in proportion to its runs, and the widest possible one is all of them.
 */
import type { ScenarioMap } from '#lib/scenario/derive-map.ts'
import type { Flow } from './report-flow.ts'

export type DrawnPlace = {
  id: string
  kind: 'scene' | 'ending'
  /** lines of the title, at most two */
  title: string[]
  x: number
  y: number
  came: number
  stopped: number
  /** of the mark for runs that stopped; 0: none */
  stub: number
  cut: boolean
}
export type DrawnLine = {
  from: string
  to: string
  choices: readonly string[]
  n: number
  width: number
  path: string
  label: { x: number; y: number }
}
/** `partly`: some runs are not followed to their end, so that nought may mean “not followed” */
export type Drawing = {
  partly: boolean
  width: number
  height: number
  box: { width: number; height: number }
  places: DrawnPlace[]
  lines: DrawnLine[]
}

const cell = { width: 176, height: 118 }
const box = { width: 150, height: 58 }
const margin = { x: 92, y: 44 }
const widest = 26
const longest = 22

export function drawFlow(map: ScenarioMap, titles: ReadonlyMap<string, string>, flow: Flow): Drawing {
  const x = (column: number) => margin.x + column * cell.width
  const y = (layer: number) => margin.y + layer * cell.height
  const most = Math.max(1, flow.runs)
  const widthOf = (n: number) => (n === 0 ? 0 : Math.max(1.5, (widest * n) / most))
  return {
    partly: flow.cut > 0,
    width: 2 * margin.x + (map.columns - 1) * cell.width,
    height: 2 * margin.y + (map.layers - 1) * cell.height,
    box,
    places: map.places.map(({ id, kind, column, layer }) => {
      const place = flow.places.get(id)
      // also where runs are not followed: that one stopped is no choice
      const stopped = flow.ends.stoppedAt.get(id) ?? 0
      const followed = { came: place?.came ?? 0, stopped, stub: widthOf(stopped), cut: (place?.cut ?? 0) > 0 && place?.cut === place?.came }
      return { id, kind, title: inTwo(titles.get(id) ?? id), x: x(column), y: y(layer), ...followed }
    }),
    lines: map.lines
      .map(({ from, to, choices, points }) => {
        const n = flow.lines.get(`${from} ${to}`) ?? 0
        const at = points.map(({ column, layer }): Point => [x(column), y(layer)])
        // from the lower edge of one box to the upper edge of the next
        const first: Point = [at[0]![0], at[0]![1] + box.height / 2]
        const last: Point = [at.at(-1)![0], at.at(-1)![1] - box.height / 2]
        const way = [first, ...at.slice(1, -1), last]
        const [labelX, labelY] = middle(way[0]!, way[1]!)
        return {
          from,
          to,
          choices,
          n,
          width: widthOf(n),
          path: curve(way),
          label: { x: labelX, y: labelY },
        }
      })
      .sort((a, b) => a.n - b.n),
  }
}

type Point = readonly [number, number]

function middle(a: Point, b: Point): Point {
  return [Math.round((a[0] + b[0]) / 2), Math.round((a[1] + b[1]) / 2)]
}

function curve(points: readonly Point[]): string {
  const [start, ...rest] = points
  let path = `M${start![0]} ${start![1]}`
  let from = start!
  for (const to of rest) {
    const half = (from[1] + to[1]) / 2
    path += `C${from[0]} ${half} ${to[0]} ${half} ${to[0]} ${to[1]}`
    from = to
  }
  return path
}

/** The words on at most two lines; what does not fit ends in an ellipsis. */
export function inTwo(title: string, most: number = longest): string[] {
  const lines = ['']
  for (const word of title.split(/\s+/)) {
    const now = lines.at(-1)!
    const longer = now === '' ? word : `${now} ${word}`
    if ([...longer].length <= most || now === '') lines[lines.length - 1] = longer
    else lines.push(word)
  }
  const cut = (line: string) => ([...line].length > most ? `${[...line].slice(0, most - 1).join('')}…` : line)
  if (lines.length <= 2) return lines.map(cut)
  const second = cut(lines[1]!)
  return [cut(lines[0]!), second.endsWith('…') ? second : `${[...second].slice(0, most - 1).join('')}…`]
}
