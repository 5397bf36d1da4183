/**
 * Everything a browser may know of an item, whatever its kind: the item before marking, the response, the reveal after
 * marking. Carries no key and no schema library, so components import from here.
 */
import type { MatchResponse, MatchReveal, PublicMatch } from './interactions/match/public.ts'
import { validate as validateMatch } from './interactions/match/public.ts'
import type { MultiResponse, MultiReveal, PublicMulti } from './interactions/multi/public.ts'
import { validate as validateMulti } from './interactions/multi/public.ts'
import type { OrderResponse, OrderReveal, PublicOrder } from './interactions/order/public.ts'
import { validate as validateOrder } from './interactions/order/public.ts'
import type { PublicReflect } from './interactions/reflect/public.ts'
import type { PublicSingle, SingleResponse, SingleReveal } from './interactions/single/public.ts'
import { validate as validateSingle } from './interactions/single/public.ts'
import type { PublicSjt, SjtResponse, SjtReveal } from './interactions/sjt/public.ts'
import { validate as validateSjt } from './interactions/sjt/public.ts'
import type { PublicSort, SortResponse, SortReveal } from './interactions/sort/public.ts'
import { validate as validateSort } from './interactions/sort/public.ts'
import type { PublicTfReason, TfReasonResponse, TfReasonReveal } from './interactions/tf-reason/public.ts'
import { validate as validateTfReason } from './interactions/tf-reason/public.ts'
import type { Validation } from './marking.ts'

/** An item that can be drawn. A reflection cannot: it is never marked. */
export type PublicItem = PublicSingle | PublicMulti | PublicTfReason | PublicOrder | PublicMatch | PublicSort | PublicSjt
export type PublicReflection = PublicReflect
export type ItemResponse = SingleResponse | MultiResponse | TfReasonResponse | OrderResponse | MatchResponse | SortResponse | SjtResponse
export type Reveal = SingleReveal | MultiReveal | TfReasonReveal | OrderReveal | MatchReveal | SortReveal | SjtReveal

/** Whether a response is there, and has the shape its item needs. Says nothing about right or wrong. */
export function validateResponse(item: PublicItem, response: unknown): Validation<ItemResponse> {
  switch (item.kind) {
    case 'single':
      return validateSingle(item, response)
    case 'multi':
      return validateMulti(item, response)
    case 'tf-reason':
      return validateTfReason(item, response)
    case 'order':
      return validateOrder(item, response)
    case 'match':
      return validateMatch(item, response)
    case 'sort':
      return validateSort(item, response)
    case 'sjt':
      return validateSjt(item, response)
    default:
      return item satisfies never
  }
}
