/**
 * A talk in an address, so that a facilitator can show any moment of it by link: `plan=apon&seed=12`. One letter for each
 * turn; the moment shown is the one after the last of them.
 */
import { type Decoded, decodeRun, encodeRun } from '#lib/simulation/address.ts'
import { speakers } from './facts.ts'
import { type Move, moves, type Plan, turnsInTalk } from './moves.ts'

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

export function encodeState({ plan, seed }: Shown): string {
  return encodeRun(encodePlan(plan), seed)
}

export function decodeState(query: string): Decoded<Shown> {
  return decodeRun(query, decodePlan)
}
