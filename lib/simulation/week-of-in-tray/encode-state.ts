/**
 * A run in an address, so that a facilitator can show any state by link: `plan=aabbf-.ddee--&seed=3&day=1`.
 *
 * One group of letters per day, joined by dots; one letter per hour: the task (a is the first of tasks.ts), or `-` where
 * the hour stays free. Free hours at the end of a day may be left out, but a day has at least one sign.
 */
import { type Stepped, steppedAddress } from '#lib/simulation/address.ts'
import type { DayPlan, Plan } from './plan.ts'
import { taskIds } from './tasks.ts'
import { daysInRun, hoursInDay } from './world.ts'

export type Shown = Stepped<DayPlan>

const freeHour = '-'
const firstLetter = 'a'.charCodeAt(0)

export function encodePlan(plan: Plan): string {
  return plan.map(encodeDay).join('.')
}

function encodeDay(day: DayPlan): string {
  const letters = day.map((task) => (task ? String.fromCharCode(firstLetter + taskIds.indexOf(task)) : freeHour)).join('')
  return letters.replace(/-+$/, '') || freeHour
}

/** @returns null where the text is no plan, or one that takes more days or hours than there are. */
export function decodePlan(text: string): Plan | null {
  const days = text === '' ? [] : text.split('.')
  if (days.length > daysInRun) return null
  const plan: DayPlan[] = []
  for (const day of days) {
    if (day.length === 0 || day.length > hoursInDay) return null
    const hours = [...day.padEnd(hoursInDay, freeHour)].map((letter) =>
      letter === freeHour ? null : taskIds[letter.charCodeAt(0) - firstLetter],
    )
    if (hours.includes(undefined)) return null
    plan.push(hours as DayPlan)
  }
  return plan
}

export const { encodeState, decodeState } = steppedAddress('day', encodePlan, decodePlan)
