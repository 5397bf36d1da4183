/**
 * A scenario as a graph for its author: every scene, route and ending, every choice and rule as a line, also those that no run
 * reaches or that lead nowhere. Pure; positions by dagre (layers from top to bottom), in units of a pixel.
 */
import dagre from '@dagrejs/dagre'
import { analyseScenario } from '#lib/scenario/analyse-scenario.ts'
import type { Scenario } from '#lib/scenario/schema.ts'

export type GraphNode = {
  id: string
  kind: 'scene' | 'route' | 'good-ending' | 'ending'
  title: string
  /** centre */
  x: number
  y: number
  width: number
  height: number
  reached: boolean
  /** where no good ending has to be possible any more */
  late: boolean
  faults: string[]
}
export type GraphEdge = { from: string; to: string; labels: string[]; guarded: boolean; points: { x: number; y: number }[] }
export type ScenarioGraph = {
  width: number
  height: number
  nodes: GraphNode[]
  edges: GraphEdge[]
  /** of the whole rather than of one place */
  faults: string[]
}

const size = {
  scene: { width: 168, height: 56 },
  route: { width: 92, height: 34 },
  'good-ending': { width: 168, height: 56 },
  ending: { width: 168, height: 56 },
}

export function layOutScenario(scenario: Scenario): ScenarioGraph {
  const { problems, shortest } = analyseScenario(scenario)
  const all = [
    ...scenario.scenes.map(({ id, title, good }) => ({ id, kind: 'scene' as const, title, late: good === false })),
    ...scenario.routes.map(({ id }) => ({ id, kind: 'route' as const, title: id, late: false })),
    ...scenario.endings.map(({ id, title, good }) => ({
      id,
      kind: good ? ('good-ending' as const) : ('ending' as const),
      title,
      late: false,
    })),
  ].filter((node, at, nodes) => nodes.findIndex(({ id }) => id === node.id) === at)
  const ids = new Set(all.map(({ id }) => id))
  // with a fault of names nothing was walked, so nothing can be said about what is reached
  const walked = Object.keys(shortest).length > 0
  const edges = edgesOf(scenario).filter(({ from, to }) => ids.has(from) && ids.has(to))

  const graph = new dagre.graphlib.Graph()
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 46, edgesep: 14, marginx: 16, marginy: 16 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id, kind } of all) graph.setNode(id, { ...size[kind] })
  for (const { from, to, labels } of edges) graph.setEdge(from, to, { width: 10 + 9 * labels.length, height: 16, labelpos: 'c' })
  dagre.layout(graph)

  const faultsOf = (id: string) => problems.filter(({ path }) => path.split('.')[1] === id || path === id).map(({ sentence }) => sentence)
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return {
    width,
    height,
    nodes: all.map(({ id, kind, title, late }) => {
      const { x, y } = graph.node(id) as { x: number; y: number }
      return { id, kind, title, late, x, y, ...size[kind], reached: !walked || shortest[id] !== undefined, faults: faultsOf(id) }
    }),
    edges: edges.map((edge) => ({ ...edge, points: (graph.edge(edge.from, edge.to) as { points: { x: number; y: number }[] }).points })),
    faults: problems
      .filter(({ path }) => !ids.has(path) && !ids.has(path.split('.')[1] ?? ''))
      .map(({ path, sentence }) => `${path}: ${sentence}`),
  }
}

/** One line for all choices (or rules) that lead from one place to the same other one. */
function edgesOf({ scenes, routes }: Scenario): Omit<GraphEdge, 'points'>[] {
  const edges = new Map<string, Omit<GraphEdge, 'points'>>()
  const add = (from: string, to: string, label: string, guarded: boolean) => {
    const edge = edges.get(`${from} ${to}`)
    if (edge) Object.assign(edge, { labels: [...edge.labels, label], guarded: edge.guarded && guarded })
    else edges.set(`${from} ${to}`, { from, to, labels: [label], guarded })
  }
  for (const { id, choices } of scenes) for (const choice of choices) add(id, choice.to, choice.id, (choice.when ?? []).length > 0)
  for (const { id, rules } of routes) for (const [at, { when, to }] of rules.entries()) add(id, to, String(at + 1), when.length > 0)
  return [...edges.values()]
}
