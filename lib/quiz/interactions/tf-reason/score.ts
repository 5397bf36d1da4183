/** Marks a pair of verdict and reason. */
import { type Score, scoreOf } from '#lib/quiz/marking.ts'
import type { TfReasonResponse, TfReasonReveal } from './public.ts'
import type { TfReasonItem } from './schema.ts'

/** One point for the right pair. The right verdict with a wrong reason gives nothing: it could be a guess. */
export function score(item: TfReasonItem, response: TfReasonResponse): Score {
  return scoreOf(response === item.key ? 1 : 0, 1)
}

export function reveal(item: TfReasonItem): TfReasonReveal {
  return { kind: 'tf-reason', key: item.key, feedback: Object.fromEntries(item.options.map((option) => [option.id, option.feedback])) }
}
