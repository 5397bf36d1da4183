/** Marks a matching. */
import { type Score, scoreOf } from '#lib/quiz/marking.ts'
import type { MatchResponse, MatchReveal } from './public.ts'
import type { MatchItem } from './schema.ts'

/** One point for each left side with its right side. Extras give and cost nothing. */
export function score(item: MatchItem, response: MatchResponse): Score {
  return scoreOf(item.pairs.filter((pair) => response[pair.left.id] === pair.right.id).length, item.pairs.length)
}

export function reveal(item: MatchItem): MatchReveal {
  return {
    kind: 'match',
    key: Object.fromEntries(item.pairs.map((pair) => [pair.left.id, pair.right.id])),
    feedback: Object.fromEntries([
      ...item.pairs.map((pair) => [pair.left.id, pair.feedback]),
      ...item.extras.map((extra) => [extra.id, extra.feedback]),
    ]),
  }
}
