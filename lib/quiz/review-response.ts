/**
 * A marked response as rows to read: what was chosen, what is right, and why. One shape for all kinds, so that feedback
 * looks and sounds the same everywhere. Pure; runs in the browser after the reveal.
 */
import type { ItemResponse, PublicItem, Reveal } from './public-item.ts'

/**
 * right: chosen and right (or in its place) · missed: right, not chosen · wrong: chosen, not right (or out of place) ·
 * left: neither chosen nor right, to be shown on request
 */
export type RowState = 'right' | 'missed' | 'wrong' | 'left'
export type Row = {
  id: string
  state: RowState
  /** stands before the text: a place in an order, the left side of a pair, the verdict */
  lead?: { kind: 'place'; place: number } | { kind: 'text'; text: string } | { kind: 'verdict'; verdict: boolean }
  text: string
  /** what was given instead, where a row is wrong by its place or partner */
  given?: { kind: 'place'; place: number } | { kind: 'text'; text: string }
  feedback: string
}

type Side = { id: string; text: string }

export function reviewRows(item: PublicItem, response: ItemResponse, reveal: Reveal): Row[] {
  switch (reveal.kind) {
    case 'single':
    case 'multi': {
      const options = item.kind === 'single' || item.kind === 'multi' ? item.options : []
      const chosen = [response as string | string[]].flat()
      const key = [reveal.key].flat()
      return options.map(({ id, text }) => ({ id, state: stateOf(chosen, key, id), text, feedback: reveal.feedback[id] ?? '' }))
    }
    case 'tf-reason': {
      const options = item.kind === 'tf-reason' ? item.options : []
      return options.map(({ id, text, verdict }) => ({
        id,
        state: stateOf([response as string], [reveal.key], id),
        lead: { kind: 'verdict', verdict },
        text,
        feedback: reveal.feedback[id] ?? '',
      }))
    }
    case 'order':
    case 'sjt':
      return orderRows(item.kind === 'order' || item.kind === 'sjt' ? item.options : [], response as string[], reveal)
    case 'match':
      return item.kind === 'match' ? pairRows(item.lefts, item.rights, response as Record<string, string>, reveal) : []
    case 'sort':
      return item.kind === 'sort' ? pairRows(item.cards, item.categories, response as Record<string, string>, reveal) : []
    default:
      return reveal satisfies never
  }
}

function stateOf(chosen: readonly string[], key: readonly string[], id: string): RowState {
  if (chosen.includes(id)) return key.includes(id) ? 'right' : 'wrong'
  return key.includes(id) ? 'missed' : 'left'
}

/** In the right order, each with the place it was given. */
function orderRows(options: readonly Side[], given: readonly string[], reveal: { key: string[]; feedback: Reveal['feedback'] }): Row[] {
  return reveal.key.map((id, index): Row => {
    const place = given.indexOf(id)
    const row = {
      id,
      lead: { kind: 'place', place: index + 1 },
      text: options.find((option) => option.id === id)?.text ?? id,
      feedback: reveal.feedback[id] ?? '',
    } as const
    return place === index ? { ...row, state: 'right' } : { ...row, state: 'wrong', given: { kind: 'place', place: place + 1 } }
  })
}

/** Each left side with its right one; then the right sides that fit nothing. */
function pairRows(
  lefts: readonly Side[],
  rights: readonly Side[],
  given: Readonly<Record<string, string>>,
  reveal: { key: Record<string, string>; feedback: Reveal['feedback'] },
): Row[] {
  const textOf = (id: string | undefined) => rights.find((right) => right.id === id)?.text ?? ''
  const rows = lefts.map((left): Row => {
    const row = {
      id: left.id,
      lead: { kind: 'text', text: left.text },
      text: textOf(reveal.key[left.id]),
      feedback: reveal.feedback[left.id] ?? '',
    } as const
    return given[left.id] === reveal.key[left.id]
      ? { ...row, state: 'right' }
      : { ...row, state: 'wrong', given: { kind: 'text', text: textOf(given[left.id]) } }
  })
  const extras = rights.filter((right) => reveal.feedback[right.id] !== undefined && !Object.values(reveal.key).includes(right.id))
  return [...rows, ...extras.map((extra): Row => ({ id: extra.id, state: 'left', text: extra.text, feedback: reveal.feedback[extra.id]! }))]
}
