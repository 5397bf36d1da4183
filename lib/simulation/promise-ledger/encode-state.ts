/**
 * A run in an address, so that a facilitator can show any state by link: `plan=aWbpcNa3b3.dwat4c2&seed=7&week=2`.
 *
 * One group of signs per week, joined by dots. Each begins with the letter of a request (a is the first of the world).
 * Answers: `W` all, `P` a smaller part, `L` later, `N` no; in small letters (w p l) the same in vague words.
 * A word about an open promise: `t4` by the end of week 4, `t0` taken back. Work: a number of days. An empty week is `-`.
 */
import { type Stepped, steppedAddress } from '#lib/simulation/address.ts'
import { type Answer, daysOfWork, emptyWeek, type Plan, type Reply, type Week, type Word, type Work } from './plan.ts'
import { daysInWeek, weeksInRun } from './world.ts'

export type Shown = Stepped<Week>

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

export const { encodeState, decodeState } = steppedAddress('week', encodePlan, decodePlan)
