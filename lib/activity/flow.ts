/**
 * A flow: steps brought into order, then taken out one at a time to see what goes wrong downstream. Pure. A round is one attempt;
 * the order it begins with is drawn from the round's own id and is never the right one.
 */
import { seededRandom, shuffledAway } from '#lib/random/seeded-random.ts'
import { type Kept, latestAttempt, type Told } from './latest-attempt.ts'
import type { ActivityOf } from './schema.ts'

export type Flow = ActivityOf<'flow'>
export type Step = Flow['steps'][number]
/** What goes into a statement's `result.response`: an order that was checked (`shown`: the course gave it), or a step taken out. */
export type FlowResponse = { order: string[]; shown?: boolean } | { out: string }
export type FlowRound = {
  attempt: string
  /** the order last checked, or the one to begin with */
  order: readonly string[]
  checks: number
  ordered: boolean
  /** steps taken out since, each once, in order */
  out: readonly string[]
}
/** So many steps taken out show the idea. */
export const enoughOut = ({ steps }: Pick<Flow, 'steps'>): number => Math.min(3, steps.length)

const idsOf = ({ steps }: Pick<Flow, 'steps'>) => steps.map(({ id }) => id)

export function beginFlow(data: Pick<Flow, 'steps'>, attempt: string): FlowRound {
  return { attempt, order: shuffledAway(idsOf(data), seededRandom(attempt)), checks: 0, ordered: false, out: [] }
}

export function isInOrder(data: Pick<Flow, 'steps'>, order: readonly string[]): boolean {
  const right = idsOf(data)
  return order.length === right.length && right.every((id, place) => order[place] === id)
}

/**
 * The steps that have to move: all but the longest run that already stands in the right order. Fewer cannot be moved.
 * @param order a permutation of the steps
 */
export function toMove(data: Pick<Flow, 'steps'>, order: readonly string[]): string[] {
  const right = idsOf(data)
  const places = order.map((id) => right.indexOf(id))
  /** the longest rising run that ends at each place, as indices into `order` */
  const runs: number[][] = []
  places.forEach((place, at) => {
    const before = runs.reduce<number[]>((best, run, index) => (places[index]! < place && run.length > best.length ? run : best), [])
    runs.push([...before, at])
  })
  const longest = runs.reduce<number[]>((best, run) => (run.length > best.length ? run : best), [])
  return order.filter((_, at) => !longest.includes(at))
}

/** The latest round, or null where none was begun; what the content no longer has is left out, new steps come last. */
export function latestFlow(data: Pick<Flow, 'steps'>, statements: readonly Told[]): FlowRound | null {
  const latest = latestAttempt(statements)
  if (!latest) return null
  const round = beginFlow(data, latest.attempt)
  return latest.responses.reduce<FlowRound>((before, response) => after(data, before, response), round)
}

function after(data: Pick<Flow, 'steps'>, round: FlowRound, { order, out }: Kept): FlowRound {
  const ids = idsOf(data)
  if (Array.isArray(order)) {
    const known = [...new Set<unknown>(order)].filter((id): id is string => ids.some((one) => one === id))
    const whole = [...known, ...ids.filter((id) => !known.includes(id))]
    return { ...round, order: whole, checks: round.checks + 1, ordered: round.ordered || isInOrder(data, whole) }
  }
  const step = round.ordered ? ids.find((id) => id === out) : undefined
  return step === undefined || round.out.includes(step) ? round : { ...round, out: [...round.out, step] }
}

/** What becomes of each step when one is taken out. */
export type StepState = 'out' | 'hit' | 'whole'
export function stateWithout(data: Pick<Flow, 'steps'>, out: string | null, id: string): StepState {
  if (out === null) return 'whole'
  if (out === id) return 'out'
  return data.steps.find((step) => step.id === out)?.hit.includes(id) ? 'hit' : 'whole'
}
