/** Ranked judgement, as a browser may see it: before marking (item), while answering (response), after marking (reveal). */
import { isPermutation } from '#lib/quiz/id-list.ts'
import { type Feedback, isNothing, type Validation } from '#lib/quiz/marking.ts'
import { shuffledAway } from '#lib/random/seeded-random.ts'
import type { SjtItem } from './schema.ts'

export type PublicSjt = { kind: 'sjt'; id: string; stem: string; options: { id: string; text: string }[] }
/** All ids, from best to least good. */
export type SjtResponse = string[]
export type SjtReveal = { kind: 'sjt'; key: string[]; feedback: Feedback }

/** The ids in the order of an attempt, to be recorded with it. Never the key. */
export function arrange(item: SjtItem, random: () => number): string[] {
  return shuffledAway(
    item.options.map((option) => option.id),
    random,
  )
}

export function toPublic(item: SjtItem, order: readonly string[]): PublicSjt {
  return {
    kind: 'sjt',
    id: item.id,
    stem: item.stem,
    options: order.map((id) => ({ id, text: item.options.find((option) => option.id === id)!.text })),
  }
}

export function validate(item: { options: readonly { id: string }[] }, response: unknown): Validation<SjtResponse> {
  if (isNothing(response)) return { state: 'unanswered' }
  const ids = item.options.map((option) => option.id)
  return isPermutation(response, ids) ? { state: 'complete', response } : { state: 'malformed' }
}
