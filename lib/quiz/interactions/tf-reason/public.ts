/** True or false with reason, as a browser may see it: before marking (item), while answering (response), after marking (reveal). */
import { type Feedback, isNothing, type Validation } from '#lib/quiz/marking.ts'
import { shuffled } from '#lib/random/seeded-random.ts'
import type { TfReasonItem } from './schema.ts'

export type PublicTfReason = {
  kind: 'tf-reason'
  id: string
  stem: string
  statement: string
  options: { id: string; verdict: boolean; text: string }[]
}
/** Id of the pair of verdict and reason chosen. */
export type TfReasonResponse = string
export type TfReasonReveal = { kind: 'tf-reason'; key: string; feedback: Feedback }

/** The ids in the order of an attempt, to be recorded with it. */
export function arrange(item: TfReasonItem, random: () => number): string[] {
  return shuffled(
    item.options.map((option) => option.id),
    random,
  )
}

export function toPublic(item: TfReasonItem, order: readonly string[]): PublicTfReason {
  return {
    kind: 'tf-reason',
    id: item.id,
    stem: item.stem,
    statement: item.statement,
    options: order.map((id) => {
      const option = item.options.find((candidate) => candidate.id === id)!
      return { id, verdict: option.verdict, text: option.text }
    }),
  }
}

export function validate(item: { options: readonly { id: string }[] }, response: unknown): Validation<TfReasonResponse> {
  if (isNothing(response)) return { state: 'unanswered' }
  if (typeof response !== 'string' || !item.options.some((option) => option.id === response)) return { state: 'malformed' }
  return { state: 'complete', response }
}
