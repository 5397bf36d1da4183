/**
 * When something comes back. Pure. Everything that has come round since the last session is one session: nothing piles up, and
 * a day without a review costs nothing.
 */
import type { Contact, Reviews } from './fold-reviews.ts'
import { restAfter, type Step, steps, waitAfterMiss } from './steps.ts'

export type Appointment = { module: string; step: Step; day: number }
export type Due = {
  /** one for each module, the latest where several came round */
  appointments: readonly Appointment[]
  /** missed items whose day has come */
  returns: readonly string[]
}
export type Visit = { day: number; modules: readonly string[]; minutes: number }

const minutesOf: Record<Step, number> = { 1: 3, 3: 3, 7: 4, 21: 4, 60: 5 }
const minutesMerged = 5
const minutesReturns = 2

/** What has come round and was not part of a session yet; null where nothing has. */
export function dueOn(reviews: Reviews, today: number): Due | null {
  const isNew = ({ day }: { day: number }) => day > reviews.settled && day <= today
  const latest = new Map<string, Appointment>()
  for (const one of appointmentsOf(reviews)) if (isNew(one)) latest.set(one.module, one)
  const back = returnsOf(reviews)
  if (latest.size === 0 && !back.some(isNew)) return null
  return { appointments: [...latest.values()], returns: back.filter(({ day }) => day <= today).map(({ source }) => source) }
}

/** The coming days on which something comes round, if all before are kept. @param weeks how far to look */
export function forecast(reviews: Reviews, today: number, weeks: number): Visit[] {
  const end = today + weeks * 7
  const days = new Map<number, { appointments: Appointment[]; returns: string[] }>()
  const at = (day: number) => days.get(day) ?? days.set(day, { appointments: [], returns: [] }).get(day)!
  for (const one of appointmentsOf(reviews)) if (one.day > today && one.day <= end) at(one.day).appointments.push(one)
  for (const { source, day } of returnsOf(reviews)) if (day > today && day <= end) at(day).returns.push(source)
  return [...days]
    .sort(([a], [b]) => a - b)
    .map(([day, { appointments, returns }]) => ({
      day,
      modules: [...new Set([...appointments.map(({ module }) => module), ...returns.map(moduleIn)])],
      minutes: appointments.length === 1 ? minutesOf[appointments[0]!.step] : appointments.length > 1 ? minutesMerged : minutesReturns,
    }))
}

/** Whether an item rests: right three times in a row, and its module's last step has not come. */
export function isResting(contacts: readonly Contact[], moduleDay: number, today: number): boolean {
  const lastMiss = contacts.findLastIndex(({ outcome }) => outcome === 'missed')
  return contacts.length - 1 - lastMiss >= restAfter && today < moduleDay + steps.at(-1)!
}

function appointmentsOf({ modules }: Reviews): Appointment[] {
  return modules.flatMap(({ slug, day }) => steps.map((step) => ({ module: slug, step, day: day + step })))
}

/** Items whose last response was not enough, each with the day it comes back. */
function returnsOf({ modules, contacts }: Reviews): { source: string; day: number }[] {
  const dayOfModule = new Map(modules.map(({ slug, day }) => [slug, day]))
  return [...contacts].flatMap(([source, all]) => {
    const begin = dayOfModule.get(moduleIn(source))
    const last = all.at(-1)!
    if (begin === undefined || last.outcome !== 'missed') return []
    const misses = all.length - 1 - all.findLastIndex(({ outcome }) => outcome !== 'missed')
    return [{ source, day: last.day + waitAfterMiss(last.day - begin, misses) }]
  })
}

function moduleIn(source: string): string {
  return source.split('/', 1)[0]!
}
