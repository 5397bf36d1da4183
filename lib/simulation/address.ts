/**
 * A run in an address, so that a facilitator can show any state by link: `plan=…&seed=12`, and `&week=2` where a run is
 * planned step by step. How a plan is written is each simulation's own (its encode-state.ts). An address format: add,
 * never change.
 */
export const highestSeed = 9999

/** `absent` where a query says nothing about a run; `malformed` where it does, but not in this format. */
export type Decoded<Shown> = { found: 'absent' | 'malformed' } | { found: 'state'; shown: Shown }

/** A run that is planned step by step, a week or a day at a time. */
export type Stepped<Step> = {
  plan: readonly Step[]
  seed: number
  /** steps already played; later steps of the plan stand ready */
  done: number
}

/** @returns the query, without a question mark. */
export function encodeRun(plan: string, seed: number, more: Record<string, string> = {}): string {
  return new URLSearchParams({ plan, seed: String(seed), ...more }).toString()
}

/**
 * @param query the query of an address, with or without a question mark; without a seed it is the first world
 * @param decodePlan null where the text is no plan
 */
export function decodeRun<Plan>(query: string, decodePlan: (text: string) => Plan | null): Decoded<{ plan: Plan; seed: number }> {
  const parameters = new URLSearchParams(query)
  const text = parameters.get('plan')
  if (text === null && parameters.get('seed') === null) return { found: 'absent' }
  const plan = decodePlan(text ?? '')
  const seed = wholeNumber(parameters.get('seed') ?? '1', 1, highestSeed)
  return plan === null || seed === null ? { found: 'malformed' } : { found: 'state', shown: { plan, seed } }
}

/**
 * How a run that is planned step by step is written and read.
 *
 * @param unit what a step is called in the address
 */
export function steppedAddress<Step>(
  unit: 'week' | 'day',
  encodePlan: (plan: readonly Step[]) => string,
  decodePlan: (text: string) => readonly Step[] | null,
): { encodeState(shown: Stepped<Step>): string; decodeState(query: string): Decoded<Stepped<Step>> } {
  return {
    encodeState: ({ plan, seed, done }) => encodeRun(encodePlan(plan), seed, { [unit]: String(done) }),
    decodeState(query) {
      const decoded = decodeRun(query, decodePlan)
      if (decoded.found !== 'state') return decoded
      const { plan, seed } = decoded.shown
      const done = wholeNumber(new URLSearchParams(query).get(unit) ?? '0', 0, plan.length)
      return done === null ? { found: 'malformed' } : { found: 'state', shown: { plan, seed, done } }
    },
  }
}

function wholeNumber(text: string, least: number, most: number): number | null {
  if (!/^\d{1,5}$/.test(text)) return null
  const number = Number(text)
  return number >= least && number <= most ? number : null
}
