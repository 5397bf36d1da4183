/**
 * Where each scene and ending stands on the drawn map of a scenario. Pure geometry in whole units; the view gives them
 * a size. Layers run down the page, so that the map fits a phone.
 *
 * - A place stands one layer below the lowest place that leads to it (longest path), all endings share the last layer.
 *   So every line runs downwards. Routes are not drawn: their lines go on to where their rules lead.
 * - A line that passes layers gets a point in each of them, so that it runs around places and not through them.
 * - Within a layer, places and points are ordered by the mean place of their neighbours, up and down a few times
 *   (barycentre method; Sugiyama, Tagawa, Toda 1981), which leaves few crossings. Ties keep the author's order.
 */
import type { Scenario } from './schema.ts'

export type MapPlace = { id: string; kind: 'scene' | 'ending'; column: number; layer: number }
export type MapLine = { from: string; to: string; choices: string[]; points: { column: number; layer: number }[] }
/** columns run from 0 to `columns` − 1 and may be halves, so that a layer stands in the middle */
export type ScenarioMap = { columns: number; layers: number; places: MapPlace[]; lines: MapLine[] }

type Cell = { key: string; layer: number; place: number }

export function deriveMap(scenario: Scenario): ScenarioMap {
  const all = listEdges(scenario)
  const layers = layerPlaces(scenario, all)
  const edges = all.filter(({ from }) => layers.has(from))
  const ids = [...scenario.scenes, ...scenario.endings].map(({ id }) => id).filter((id) => layers.has(id))
  const rows: Cell[][] = Array.from({ length: Math.max(...layers.values()) + 1 }, () => [])
  const put = (key: string, layer: number) => {
    const cell = { key, layer, place: rows[layer]!.length }
    rows[layer]!.push(cell)
    return cell
  }
  const cells = new Map(ids.map((id) => [id, put(id, layers.get(id)!)]))
  const chains = edges.map(({ from, to, choices }) => {
    const start = cells.get(from)!
    const end = cells.get(to)!
    const between = Array.from({ length: end.layer - start.layer - 1 }, (_, i) => put(`${from} ${to}`, start.layer + 1 + i))
    return { from, to, choices, cells: [start, ...between, end] }
  })
  orderRows(
    rows,
    chains.map(({ cells: chain }) => chain),
  )
  const columns = Math.max(...rows.map((row) => row.length))
  const at = ({ place, layer }: Cell) => ({ column: place + (columns - rows[layer]!.length) / 2, layer })
  const endings = new Set(scenario.endings.map(({ id }) => id))
  return {
    columns,
    layers: rows.length,
    places: ids.map((id) => ({ id, kind: endings.has(id) ? 'ending' : 'scene', ...at(cells.get(id)!) })),
    lines: chains.map(({ from, to, choices, cells: chain }) => ({ from, to, choices, points: chain.map(at) })),
  }
}

type Edge = { from: string; to: string; choices: string[] }

function listEdges(scenario: Scenario): Edge[] {
  const beyond = (id: string): string[] => {
    const route = scenario.routes.find((one) => one.id === id)
    return route ? [...new Set(route.rules.flatMap(({ to }) => beyond(to)))] : [id]
  }
  const edges = new Map<string, Edge>()
  for (const { id: from, choices } of scenario.scenes)
    for (const choice of choices)
      for (const to of beyond(choice.to)) {
        const edge = edges.get(`${from} ${to}`) ?? { from, to, choices: [] }
        edge.choices.push(choice.id)
        edges.set(`${from} ${to}`, edge)
      }
  return [...edges.values()]
}

function layerPlaces(scenario: Scenario, edges: readonly Edge[]): Map<string, number> {
  const layers = new Map<string, number>()
  const visit = (id: string, layer: number) => {
    if ((layers.get(id) ?? -1) >= layer) return
    layers.set(id, layer)
    for (const { from, to } of edges) if (from === id) visit(to, layer + 1)
  }
  visit(scenario.start, 0)
  const last = Math.max(...layers.values())
  for (const { id } of scenario.endings) if (layers.has(id)) layers.set(id, last)
  return layers
}

function orderRows(rows: Cell[][], chains: readonly Cell[][]) {
  const above = new Map<Cell, Cell[]>()
  const below = new Map<Cell, Cell[]>()
  const link = (links: Map<Cell, Cell[]>, from: Cell, to: Cell) => links.set(from, [...(links.get(from) ?? []), to])
  for (const chain of chains)
    for (let i = 1; i < chain.length; i++) {
      link(above, chain[i]!, chain[i - 1]!)
      link(below, chain[i - 1]!, chain[i]!)
    }
  const middle = (cell: Cell, links: Map<Cell, Cell[]>) => {
    const near = links.get(cell) ?? []
    if (near.length === 0) return cell.place - (rows[cell.layer]!.length - 1) / 2
    return near.reduce((sum, { place, layer }) => sum + place - (rows[layer]!.length - 1) / 2, 0) / near.length
  }
  const order = (row: Cell[], links: Map<Cell, Cell[]>) => {
    const wanted = new Map(row.map((cell) => [cell, middle(cell, links)]))
    row.sort((a, b) => wanted.get(a)! - wanted.get(b)! || a.place - b.place)
    row.forEach((cell, place) => {
      cell.place = place
    })
  }
  for (let round = 0; round < 4; round++) {
    for (const row of rows) order(row, above)
    for (const row of rows.toReversed()) order(row, below)
  }
}
