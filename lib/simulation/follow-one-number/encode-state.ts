/**
 * A run in an address, so that a facilitator can show any state by link: `plan=axbxac.ccdc&seed=12&week=2`.
 *
 * One group of letters per week, joined by dots; two letters for each deed: the partner (a is the first of partners.ts)
 * and what you do: `c` chase, `x` explain, `t` tell. A week without deeds is `-`.
 */
import { type Stepped, steppedAddress } from '#lib/simulation/address.ts'
import { partnerIds } from './partners.ts'
import { costOfWeek, type Deed, inOrder, type Kind, kinds, type Plan, weekBudget } from './plan.ts'
import { weeksInRun } from './world.ts'

export type Shown = Stepped<readonly Deed[]>

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

export const { encodeState, decodeState } = steppedAddress('week', encodePlan, decodePlan)
