/** Marks a single choice. */
import { type Score, scoreOf } from '#lib/quiz/marking.ts'
import type { SingleResponse, SingleReveal } from './public.ts'
import type { SingleItem } from './schema.ts'

/** One point for the key, nothing otherwise. */
export function score(item: SingleItem, response: SingleResponse): Score {
  return scoreOf(response === item.key ? 1 : 0, 1)
}

export function reveal(item: SingleItem): SingleReveal {
  return { kind: 'single', key: item.key, feedback: Object.fromEntries(item.options.map((option) => [option.id, option.feedback])) }
}
