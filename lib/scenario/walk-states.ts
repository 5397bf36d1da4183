/**
 * Every state a scenario can be in: place × meters, breadth first from the start, so that the run kept with a state is
 * a shortest one. Finite, because meters are bounded whole numbers. Needs sound names (check-shape).
 */
import { type Meters, meets, moveMeters, startMeters } from './move-meters.ts'
import type { Scenario } from './schema.ts'

export type State = {
  node: string
  meters: Meters
  /** "scene choice" in order: a shortest run to this state */
  run: string[]
  next: { state: State; by: string | null }[]
}
export type Walk = {
  /** in the order found */
  states: State[]
  /** paths of the choices and rules that some run takes */
  taken: ReadonlySet<string>
  /** where a meter would leave its bounds, with a shortest run that shows it */
  clamped: { path: string; meter: string; example: string[] }[]
}

export function walkStates(scenario: Scenario): Walk {
  const scenes = new Map(scenario.scenes.map((scene) => [scene.id, scene]))
  const routes = new Map(scenario.routes.map((route) => [route.id, route]))
  const found = new Map<string, State>()
  const taken = new Set<string>()
  const clamped = new Map<string, Walk['clamped'][number]>()

  const reach = (node: string, meters: Meters, run: string[]): State => {
    const key = `${node} ${scenario.meters.map(({ id }) => meters[id]).join(' ')}`
    const state = found.get(key) ?? { node, meters, run, next: [] }
    found.set(key, state)
    return state
  }

  reach(scenario.start, startMeters(scenario.meters), [])
  // a Map gives what is added while one goes through it, in order: the queue of the breadth-first walk
  for (const state of found.values()) {
    const { node, meters, run } = state
    for (const choice of scenes.get(node)?.choices ?? []) {
      if (!meets(choice.when, meters)) continue
      const path = `scenes.${node}.choices.${choice.id}`
      const by = `${node} ${choice.id}`
      const after = moveMeters(scenario.meters, meters, choice.effects)
      taken.add(path)
      for (const [meter, effect] of Object.entries(choice.effects)) {
        const cut = after[meter]! - meters[meter]! !== effect
        if (cut && !clamped.has(`${path} ${meter}`)) clamped.set(`${path} ${meter}`, { path, meter, example: [...run, by] })
      }
      state.next.push({ state: reach(choice.to, after, [...run, by]), by })
    }
    const rules = routes.get(node)?.rules ?? []
    const fired = rules.findIndex(({ when }) => meets(when, meters))
    if (fired >= 0) {
      taken.add(`routes.${node}.rules.${fired + 1}`)
      state.next.push({ state: reach(rules[fired]!.to, meters, run), by: null })
    }
  }
  return { states: [...found.values()], taken, clamped: [...clamped.values()] }
}
