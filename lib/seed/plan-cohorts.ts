/** The cohorts of a demonstration site: when they began, what they were assigned and when it is due, seen from `now`. Pure. */
import { endOfDay, startOfDay } from '#lib/cohort/local-day.ts'
import { day } from './working-hours.ts'

export type CohortPlan = {
  key: 'small' | 'middle' | 'large'
  name: string
  note: string
  people: number
  timeZone: string
  /** hours ahead of UTC, all year */
  offset: number
  startsOn: string
  beginsAt: number
  modules: { slug: string; opensAt: number; dueAt: number }[]
  /** invited, and not joined yet */
  invited: number
}

const groups = [
  {
    key: 'small',
    name: 'Induction, Port Aldane office',
    note: 'New information management staff. We meet on Thursdays.',
    people: 8,
    timeZone: 'Africa/Nairobi',
    offset: 3,
    daysAgo: 34,
    every: 10,
    most: 4,
    invited: 2,
  },
  {
    key: 'middle',
    name: 'Cluster coordination, autumn',
    note: 'Two modules a month, between two surge deployments.',
    people: 24,
    timeZone: 'Asia/Bangkok',
    offset: 7,
    daysAgo: 88,
    every: 14,
    most: 8,
    invited: 3,
  },
  {
    key: 'large',
    name: 'Regional roll-out',
    note: 'All field offices of the region.',
    people: 200,
    timeZone: 'America/Bogota',
    offset: -5,
    daysAgo: 168,
    every: 21,
    most: 8,
    invited: 0,
  },
] as const

/** @param slugs of the modules of the course, in order. @param now Unix milliseconds */
export function planCohorts(slugs: readonly string[], now: number): CohortPlan[] {
  return groups.map(({ daysAgo, every, most, timeZone, offset, ...group }) => {
    const dayOf = (days: number) => new Date(now + offset * 3_600_000 + (days - daysAgo) * day).toISOString().slice(0, 10)
    const end = (days: number) => endOfDay(dayOf(days), timeZone)
    return {
      ...group,
      timeZone,
      offset,
      startsOn: dayOf(0),
      beginsAt: startOfDay(dayOf(0), timeZone),
      modules: slugs
        .slice(0, most)
        .map((slug, i) => ({ slug, opensAt: startOfDay(dayOf(i * every), timeZone), dueAt: end((i + 1) * every - 1) })),
    }
  })
}
