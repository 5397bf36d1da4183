/**
 * What chance decides, all of it, before the first week: which questions come and when, and whom you would run into.
 * Two plans with the same seed live in the same world, so a difference between them is due to the plans.
 *
 * This is a teaching model. Its numbers were chosen so that the mechanism can be seen in eight weeks; nobody measured them.
 */
import { seededIntegers, shuffled } from '#lib/simulation/draw-random.ts'
import { firstTies, isUnlikely, type PersonId, personIds } from './people.ts'

export const weeksInRun = 8
/** Working days; the clock of the model. */
export const daysInWeek = 5

/** Each question and who can answer it. The wording stands in the message catalogue under `need_<id>`. */
const pool = {
  /** somebody you know from the first day can answer */
  near: { roads: ['hoa'], clinics: ['anjali'], tents: ['sefa', 'samira'], shelters: ['amon'] },
  /** inside the formal circle, but not among the people you know */
  far: { arrivals: ['leyna'], codes: ['nadia'], boundaries: ['ketta'], wells: ['kofi', 'tarin'], roofs: ['tarin'] },
  /** nobody inside the formal circle can answer */
  outside: { houses: ['bibi', 'rosa'], growth: ['pavel'], night: ['daoud'], signal: ['pavel', 'mei'] },
} as const satisfies Record<string, Record<string, readonly PersonId[]>>

export type NeedId = { [K in keyof typeof pool]: keyof (typeof pool)[K] }[keyof typeof pool]
export type Need = { id: NeedId; holders: readonly PersonId[]; arrives: number }

export type World = {
  seed: number
  /** in order of arrival; `arrives` is a week, counted from 1 */
  needs: readonly Need[]
  /** whom the first, second, third… open occasion brings; null: a pleasant evening, nobody to remember */
  encounters: readonly (PersonId | null)[]
}

/** How many questions come in week 1, 2, 3… None comes late, so that a question left open has waited long. */
const arrivals = [2, 2, 2, 2, 1]
const drawn = { near: 2, far: 4, outside: 3 } as const

export function makeWorld(seed: number): World {
  const next = seededIntegers(seed)
  const chosen = (Object.keys(drawn) as (keyof typeof drawn)[]).flatMap((kind) =>
    shuffled(Object.entries(pool[kind]) as [NeedId, readonly PersonId[]][], next).slice(0, drawn[kind]),
  )
  const weeks = arrivals.flatMap((count, index) => Array.from({ length: count }, () => index + 1))
  const needs = shuffled(chosen, next).map(([id, holders], index) => ({ id, holders, arrives: weeks[index]! }))
  const strangers = personIds.filter((id) => !isUnlikely(id) && firstTies[id] === undefined)
  const evening = [...personIds.filter(isUnlikely), ...shuffled(strangers, next).slice(0, 2), null, null, null, null]
  return {
    seed,
    needs,
    encounters: [...shuffled(evening, next), ...shuffled(evening, next), ...shuffled(evening, next), ...shuffled(evening, next)],
  }
}

/** True where no one inside the formal circle holds the answer. */
export function needsUnlikelyContact(need: Need): boolean {
  return need.holders.every(isUnlikely)
}
