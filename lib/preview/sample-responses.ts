/**
 * Responses that bring an item into each of its states, found by marking: right, partly right, wrong. Pure. What cannot
 * be reached (a single choice is never partly right) is left out.
 */
import type { AttemptItem } from '#lib/quiz/attempt-view.ts'
import { arrangeItem, type DrawableItem, isScored, markItem, projectItem } from '#lib/quiz/interactions/registry.ts'
import type { ItemResponse } from '#lib/quiz/public-item.ts'
import { seededRandom } from '#lib/random/seeded-random.ts'

export type SampleState = 'unanswered' | 'wrong' | 'partly' | 'right'
export type Sample = { state: SampleState; shown: Exclude<AttemptItem, { state: 'gone' }> }

/** In the order an author reads them; the unanswered one first. The options stand as one learner would see them. */
export function sampleStates(item: DrawableItem): Sample[] {
  const shownItem = projectItem(item, arrangeItem(item, seededRandom(item.id)))
  const head = { id: item.id, scored: isScored(item) }
  const found = new Map<SampleState, Sample>()
  for (const response of candidates(item)) {
    const marked = markItem(item, response)
    if (marked.state !== 'marked') continue
    const { score, reveal } = marked
    const state = score.scaled >= 1 ? 'right' : score.scaled > 0 ? 'partly' : 'wrong'
    if (!found.has(state))
      found.set(state, { state, shown: { ...head, state: 'marked', item: shownItem, response: marked.response, score, reveal } })
  }
  const marked = (['wrong', 'partly', 'right'] as const).flatMap((state) => found.get(state) ?? [])
  return [{ state: 'unanswered', shown: { ...head, state: 'open', item: shownItem } }, ...marked]
}

/** The right response first, then ever worse ones. */
function candidates(item: DrawableItem): ItemResponse[] {
  switch (item.kind) {
    case 'single':
    case 'tf-reason':
      return [item.key, ...item.options.map(({ id }) => id)]
    case 'multi': {
      const wrong = item.options.map(({ id }) => id).filter((id) => !item.key.includes(id))
      return item.key.map((_, given) => [...item.key.slice(given), ...wrong.slice(0, given)]).concat([fill(wrong, item.key)])
    }
    case 'order':
    case 'sjt': {
      const ids = item.options.map(({ id }) => id)
      const swapped = [...ids.slice(0, -2), ...ids.slice(-2).reverse()]
      // far from its place, each: the second half before the first
      const half = Math.ceil(ids.length / 2)
      return [ids, swapped, ids.toReversed(), [...ids.slice(half), ...ids.slice(0, half)], ...rotations(ids)]
    }
    case 'match':
      return turned(
        item.pairs.map(({ left }) => left.id),
        item.pairs.map(({ right }) => right.id),
      )
    case 'sort':
      return [
        Object.fromEntries(item.cards.map(({ id, category }) => [id, category])),
        ...item.cards.map((_, from) =>
          Object.fromEntries(item.cards.map((card, at) => [card.id, at <= from ? otherCategory(item, card) : card.category])),
        ),
      ]
    default:
      return item satisfies never
  }
}

/** As many as the item asks for, wrong ones before right ones. */
function fill(wrong: readonly string[], key: readonly string[]): string[] {
  return [...wrong, ...key].slice(0, key.length)
}

function rotations(ids: readonly string[]): string[][] {
  return ids.map((_, by) => [...ids.slice(by), ...ids.slice(0, by)])
}

function turned(lefts: readonly string[], rights: readonly string[]): Record<string, string>[] {
  const withRights = (order: readonly string[]) => Object.fromEntries(lefts.map((left, at) => [left, order[at]!]))
  const [first, second, ...rest] = rights
  return [rights, [second!, first!, ...rest], [...rights.slice(1), first!]].map(withRights)
}

function otherCategory({ categories }: Extract<DrawableItem, { kind: 'sort' }>, card: { category: string }): string {
  return categories.find(({ id }) => id !== card.category)!.id
}
