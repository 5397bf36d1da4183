/**
 * Parts combined into one setting or one message, and the answer it gets. Pure. A combination gives each part of its situation
 * one option; the first outcome whose `when` fits counts. Everything ever tried is kept: there are no rounds.
 */
import { responsesOf, type Told } from './latest-attempt.ts'
import type { ActivityOf } from './schema.ts'

export type Combine = ActivityOf<'combine'>
export type Situation = Combine['situations'][number]
export type Outcome = Situation['outcomes'][number]
/** Part to option. */
export type Combination = Readonly<Record<string, string>>
/** What goes into a statement's `result.response`. */
export type CombineResponse = { situation: string; choice: Record<string, string> }
export type Tried = { choice: Combination; outcome: Outcome }

/** Whether every part has an option that it knows. */
export function isComplete({ parts }: Situation, choice: Combination): boolean {
  return parts.every((part) => part.options.some(({ id }) => id === choice[part.id]))
}

/** @returns null where the combination is not complete, or no outcome fits it */
export function outcomeOf(situation: Situation, choice: Combination): Outcome | null {
  if (!isComplete(situation, choice)) return null
  return (
    situation.outcomes.find(({ when }) => Object.entries(when).every(([part, options]) => options.includes(choice[part] ?? ''))) ?? null
  )
}

/** The texts of the options, in the order of the parts; a part that is not set is left out. */
export function textsOf({ parts }: Situation, choice: Combination): string[] {
  return parts.flatMap((part) => part.options.find(({ id }) => id === choice[part.id])?.text ?? [])
}

export const countCombinations = ({ parts }: Situation): number => parts.reduce((product, { options }) => product * options.length, 1)

export const sameChoice = ({ parts }: Situation, one: Combination, other: Combination): boolean =>
  parts.every(({ id }) => one[id] === other[id])

/** What was tried in each situation, each combination once, in the order of first tries. `latest`: the last one tried. */
export function triedIn(
  { situations }: Combine,
  statements: readonly Told[],
): ReadonlyMap<string, { tried: readonly Tried[]; latest: Combination | null }> {
  const responses = responsesOf(statements).map(({ response }) => response)
  return new Map(
    situations.map((situation) => {
      const tried: Tried[] = []
      let latest: Combination | null = null
      for (const response of responses) {
        if (response['situation'] !== situation.id) continue
        const choice = choiceFrom(situation, response['choice'])
        const outcome = choice && outcomeOf(situation, choice)
        if (!choice || !outcome) continue
        latest = choice
        if (!tried.some((one) => sameChoice(situation, one.choice, choice))) tried.push({ choice, outcome })
      }
      return [situation.id, { tried, latest }] as const
    }),
  )
}

/** The parts the situation has and nothing else; null where it is no combination. */
function choiceFrom({ parts }: Situation, value: unknown): Combination | null {
  if (typeof value !== 'object' || value === null) return null
  const kept = value as Record<string, unknown>
  return Object.fromEntries(
    parts.flatMap((part) => {
      const option = part.options.find(({ id }) => id === kept[part.id])
      return option ? [[part.id, option.id] as const] : []
    }),
  )
}

const worth = { good: 2, mixed: 1, poor: 0 }

/** The best one tried, the latest of equals. */
export function bestOf(tried: readonly Tried[]): Tried | null {
  return tried.reduce<Tried | null>((best, one) => (best && worth[best.outcome.fit] > worth[one.outcome.fit] ? best : one), null)
}
