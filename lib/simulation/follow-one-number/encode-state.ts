/**
 * A run in an address, so that a facilitator can show any state by link: `plan=axbxac.ccdc&seed=12&week=2`.
 *
 * One group of letters per week, joined by dots; two letters for each deed: the partner (a is the first of partners.ts)
 * and what you do: `c` chase, `x` explain, `t` tell. A week without deeds is `-`.
 */
import { partnerIds } from './partners.ts'
import { costOfWeek, type Deed, inOrder, type Kind, kinds, type Plan, weekBudget } from './plan.ts'
import { highestSeed, weeksInRun } from './world.ts'

export type Shown = {
  plan: Plan
  seed: number
  /** weeks already played; later weeks of the plan stand ready */
  week: number
}

/** a week without any deed */
const restWeek = '-'
const firstLetter = 'a'.charCodeAt(0)
const letters: Record<Kind, string> = { chase: 'c', explain: 'x', tell: 't' }

export function encodePlan(plan: Plan): string {
  return plan.map((week) => week.map(encodeDeed).join('') || restWeek).join('.')
}

function encodeDeed({ kind, partner }: Deed): string {
  return String.fromCharCode(firstLetter + partnerIds.indexOf(partner)) + letters[kind]
}

/** @returns null where the text is no plan, or one that takes more weeks or hours than there are, or does a thing twice. */
export function decodePlan(text: string): Plan | null {
  const weeks = text === '' ? [] : text.split('.')
  if (weeks.length > weeksInRun) return null
  const plan: Deed[][] = []
  for (const week of weeks) {
    const codes = week.match(/[a-z][cxt]/g) ?? []
    if ((codes.join('') || restWeek) !== week) return null
    const deeds = codes.flatMap((code): Deed[] => {
      const partner = partnerIds[code.charCodeAt(0) - firstLetter]
      return partner ? [{ partner, kind: kinds.find((kind) => letters[kind] === code[1])! }] : []
    })
    const ordered = inOrder(deeds)
    if (ordered.length !== codes.length || costOfWeek(ordered) > weekBudget) return null
    plan.push(ordered)
  }
  return plan
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
