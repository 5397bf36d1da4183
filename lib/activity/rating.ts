/**
 * A private rating of oneself, once early and once late: reading what the device kept, comparing the two, and the text to take
 * along. Pure.
 *
 * Invariants: a rating names only steps of today's scale and indicators of today's content; there are at most `most` goals,
 * in the order of the indicators.
 */
import type { ActivityOf } from './schema.ts'

export type Indicator = ActivityOf<'self-rating'>['indicators'][number]
/** What both kinds that rate have in common. */
export type RatingData = Pick<ActivityOf<'self-rating'>, 'scale' | 'indicators'>

export type Rated = { step?: string | undefined; evidence?: string | undefined }
export type Rating = {
  /** by indicator */
  ratings: Readonly<Record<string, Rated>>
  goals: readonly string[]
  /** index of the indicator on the screen; the number of indicators: past the last */
  at: number
}

/** What was kept on the device under the object id of a self-rating or of a plan builder, made safe. */
export function readRating({ scale, indicators }: RatingData, most: number, kept: unknown): Rating {
  const { ratings, goals, at } = fieldsOf(kept)
  const given = fieldsOf(ratings)
  const place = typeof at === 'number' && Number.isInteger(at) ? at : 0
  return {
    ratings: Object.fromEntries(
      indicators.flatMap(({ id }) => {
        const { step, evidence } = fieldsOf(given[id])
        const rated: Rated = {
          step: scale.find((one) => one.id === step)?.id,
          evidence: typeof evidence === 'string' && evidence !== '' ? evidence : undefined,
        }
        return rated.step || rated.evidence ? [[id, rated]] : []
      }),
    ),
    goals: Array.isArray(goals) ? indicators.flatMap(({ id }) => (goals.includes(id) ? [id] : [])).slice(0, most) : [],
    at: Math.min(Math.max(place, 0), indicators.length),
  }
}

export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

/** Place on the scale from 0, low to high; null where it was not rated. */
export function stepOf({ scale }: RatingData, rating: Rating, indicator: string): number | null {
  const index = scale.findIndex(({ id }) => id === rating.ratings[indicator]?.step)
  return index === -1 ? null : index
}

export function rate(rating: Rating, indicator: string, change: Rated): Rating {
  return { ...rating, ratings: { ...rating.ratings, [indicator]: { ...rating.ratings[indicator], ...change } } }
}

/** A goal taken back or chosen; where there are `most` already, nothing changes. */
export function toggleGoal({ indicators }: RatingData, most: number, rating: Rating, indicator: string): Rating {
  if (rating.goals.includes(indicator)) return { ...rating, goals: rating.goals.filter((id) => id !== indicator) }
  if (rating.goals.length >= most) return rating
  const chosen = [...rating.goals, indicator]
  return { ...rating, goals: indicators.flatMap(({ id }) => (chosen.includes(id) ? [id] : [])) }
}

export function countRated(data: RatingData, rating: Rating): number {
  return data.indicators.filter(({ id }) => stepOf(data, rating, id) !== null).length
}

/** Indicators under the module in which they are practised, in the order of the content. */
export function byModule(indicators: readonly Indicator[]): { module: string; indicators: Indicator[] }[] {
  const groups = new Map<string, Indicator[]>()
  for (const one of indicators) groups.set(one.module, [...(groups.get(one.module) ?? []), one])
  return [...groups].map(([module, of]) => ({ module, indicators: of }))
}

export type Change = { name: 'up' | 'same' | 'down'; count: number; total: number }

/**
 * How many went up, stayed and went down, of those that were rated both times.
 * @returns only what happened at least once; empty where nothing was rated twice
 */
export function compareRatings(data: RatingData, early: Rating, late: Rating): Change[] {
  const both = data.indicators.flatMap(({ id }) => {
    const [before, now] = [stepOf(data, early, id), stepOf(data, late, id)]
    return before === null || now === null ? [] : [now - before]
  })
  const count = (name: Change['name'], fits: (difference: number) => boolean): Change => ({
    name,
    count: both.filter(fits).length,
    total: both.length,
  })
  return [count('up', (d) => d > 0), count('same', (d) => d === 0), count('down', (d) => d < 0)].filter((one) => one.count > 0)
}

/**
 * The rating as plain text.
 * @param head title and day, one line each
 * @param words `unrated` for no step, `goal` before a goal, `evidence` before the example
 */
export function ratingText(
  data: RatingData,
  rating: Rating,
  head: readonly string[],
  words: { unrated: string; goal: string; evidence: string },
): string {
  const rows = data.indicators.flatMap(({ id, text }) => {
    const step = stepOf(data, rating, id)
    const { evidence } = rating.ratings[id] ?? {}
    return [
      '',
      rating.goals.includes(id) ? `${words.goal}: ${text}` : text,
      `  ${step === null ? words.unrated : data.scale[step]!.label}`,
      ...(evidence ? [`  ${words.evidence}: ${evidence.trim().replaceAll('\n', '\n  ')}`] : []),
    ]
  })
  return [...head, ...rows, ''].join('\n')
}
