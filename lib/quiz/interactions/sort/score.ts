/** Marks cards put into categories. */
import { type Score, scoreOf } from '#lib/quiz/marking.ts'
import type { SortResponse, SortReveal } from './public.ts'
import type { SortItem } from './schema.ts'

/** One point for each card in its category. */
export function score(item: SortItem, response: SortResponse): Score {
  return scoreOf(item.cards.filter((card) => response[card.id] === card.category).length, item.cards.length)
}

export function reveal(item: SortItem): SortReveal {
  return {
    kind: 'sort',
    key: Object.fromEntries(item.cards.map((card) => [card.id, card.category])),
    feedback: Object.fromEntries(item.cards.map((card) => [card.id, card.feedback])),
  }
}
