/** Categorising, as a browser may see it: before marking (item), while answering (response), after marking (reveal). */
import { isPlacement } from '#lib/quiz/id-list.ts'
import { type Feedback, isNothing, type Validation } from '#lib/quiz/marking.ts'
import { shuffled } from '#lib/random/seeded-random.ts'
import type { SortItem } from './schema.ts'

export type PublicSort = {
  kind: 'sort'
  id: string
  stem: string
  categories: { id: string; text: string }[]
  cards: { id: string; text: string }[]
}
/** Card id → category id. */
export type SortResponse = Record<string, string>
export type SortReveal = { kind: 'sort'; key: Record<string, string>; feedback: Feedback }

/** The cards in the order of an attempt, to be recorded with it. Categories keep the order they are written in. */
export function arrange(item: SortItem, random: () => number): string[] {
  return shuffled(
    item.cards.map((card) => card.id),
    random,
  )
}

export function toPublic(item: SortItem, order: readonly string[]): PublicSort {
  return {
    kind: 'sort',
    id: item.id,
    stem: item.stem,
    categories: item.categories.map((category) => ({ id: category.id, text: category.text })),
    cards: order.map((id) => ({ id, text: item.cards.find((card) => card.id === id)!.text })),
  }
}

export function validate(
  item: { cards: readonly { id: string }[]; categories: readonly { id: string }[] },
  response: unknown,
): Validation<SortResponse> {
  if (isNothing(response)) return { state: 'unanswered' }
  const cards = item.cards.map((card) => card.id)
  const categories = item.categories.map((category) => category.id)
  if (!isPlacement(response, cards, categories)) return { state: 'malformed' }
  return Object.keys(response).length < cards.length ? { state: 'unanswered' } : { state: 'complete', response }
}
