/**
 * A run in an address, so that a facilitator can show any state by link: `plan=aabbf-.ddee--&seed=3&day=1`.
 *
 * One group of letters per day, joined by dots; one letter per hour: the task (a is the first of tasks.ts), or `-` where
 * the hour stays free. Free hours at the end of a day may be left out, but a day has at least one sign.
 */
import type { DayPlan, Plan } from './plan.ts'
import { taskIds } from './tasks.ts'
import { daysInRun, highestSeed, hoursInDay } from './world.ts'

export type Shown = {
  plan: Plan
  seed: number
  /** days already played; later days of the plan stand ready */
  day: number
}

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

/** @returns the query, without a question mark. */
export function encodeState({ plan, seed, day }: Shown): string {
  return new URLSearchParams({ plan: encodePlan(plan), seed: String(seed), day: String(day) }).toString()
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
  const day = wholeNumber(parameters.get('day') ?? '0', 0, daysInRun)
  if (plan === null || seed === null || day === null || day > plan.length) return { found: 'malformed' }
  return { found: 'state', shown: { plan, seed, day } }
}

function wholeNumber(text: string, least: number, most: number): number | null {
  if (!/^\d{1,5}$/.test(text)) return null
  const number = Number(text)
  return number >= least && number <= most ? number : null
}
