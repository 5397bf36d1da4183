/** Marks a multiple response. */
import { type Score, scoreOf } from '#lib/quiz/marking.ts'
import type { MultiResponse, MultiReveal } from './public.ts'
import type { MultiItem } from './schema.ts'

/** (right ones chosen − wrong ones chosen) out of the number of right ones, never below 0. */
export function score(item: MultiItem, response: MultiResponse): Score {
  const right = response.filter((id) => item.key.includes(id)).length
  return scoreOf(Math.max(0, right - (response.length - right)), item.key.length)
}

export function reveal(item: MultiItem): MultiReveal {
  return {
    kind: 'multi',
    key: [...item.key],
    feedback: Object.fromEntries(item.options.map((option) => [option.id, option.feedback])),
  }
}
