/**
 * Cases: one situation at a time with one or more questions; what the choices led to may come at the end. Pure.
 *
 * A round is the statements of one attempt; the first carries the order of its cases. The first response to a question counts.
 * A mixed order is
 * drawn from the id it begins with.
 */
import { seededRandom, shuffled } from '#lib/random/seeded-random.ts'
import { latestAttempt, type Told } from './latest-attempt.ts'
import type { ActivityOf } from './schema.ts'

export type Cases = ActivityOf<'cases'>
export type Case = Cases['cases'][number]
export type Question = Case['questions'][number]
export type Option = Question['options'][number]
/** What goes into a statement's `result.response`; `cases`, the order, in the first of a round. */
export type CaseResponse = { case: string; question: string; option: string; cases?: string[] }
/** `chosen`: by `questionKey` the option's id. */
export type CasesRound = { attempt: string; cases: readonly string[]; chosen: ReadonlyMap<string, string> }

export const questionKey = (caseId: string, question: string) => `${caseId}/${question}`

/** A round not yet in a statement. @param only cases to go through; all where left out */
export function beginCases(data: Cases, attempt: string, only?: readonly string[]): CasesRound {
  const ids = data.cases.map(({ id }) => id).filter((id) => !only || only.includes(id))
  return { attempt, cases: data.order === 'mixed' ? shuffled(ids, seededRandom(attempt)) : ids, chosen: new Map() }
}

/** The latest round, or null where none was begun; cases, questions and options that the content no longer has are left out. */
export function latestCases(data: Cases, statements: readonly Told[]): CasesRound | null {
  const latest = latestAttempt(statements)
  if (!latest) return null
  const first = latest.responses.find((response) => Array.isArray(response['cases']))?.['cases'] as unknown[] | undefined
  const cases = [...new Set(first)].filter((id): id is string => data.cases.some((one) => one.id === id))
  if (cases.length === 0) return null
  const chosen = new Map<string, string>()
  for (const response of latest.responses) {
    const one = data.cases.find(({ id }) => id === response['case'] && cases.includes(id))
    const question = one?.questions.find(({ id }) => id === response['question'])
    const option = question?.options.find(({ id }) => id === response['option'])
    if (!one || !question || !option) continue
    const key = questionKey(one.id, question.id)
    if (!chosen.has(key)) chosen.set(key, option.id)
  }
  return { attempt: latest.attempt, cases, chosen }
}

/** One question with what was chosen, for the case it stands in. */
export type Line = { question: Question; option: Option | undefined; fitting: readonly Option[] }

export function linesOf(one: Case, round: Pick<CasesRound, 'chosen'>): Line[] {
  return one.questions.map((question) => ({
    question,
    option: question.options.find(({ id }) => id === round.chosen.get(questionKey(one.id, question.id))),
    fitting: question.options.filter(({ right }) => right),
  }))
}

export function isRight(one: Case, question: string, option: string): boolean {
  const options = one.questions.find(({ id }) => id === question)?.options
  return options?.some(({ id, right }) => right && id === option) ?? false
}

/** The cases of a round in its order. */
export function casesOf(data: Cases, round: Pick<CasesRound, 'cases'>): Case[] {
  return round.cases.flatMap((id) => data.cases.find((one) => one.id === id) ?? [])
}

/** The case to go on with, or undefined where every question has its response. */
export function openCase(data: Cases, round: CasesRound): Case | undefined {
  return casesOf(data, round).find((one) => linesOf(one, round).some(({ option }) => !option))
}

/** Where what came of the choices is told later, the right ones are not given away before. */
export const isDelayed = (question: Question): boolean => question.options.some(({ later }) => later)

/** Cases in which a choice does not fit, in the order they came. */
export function missedCases(data: Cases, round: CasesRound): string[] {
  return casesOf(data, round).flatMap((one) => (linesOf(one, round).some(({ option }) => option && !option.right) ? [one.id] : []))
}

/** How many choices fitted, out of how many. */
export function countFitting(data: Cases, round: CasesRound): { fitting: number; total: number } {
  const options = casesOf(data, round).flatMap((one) => linesOf(one, round).flatMap(({ option }) => option ?? []))
  return { fitting: options.filter(({ right }) => right).length, total: options.length }
}
