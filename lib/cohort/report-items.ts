/**
 * The check of one module as a cohort met it: by item and by objective. A pure fold over the attempts of the cohort; every
 * figure counts learners, each once. What an item gave is taken from the first time a learner met it, whether or not that
 * attempt was finished: later attempts have seen the feedback. Sources of the figures: report-figures.
 */
import type { Attempt } from '#lib/quiz/attempt.ts'
import { type DrawableItem, isDrawable, isScored } from '#lib/quiz/interactions/registry.ts'
import type { Item } from '#lib/quiz/schema.ts'
import { correlation, groupHasGot, isFull, meanOf, shareOf } from './report-figures.ts'
import { countOptions, type OptionCounts } from './report-options.ts'

export type LearnerAttempts = { learner: string; attempts: readonly Attempt[] }

export type ItemFigures = {
  item: DrawableItem
  /** false: practice, not counted in the check */
  scored: boolean
  /** learners who met it */
  n: number
  /** of them, with full marks at the first meeting */
  right: number
  /** difficulty: right / n */
  share: number | null
  /** mean score at the first meeting; differs from `share` where part of the marks can be had */
  mean: number | null
  /** item against the mean of the other scored items of the same finished attempt; null where it says nothing */
  discrimination: number | null
  /** learners behind the discrimination */
  pairs: number
  options: OptionCounts
}

export type ObjectiveFigures = {
  id: string
  text: string
  /** slugs of the lessons that teach it */
  lessons: readonly string[]
  /** learners with a finished attempt that asked about it */
  n: number
  /** of them, reached in the first such attempt */
  first: number
  /** of them, reached in any */
  now: number
  got: boolean | null
}

export type CheckReport = {
  /** learners who began an attempt, who finished one, who reached the pass mark in one */
  began: number
  finished: number
  reached: number
  attempts: number
  /** hardest first; those that nobody has met at the end */
  items: ItemFigures[]
  /** the least reached first; those that nobody was asked about at the end */
  objectives: ObjectiveFigures[]
}

export function reportCheck(
  module: { items: readonly Item[]; objectives: readonly { id: string; text: string; lessons: readonly string[] }[] },
  cohort: readonly LearnerAttempts[],
): CheckReport {
  // ids of attempts are UUIDv7 made by the server: they sort by time, also after two records became one
  const learners = cohort.map(({ attempts }) => attempts.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  return {
    began: learners.filter((attempts) => attempts.length > 0).length,
    finished: learners.filter((attempts) => attempts.some(({ finished }) => finished !== null)).length,
    reached: learners.filter((attempts) => attempts.some(({ finished }) => finished?.reached)).length,
    attempts: learners.reduce((sum, attempts) => sum + attempts.length, 0),
    items: module.items
      .filter(isDrawable)
      .map((item) => figuresOf(item, learners))
      .sort((a, b) => Number(a.n === 0) - Number(b.n === 0) || (a.share ?? 0) - (b.share ?? 0) || compare(a.item.id, b.item.id)),
    objectives: module.objectives
      .map((objective) => objectiveOf(objective, learners))
      .sort(
        (a, b) =>
          Number(a.n === 0) - Number(b.n === 0) || a.now / (a.n || 1) - b.now / (b.n || 1) || a.first - b.first || compare(a.id, b.id),
      ),
  }
}

/** What is asked; of a sentence to be judged, with the sentence. */
export function stemOf(item: DrawableItem): string {
  return item.kind === 'tf-reason' ? `${item.stem} “${item.statement}”` : item.stem
}

function figuresOf(item: DrawableItem, learners: readonly (readonly Attempt[])[]): ItemFigures {
  const met = learners.flatMap((attempts) => {
    const attempt = attempts.find(({ given }) => given.some((one) => one.item === item.id))
    const given = attempt?.given.find((one) => one.item === item.id)
    return attempt && given ? [{ attempt, given }] : []
  })
  const scores = met.map(({ given }) => given.score.scaled)
  const right = scores.filter(isFull).length
  const pairs = met.flatMap(({ attempt, given }) => {
    const rest = attempt.finished ? restOf(attempt, item.id) : null
    return rest === null ? [] : [[given.score.scaled, rest] as const]
  })
  const responses = met.map(({ given }) => given.response)
  return {
    item,
    scored: isScored(item),
    n: met.length,
    right,
    share: shareOf(right, met.length),
    mean: meanOf(scores),
    discrimination: correlation(pairs),
    pairs: pairs.length,
    options: countOptions(item, responses),
  }
}

/** Mean score of the other scored items of the attempt: a mean, because attempts need not have the same number of items. */
function restOf(attempt: Attempt, item: string): number | null {
  const scored = new Set(attempt.draw.items.flatMap(({ id, scored: counts }) => (counts && id !== item ? [id] : [])))
  return meanOf(attempt.given.filter((one) => scored.has(one.item)).map(({ score }) => score.scaled))
}

function objectiveOf(
  objective: { id: string; text: string; lessons: readonly string[] },
  learners: readonly (readonly Attempt[])[],
): ObjectiveFigures {
  const results = learners.flatMap((attempts) => {
    const own = attempts.flatMap(({ finished }) => finished?.objectives.filter(({ id }) => id === objective.id) ?? [])
    return own.length > 0 ? [own] : []
  })
  const now = results.filter((own) => own.some(({ reached }) => reached)).length
  return {
    ...objective,
    n: results.length,
    first: results.filter(([first]) => first?.reached).length,
    now,
    got: results.length === 0 ? null : now / results.length >= groupHasGot,
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
