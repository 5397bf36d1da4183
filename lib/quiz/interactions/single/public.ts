/** Single choice, as a browser may see it: before marking (item), while answering (response), after marking (reveal). */
import { type Feedback, isNothing, type Validation } from '#lib/quiz/marking.ts'
import { shuffled } from '#lib/random/seeded-random.ts'
import type { SingleItem } from './schema.ts'

export type PublicSingle = { kind: 'single'; id: string; stem: string; options: { id: string; text: string }[] }
/** Id of the option chosen. */
export type SingleResponse = string
export type SingleReveal = { kind: 'single'; key: string; feedback: Feedback }

/** The ids in the order of an attempt, to be recorded with it. */
export function arrange(item: SingleItem, random: () => number): string[] {
  return shuffled(
    item.options.map((option) => option.id),
    random,
  )
}

export function toPublic(item: SingleItem, order: readonly string[]): PublicSingle {
  return {
    kind: 'single',
    id: item.id,
    stem: item.stem,
    options: order.map((id) => ({ id, text: item.options.find((option) => option.id === id)!.text })),
  }
}

export function validate(item: { options: readonly { id: string }[] }, response: unknown): Validation<SingleResponse> {
  if (isNothing(response)) return { state: 'unanswered' }
  if (typeof response !== 'string' || !item.options.some((option) => option.id === response)) return { state: 'malformed' }
  return { state: 'complete', response }
}
