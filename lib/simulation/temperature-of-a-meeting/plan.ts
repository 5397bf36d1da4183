/**
 * A plan: one response for each moment. Throwing it back is no kind of its own: it is showing the feeling now, before all,
 * as an accusation.
 */
export const whens = ['now', 'break', 'tomorrow'] as const
export const wheres = ['all', 'aside', 'written'] as const
export const ways = ['accuse', 'fact', 'request'] as const
export type When = (typeof whens)[number]
export type Where = (typeof wheres)[number]
export type Way = (typeof ways)[number]

/** `break`: in the next break; after the planned one, that is the end of the meeting */
export type Shown = { kind: 'show'; when: When; where: Where; way: Way }
export type Response = { kind: 'keep' } | { kind: 'ask' } | { kind: 'pause' } | Shown
export type Plan = readonly Response[]

export const thrown: Shown = { kind: 'show', when: 'now', where: 'all', way: 'accuse' }

export function isThrown(response: Response): boolean {
  return response.kind === 'show' && response.when === 'now' && response.where === 'all' && response.way === 'accuse'
}

/** Every response there is: thirty. */
export const responses: readonly Response[] = [
  { kind: 'keep' },
  { kind: 'ask' },
  { kind: 'pause' },
  ...whens.flatMap((when) => wheres.flatMap((where) => ways.map((way): Shown => ({ kind: 'show', when, where, way })))),
]
