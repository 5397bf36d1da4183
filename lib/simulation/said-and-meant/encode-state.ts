/**
 * A talk in an address, so that a facilitator can show any moment of it by link: `plan=apon&seed=12`. One letter for each
 * turn; the moment shown is the one after the last of them.
 */

import { speakers } from './facts.ts'
import { type Move, moves, type Plan, turnsInTalk } from './moves.ts'
import { highestSeed } from './world.ts'

export type Shown = { plan: Plan; seed: number }

/** Address format: add, never change. */
const letters: Record<Move, string> = {
  attend: 'a',
  open: 'o',
  closed: 'c',
  paraphrase: 'p',
  'too-much': 'x',
  'own-number': 'i',
  reflect: 'r',
  advise: 'v',
  missed: 'w',
  next: 'n',
}
const topicsInTalk = speakers[0]!.topics.length

export function encodePlan(plan: Plan): string {
  return plan.map((move) => letters[move]).join('')
}

/** @returns null where the text is no plan, or goes on after the talk has ended. */
export function decodePlan(text: string): Plan | null {
  const plan = [...text].map((letter) => moves.find((move) => letters[move] === letter))
  if (plan.length > turnsInTalk || plan.includes(undefined)) return null
  const before = plan.slice(0, -1)
  return before.filter((move) => move === 'next').length < topicsInTalk ? (plan as Move[]) : null
}

/** @returns the query, without a question mark. */
export function encodeState({ plan, seed }: Shown): string {
  return new URLSearchParams({ plan: encodePlan(plan), seed: String(seed) }).toString()
}

/**
 * @param query the query of an address, with or without a question mark
 * @returns `absent` where it says nothing about a plan; `malformed` where it does, but not in this format.
 */
export function decodeState(query: string): { found: 'absent' | 'malformed' } | { found: 'state'; shown: Shown } {
  const parameters = new URLSearchParams(query)
  const text = parameters.get('plan')
  const number = parameters.get('seed')
  if (text === null && number === null) return { found: 'absent' }
  const plan = decodePlan(text ?? '')
  const seed = /^\d{1,4}$/.test(number ?? '1') ? Number(number ?? '1') : 0
  if (plan === null || seed < 1 || seed > highestSeed) return { found: 'malformed' }
  return { found: 'state', shown: { plan, seed } }
}
