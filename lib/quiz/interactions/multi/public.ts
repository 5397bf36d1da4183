/** Multiple response, as a browser may see it: before marking (item), while answering (response), after marking (reveal). */
import { isSelection } from '#lib/quiz/id-list.ts'
import { type Feedback, isNothing, type Validation } from '#lib/quiz/marking.ts'
import { shuffled } from '#lib/random/seeded-random.ts'
import type { MultiItem } from './schema.ts'

/** `choose` is the number that the stem asks for. */
export type PublicMulti = { kind: 'multi'; id: string; stem: string; choose: number; options: { id: string; text: string }[] }
/** Ids of the options chosen, in any order. */
export type MultiResponse = string[]
export type MultiReveal = { kind: 'multi'; key: string[]; feedback: Feedback }

/** The ids in the order of an attempt, to be recorded with it. */
export function arrange(item: MultiItem, random: () => number): string[] {
  return shuffled(
    item.options.map((option) => option.id),
    random,
  )
}

export function toPublic(item: MultiItem, order: readonly string[]): PublicMulti {
  return {
    kind: 'multi',
    id: item.id,
    stem: item.stem,
    choose: item.key.length,
    options: order.map((id) => ({ id, text: item.options.find((option) => option.id === id)!.text })),
  }
}

/** Fewer than asked for is unanswered, so that nobody loses points by overlooking the number; more is malformed. */
export function validate(item: { choose: number; options: readonly { id: string }[] }, response: unknown): Validation<MultiResponse> {
  if (isNothing(response)) return { state: 'unanswered' }
  const ids = item.options.map((option) => option.id)
  if (!isSelection(response, ids) || response.length > item.choose) return { state: 'malformed' }
  return response.length < item.choose ? { state: 'unanswered' } : { state: 'complete', response }
}
