/** Marks an order. */
import { type Score, scoreOf } from '#lib/quiz/marking.ts'
import type { OrderResponse, OrderReveal } from './public.ts'
import type { OrderItem } from './schema.ts'

/**
 * One point for each pair of neighbours in the right order (first and second, second and third, …) of which the earlier
 * also stands earlier in the response. One thing in a wrong place so costs one or two points, not all.
 */
export function score(item: OrderItem, response: OrderResponse): Score {
  const key = item.options.map((option) => option.id)
  const right = key.slice(1).filter((id, index) => response.indexOf(key[index]!) < response.indexOf(id))
  return scoreOf(right.length, key.length - 1)
}

export function reveal(item: OrderItem): OrderReveal {
  return {
    kind: 'order',
    key: item.options.map((option) => option.id),
    feedback: Object.fromEntries(item.options.map((option) => [option.id, option.feedback])),
  }
}
