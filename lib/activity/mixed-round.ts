/**
 * The mixed round: cards in random order, one category for each, feedback at once; at the end the categories that were
 * confused. Pure. A round is the statements of one attempt; the first carries the order of its cards, so that a reload goes on
 * with the same card and an old round reads the same after the way of shuffling has changed.
 */
import type { Statement } from '#lib/statement/schema.ts'
import type { ActivityOf } from './schema.ts'

export type MixedRound = ActivityOf<'mixed-round'>
export type Card = MixedRound['cards'][number]
export type Verdict = 'right' | 'also' | 'wrong'
/** What goes into a statement's `result.response`; `cards` in the first of a round. */
export type CardResponse = { card: string; category: string; cards?: string[] }
export type Round = { attempt: string; cards: readonly string[]; chosen: ReadonlyMap<string, string> }

export function verdictOn(card: Card, category: string): Verdict {
  if (category === card.category) return 'right'
  return category === card.also ? 'also' : 'wrong'
}

/** The category the course gives, or the other one that can be defended. */
export function fits(card: Card, category: string): boolean {
  return verdictOn(card, category) !== 'wrong'
}

/**
 * The latest round, or null where none was begun. Cards that the round's data no longer has are left out, the first response to a
 * card counts.
 * @param statements about this activity, in the order they were made
 */
export function latestRound({ cards, categories }: MixedRound, statements: readonly Pick<Statement, 'attempt' | 'result'>[]): Round | null {
  const attempt = statements.findLast((statement) => statement.attempt !== undefined)?.attempt
  if (attempt === undefined) return null
  const responses = statements.flatMap((statement) =>
    statement.attempt === attempt ? (readResponse(statement.result?.response) ?? []) : [],
  )
  const known = new Set(cards.map((card) => card.id))
  const order = (responses.find((response) => response.cards)?.cards ?? []).filter((id) => known.has(id))
  if (order.length === 0) return null
  const chosen = new Map<string, string>()
  for (const { card, category } of responses)
    if (order.includes(card) && !chosen.has(card) && categories.some(({ id }) => id === category)) chosen.set(card, category)
  return { attempt, cards: order, chosen }
}

function readResponse(value: unknown): CardResponse | null {
  if (typeof value !== 'object' || value === null) return null
  const { card, category, cards } = value as Partial<CardResponse>
  if (typeof card !== 'string' || typeof category !== 'string') return null
  return Array.isArray(cards) ? { card, category, cards } : { card, category }
}

/** The cards of a round to which a category was given that does not fit, in the order they came. */
export function missed(data: MixedRound, round: Pick<Round, 'cards' | 'chosen'>): string[] {
  return round.cards.filter((id) => {
    const card = data.cards.find((one) => one.id === id)
    const category = round.chosen.get(id)
    return card !== undefined && category !== undefined && !fits(card, category)
  })
}

/**
 * How often cards of one category were given another: `count(row, column)`, row the category that fits, column the one given.
 * A second category that can be defended counts as fitting.
 */
export function confusionTable(data: MixedRound, round: Pick<Round, 'chosen'>): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const table = new Map(data.categories.map(({ id }) => [id, new Map(data.categories.map((column) => [column.id, 0]))]))
  for (const card of data.cards) {
    const given = round.chosen.get(card.id)
    if (given === undefined) continue
    const row = table.get(fits(card, given) ? given : card.category)
    row?.set(given, (row.get(given) ?? 0) + 1)
  }
  return table
}

/** Pairs of categories that were confused, either way round, most often first. */
export function confusedPairs(data: MixedRound, round: Pick<Round, 'chosen'>): { a: string; b: string; times: number }[] {
  const table = confusionTable(data, round)
  const pairs = data.categories.flatMap(({ id: a }, i) =>
    data.categories.slice(i + 1).map(({ id: b }) => ({ a, b, times: (table.get(a)?.get(b) ?? 0) + (table.get(b)?.get(a) ?? 0) })),
  )
  return pairs.filter((pair) => pair.times > 0).sort((one, other) => other.times - one.times)
}
