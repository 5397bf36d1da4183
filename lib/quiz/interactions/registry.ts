/**
 * The interaction kinds, brought together for the server. Adding a kind is adding a folder, a line in schema.ts, a line
 * in public-item.ts and a case here; the compiler names the switches that lack it.
 */
import type { Score } from '#lib/quiz/marking.ts'
import { type ItemResponse, type PublicItem, type Reveal, validateResponse } from '#lib/quiz/public-item.ts'
import type { Item } from '#lib/quiz/schema.ts'
import * as match from './match/public.ts'
import * as matchScore from './match/score.ts'
import * as multi from './multi/public.ts'
import * as multiScore from './multi/score.ts'
import * as order from './order/public.ts'
import * as orderScore from './order/score.ts'
import type { ReflectItem } from './reflect/schema.ts'
import * as reflectScore from './reflect/score.ts'
import * as single from './single/public.ts'
import * as singleScore from './single/score.ts'
import * as sjt from './sjt/public.ts'
import * as sjtScore from './sjt/score.ts'
import * as sort from './sort/public.ts'
import * as sortScore from './sort/score.ts'
import * as tfReason from './tf-reason/public.ts'
import * as tfReasonScore from './tf-reason/score.ts'

/** An item that can be drawn for an attempt. */
export type DrawableItem = Exclude<Item, ReflectItem>

export function isDrawable(item: Item): item is DrawableItem {
  return item.kind !== 'reflect'
}

/** A ranked judgement is practice until experienced practitioners have agreed with its key. */
export function isScored(item: Item): boolean {
  return item.kind === 'sjt' ? item.keyConfirmed : item.kind !== 'reflect'
}

/** The option order of one attempt: ids, to be recorded in its `started` statement. */
export function arrangeItem(item: DrawableItem, random: () => number): string[] {
  switch (item.kind) {
    case 'single':
      return single.arrange(item, random)
    case 'multi':
      return multi.arrange(item, random)
    case 'tf-reason':
      return tfReason.arrange(item, random)
    case 'order':
      return order.arrange(item, random)
    case 'match':
      return match.arrange(item, random)
    case 'sort':
      return sort.arrange(item, random)
    case 'sjt':
      return sjt.arrange(item, random)
    default:
      return item satisfies never
  }
}

/** Whether an order recorded earlier still names exactly the options that the item has today. */
export function fitsOrder(item: DrawableItem, recorded: readonly string[]): boolean {
  const today = arrangeItem(item, () => 0).sort()
  const then = [...recorded].sort()
  return today.length === then.length && today.every((id, index) => id === then[index])
}

/** What a browser may see of an item: every field named, in the option order of the attempt. */
export function projectItem(item: DrawableItem, recorded: readonly string[]): PublicItem {
  switch (item.kind) {
    case 'single':
      return single.toPublic(item, recorded)
    case 'multi':
      return multi.toPublic(item, recorded)
    case 'tf-reason':
      return tfReason.toPublic(item, recorded)
    case 'order':
      return order.toPublic(item, recorded)
    case 'match':
      return match.toPublic(item, recorded)
    case 'sort':
      return sort.toPublic(item, recorded)
    case 'sjt':
      return sjt.toPublic(item, recorded)
    default:
      return item satisfies never
  }
}

export type Marked =
  | { state: 'unanswered' }
  | { state: 'malformed' }
  | { state: 'marked'; response: ItemResponse; score: Score; reveal: Reveal }

/** Looks at a response of unknown shape and marks it if it is complete. */
export function markItem(item: Item, response: unknown): Marked {
  if (item.kind === 'reflect') return reflectScore.validate() as { state: 'malformed' }
  const validation = validateResponse(
    projectItem(
      item,
      arrangeItem(item, () => 0),
    ),
    response,
  )
  if (validation.state !== 'complete') return validation
  const given = validation.response
  return { state: 'marked', response: given, score: scoreItem(item, given), reveal: revealItem(item) }
}

function scoreItem(item: DrawableItem, given: ItemResponse): Score {
  switch (item.kind) {
    case 'single':
      return singleScore.score(item, given as single.SingleResponse)
    case 'multi':
      return multiScore.score(item, given as multi.MultiResponse)
    case 'tf-reason':
      return tfReasonScore.score(item, given as tfReason.TfReasonResponse)
    case 'order':
      return orderScore.score(item, given as order.OrderResponse)
    case 'match':
      return matchScore.score(item, given as match.MatchResponse)
    case 'sort':
      return sortScore.score(item, given as sort.SortResponse)
    case 'sjt':
      return sjtScore.score(item, given as sjt.SjtResponse)
    default:
      return item satisfies never
  }
}

/** Key and feedback of an item. To be sent only after a response to it is stored. */
export function revealItem(item: DrawableItem): Reveal {
  switch (item.kind) {
    case 'single':
      return singleScore.reveal(item)
    case 'multi':
      return multiScore.reveal(item)
    case 'tf-reason':
      return tfReasonScore.reveal(item)
    case 'order':
      return orderScore.reveal(item)
    case 'match':
      return matchScore.reveal(item)
    case 'sort':
      return sortScore.reveal(item)
    case 'sjt':
      return sjtScore.reveal(item)
    default:
      return item satisfies never
  }
}
