/**
 * A run in an address, so that a facilitator can show any state by link: `plan=aWbpcNa3b3.dwat4c2&seed=7&week=2`.
 *
 * One group of signs per week, joined by dots. Each begins with the letter of a request (a is the first of the world).
 * Answers: `W` all, `P` a smaller part, `L` later, `N` no; in small letters (w p l) the same in vague words.
 * A word about an open promise: `t4` by the end of week 4, `t0` taken back. Work: a number of days. An empty week is `-`.
 */
import { type Answer, daysOfWork, emptyWeek, type Plan, type Reply, type Week, type Word, type Work } from './plan.ts'
import { daysInWeek, highestSeed, weeksInRun } from './world.ts'

export type Shown = {
  plan: Plan
  seed: number
  /** weeks already played; later weeks of the plan stand ready */
  week: number
}

const restWeek = '-'
const firstLetter = 'a'.charCodeAt(0)
const letters: Record<Reply, string> = { whole: 'w', part: 'p', later: 'l', no: 'n' }
const replyOf = new Map(Object.entries(letters).map(([reply, letter]) => [letter, reply as Reply]))
const sign = /[a-j](?:[WPLNwpl]|t[0-6]|[1-6])/g

function encodeWeek({ answers, words, work }: Week): string {
  const name = (request: number) => String.fromCharCode(firstLetter + request)
  const signs = [
    ...answers.map(({ request, reply, clear }) => name(request) + (clear ? letters[reply].toUpperCase() : letters[reply])),
    ...words.map(({ request, until }) => `${name(request)}t${until}`),
    ...work.map(({ request, days }) => name(request) + days),
  ]
  return signs.join('') || restWeek
}

export function encodePlan(plan: Plan): string {
  return plan.map(encodeWeek).join('.')
}

function decodeWeek(text: string): Week | null {
  if (text === restWeek) return emptyWeek
  const signs = text.match(sign) ?? []
  if (signs.join('') !== text || text === '') return null
  const answers: Answer[] = []
  const words: Word[] = []
  const work: Work[] = []
  for (const each of signs) {
    const request = each.charCodeAt(0) - firstLetter
    const code = each.slice(1)
    const reply = replyOf.get(code.toLowerCase())
    if (reply) answers.push({ request, reply, clear: code !== code.toLowerCase() })
    else if (code.startsWith('t')) words.push({ request, until: Number(code.slice(1)) })
    else work.push({ request, days: Number(code) })
  }
  const twice = [answers, words, work].some((list) => new Set(list.map(({ request }) => request)).size < list.length)
  const week = { answers, words, work }
  return twice || daysOfWork(week) > daysInWeek ? null : week
}

/** @returns null where the text is no plan, or one that takes more weeks or days than there are. */
export function decodePlan(text: string): Plan | null {
  const weeks = text === '' ? [] : text.split('.').map(decodeWeek)
  return weeks.length > weeksInRun || weeks.includes(null) ? null : (weeks as Week[])
}

/** @returns the query, without a question mark. */
export function encodeState({ plan, seed, week }: Shown): string {
  return new URLSearchParams({ plan: encodePlan(plan), seed: String(seed), week: String(week) }).toString()
}

/**
 * @param query the query of an address, with or without a question mark
 * @returns `absent` where it says nothing about a plan; `malformed` where it does, but not in this format.
 */
export function decodeState(query: string): { found: 'absent' | 'malformed' } | { found: 'state'; shown: Shown } {
  const parameters = new URLSearchParams(query)
  const text = parameters.get('plan')
  if (text === null && parameters.get('seed') === null) return { found: 'absent' }
  const plan = decodePlan(text ?? '')
  const seed = wholeNumber(parameters.get('seed') ?? '1', 1, highestSeed)
  const week = wholeNumber(parameters.get('week') ?? '0', 0, weeksInRun)
  if (plan === null || seed === null || week === null || week > plan.length) return { found: 'malformed' }
  return { found: 'state', shown: { plan, seed, week } }
}

function wholeNumber(text: string, least: number, most: number): number | null {
  if (!/^\d{1,5}$/.test(text)) return null
  const number = Number(text)
  return number >= least && number <= most ? number : null
}
