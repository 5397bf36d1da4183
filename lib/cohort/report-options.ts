/**
 * What was chosen in an item, counted. Pure. Where one option (or several) is picked, a list; where things are put in places or
 * groups, a grid with a row for each thing. A response that names an option the item no longer has is counted apart, so that the
 * counts always add up to the number of responses. Carries keys: for the server only.
 */
import type { DrawableItem } from '#lib/quiz/interactions/registry.ts'

export type OptionList = {
  shape: 'list'
  rows: { id: string; text: string; verdict?: boolean; right: boolean; n: number }[]
  /** responses to an earlier wording with other options */
  older: number
}
export type OptionGrid = {
  shape: 'grid'
  /** `place`: from 1, instead of a text */
  columns: { id: string; text?: string; place?: number }[]
  /** `right`: id of the column where it belongs; `counts` in the order of the columns */
  rows: { id: string; text: string; right: string; counts: number[] }[]
  older: number
}
export type OptionCounts = OptionList | OptionGrid

/** @param responses as they were recorded; of unknown shape, since the item may have been of another kind */
export function countOptions(item: DrawableItem, responses: readonly unknown[]): OptionCounts {
  switch (item.kind) {
    case 'single':
      return listed(item.options, [item.key], responses)
    case 'multi':
      return listed(item.options, item.key, responses)
    case 'tf-reason':
      return listed(item.options, [item.key], responses)
    case 'order':
    case 'sjt': {
      const columns = item.options.map((_, index) => ({ id: String(index), place: index + 1 }))
      const rows = item.options.map(({ id, text }, index) => ({ id, text, right: String(index) }))
      return gridded(columns, rows, responses.map(placesIn))
    }
    case 'match': {
      const columns = [...item.pairs.map(({ right }) => right), ...item.extras].map(({ id, text }) => ({ id, text }))
      const rows = item.pairs.map(({ left, right }) => ({ id: left.id, text: left.text, right: right.id }))
      return gridded(columns, rows, responses)
    }
    case 'sort': {
      const columns = item.categories.map(({ id, text }) => ({ id, text }))
      return gridded(
        columns,
        item.cards.map(({ id, text, category }) => ({ id, text, right: category })),
        responses,
      )
    }
    default:
      return item satisfies never
  }
}

function listed(
  options: readonly { id: string; text: string; verdict?: boolean }[],
  key: readonly string[],
  responses: readonly unknown[],
): OptionList {
  const counts = new Map(options.map(({ id }) => [id, 0]))
  let older = 0
  for (const response of responses) {
    const chosen = [...new Set([response].flat())]
    if (chosen.length === 0 || !chosen.every((id) => typeof id === 'string' && counts.has(id))) older++
    else for (const id of chosen as string[]) counts.set(id, counts.get(id)! + 1)
  }
  const rows = options.map(({ id, text, verdict }) => ({
    id,
    text,
    ...(verdict === undefined ? {} : { verdict }),
    right: key.includes(id),
    n: counts.get(id)!,
  }))
  return { shape: 'list', rows, older }
}

function gridded(
  columns: OptionGrid['columns'],
  rows: readonly { id: string; text: string; right: string }[],
  responses: readonly unknown[],
): OptionGrid {
  const counts = rows.map(() => columns.map(() => 0))
  let older = 0
  for (const response of responses) {
    const given = typeof response === 'object' && response !== null && !Array.isArray(response) ? Object.entries(response) : []
    const cells = rows.map(({ id }) => columns.findIndex((column) => column.id === given.find(([one]) => one === id)?.[1]))
    if (given.length !== rows.length || cells.includes(-1)) older++
    else for (const [row, column] of cells.entries()) counts[row]![column]!++
  }
  return { shape: 'grid', columns, rows: rows.map((row, index) => ({ ...row, counts: counts[index]! })), older }
}

/** A list in an order → where each thing was put. */
function placesIn(response: unknown): unknown {
  return Array.isArray(response) ? Object.fromEntries(response.map((id, index) => [String(id), String(index)])) : null
}
