/** Matching, as a browser may see it: before marking (item), while answering (response), after marking (reveal). */
import { isPlacement } from '#lib/quiz/id-list.ts'
import { type Feedback, isNothing, type Validation } from '#lib/quiz/marking.ts'
import { shuffled } from '#lib/random/seeded-random.ts'
import type { MatchItem } from './schema.ts'

type Side = { id: string; text: string }
export type PublicMatch = { kind: 'match'; id: string; stem: string; lefts: Side[]; rights: Side[] }
/** Left id → right id. The same right side may be chosen twice. */
export type MatchResponse = Record<string, string>
/** Feedback by left id, and by id of an extra. */
export type MatchReveal = { kind: 'match'; key: Record<string, string>; feedback: Feedback }

/** Left sides, then right sides and extras, each in the order of an attempt, to be recorded with it. */
export function arrange(item: MatchItem, random: () => number): string[] {
  const lefts = item.pairs.map((pair) => pair.left.id)
  const rights = [...item.pairs.map((pair) => pair.right.id), ...item.extras.map((extra) => extra.id)]
  return [...shuffled(lefts, random), ...shuffled(rights, random)]
}

export function toPublic(item: MatchItem, order: readonly string[]): PublicMatch {
  const lefts = item.pairs.map((pair) => pair.left)
  const rights = [...item.pairs.map((pair) => pair.right), ...item.extras]
  const inOrder = (sides: readonly Side[]) =>
    order.flatMap((id) => sides.filter((side) => side.id === id).map((side) => ({ id: side.id, text: side.text })))
  return { kind: 'match', id: item.id, stem: item.stem, lefts: inOrder(lefts), rights: inOrder(rights) }
}

export function validate(
  item: { lefts: readonly { id: string }[]; rights: readonly { id: string }[] },
  response: unknown,
): Validation<MatchResponse> {
  if (isNothing(response)) return { state: 'unanswered' }
  const lefts = item.lefts.map((left) => left.id)
  const rights = item.rights.map((right) => right.id)
  if (!isPlacement(response, lefts, rights)) return { state: 'malformed' }
  return Object.keys(response).length < lefts.length ? { state: 'unanswered' } : { state: 'complete', response }
}
