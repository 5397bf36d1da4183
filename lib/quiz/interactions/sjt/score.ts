/** Marks a ranked judgement. */
import { type Score, scoreOf } from '#lib/quiz/marking.ts'
import type { SjtResponse, SjtReveal } from './public.ts'
import type { SjtItem } from './schema.ts'

/** For each option by its distance from the key: one point in its place, half a point one place away, nothing further away. */
export function score(item: SjtItem, response: SjtResponse): Score {
  const points = item.options.map((option, place) => {
    const distance = Math.abs(response.indexOf(option.id) - place)
    return distance === 0 ? 1 : distance === 1 ? 0.5 : 0
  })
  return scoreOf(
    points.reduce<number>((sum, point) => sum + point, 0),
    points.length,
  )
}

export function reveal(item: SjtItem): SjtReveal {
  return {
    kind: 'sjt',
    key: item.options.map((option) => option.id),
    feedback: Object.fromEntries(item.options.map((option) => [option.id, option.feedback])),
  }
}
