/**
 * The scenes that every run of a scenario comes to, whatever was chosen. Only these may be named outside the scenario: the title of
 * any other says where a choice leads. Pure.
 */
import type { Scenario, Scene } from '#lib/scenario/schema.ts'

export function scenesForAll({ start, scenes, routes, endings }: Pick<Scenario, 'start' | 'scenes' | 'routes' | 'endings'>): Scene[] {
  const next = new Map([
    ...scenes.map(({ id, choices }) => [id, choices.map(({ to }) => to)] as const),
    ...routes.map(({ id, rules }) => [id, rules.map(({ to }) => to)] as const),
  ])
  const last = new Set(endings.map(({ id }) => id))
  /** whether an ending can be reached around this scene */
  const avoidable = (id: string) => {
    const seen = new Set([id])
    const open = start === id ? [] : [start]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (last.has(at)) return true
      if (seen.has(at)) continue
      seen.add(at)
      open.push(...(next.get(at) ?? []))
    }
    return false
  }
  return scenes.filter(({ id }) => !avoidable(id))
}
