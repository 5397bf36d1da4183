/**
 * What a map of flows says by its shape: calm hints, no verdicts. Pure; the rules come from the module on the bigger picture
 * (“the dotted lines”, “close the loop”).
 */
import { type Flow, nameKey, placesOf } from './information-flow.ts'

export type FlowHint =
  /** vital, and it breaks: the place to begin */
  | { rule: 'begin'; flow: Flow }
  /** at one end of all flows, or of most of them */
  | { rule: 'hub'; name: string; count: number; total: number; me: boolean }
  /** vital, and it comes informally only: nobody else gives the same thing to the same receiver formally */
  | { rule: 'vital-informal'; flow: Flow }
  /** they give, and nothing comes back to them by any way */
  | { rule: 'no-way-back'; names: string[] }

/** fewer flows or people than these have no shape yet; the first flow of a map has never a way back */
const fewestFlows = 4
const fewestPlaces = 4
/** of all flows; below it, somebody is busy and not yet a narrow place */
const most = 2 / 3

/** In the order in which one would act on them. */
export function hintsOf(flows: readonly Flow[], me = ''): FlowHint[] {
  const begin = flows.filter(({ vital, breaks }) => vital && breaks !== '')
  const informal = flows.filter(
    (flow) =>
      flow.vital &&
      flow.way === 'informal' &&
      !flows.some((other) => other.way === 'formal' && same(other, flow, 'what') && same(other, flow, 'to')),
  )
  return [
    ...begin.map((flow): FlowHint => ({ rule: 'begin', flow })),
    ...hubOf(flows, me),
    ...informal.map((flow): FlowHint => ({ rule: 'vital-informal', flow })),
    ...withoutWayBack(flows, me),
  ]
}

function hubOf(flows: readonly Flow[], me: string): FlowHint[] {
  const places = placesOf(flows)
  if (flows.length < fewestFlows || places.length < fewestPlaces) return []
  return places
    .map(({ key, name }) => ({ key, name, count: flows.filter(({ from, to }) => nameKey(from) === key || nameKey(to) === key).length }))
    .filter(({ count }) => count >= most * flows.length)
    .sort((a, b) => b.count - a.count)
    .slice(0, 1)
    .map(({ key, name, count }) => ({ rule: 'hub', name, count, total: flows.length, me: me !== '' && key === nameKey(me) }))
}

/** Oneself is left out: one knows what comes back to one. A flow to oneself is no way back. */
function withoutWayBack(flows: readonly Flow[], me: string): FlowHint[] {
  if (flows.length < fewestFlows) return []
  const next = new Map<string, string[]>()
  for (const { from, to } of flows) {
    const [a, b] = [nameKey(from), nameKey(to)]
    if (a !== b) next.set(a, [...(next.get(a) ?? []), b])
  }
  const comesBack = (start: string) => {
    const seen = new Set<string>()
    const open = [...(next.get(start) ?? [])]
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (key === start) return true
      if (seen.has(key)) continue
      seen.add(key)
      open.push(...(next.get(key) ?? []))
    }
    return false
  }
  const names = placesOf(flows).flatMap(({ key, name }) => (next.has(key) && key !== nameKey(me) && !comesBack(key) ? [name] : []))
  return names.length > 0 ? [{ rule: 'no-way-back', names }] : []
}

const same = (a: Flow, b: Flow, field: 'what' | 'to') => nameKey(a[field]) === nameKey(b[field])
