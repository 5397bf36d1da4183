/** What stands around every page of a cohort: where one is, its name and dates, and the way to its other pages. */
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Cohort } from '#lib/cohort/schema.ts'
import { say } from '#lib/message/format.ts'
import styles from './facilitate.module.css'
import { Live } from './live.tsx'
import { pick } from './pick.ts'
import { type Clock, sayIsoDay } from './say-when.ts'

export const cohortTabs = ['progress', 'people', 'invite', 'assignments', 'letters', 'certificates', 'settings'] as const
export type CohortTab = (typeof cohortTabs)[number]

export function CohortFrame({
  cohort,
  people,
  current,
  home,
  clock,
  title,
  lead,
  live = false,
  children,
}: {
  cohort: Cohort
  /** how many are in it; said on its first page */
  people?: number
  current: CohortTab
  /** address of the list of cohorts */
  home: string
  clock: Clock
  /** of this page; the cohort's name on its first */
  title?: string
  lead?: string
  live?: boolean
  children: ReactNode
}) {
  const { messages, locale } = clock
  const path = `${home}/cohorts/${cohort.id}`
  const dates = sayDates(cohort, clock)
  const count = people === undefined ? [] : [say(messages, 'cohort-people', { count: people }, locale)]
  const about = [...count, ...(dates ? [dates] : []), cohort.timeZone.replaceAll('_', ' ')]
  return (
    <div className={styles['page']}>
      <nav className={styles['crumbs']} aria-label={say(messages, 'crumbs')}>
        <Link prefetch={false} href={home}>
          {say(messages, 'title')}
        </Link>
        {title ? (
          <Link prefetch={false} href={path}>
            <bdi>{cohort.name}</bdi>
          </Link>
        ) : null}
      </nav>
      <header className={styles['head']}>
        <h1>{title ?? <bdi>{cohort.name}</bdi>}</h1>
        {title ? (
          lead ? (
            <p className={styles['lead']}>{lead}</p>
          ) : null
        ) : (
          <div className={styles['about']}>
            <p>{about.join(' · ')}</p>
            {live ? <Live cohort={cohort.id} version={cohort.version} messages={pick(messages, 'live-')} /> : null}
          </div>
        )}
      </header>
      <nav className={styles['tabs']} aria-label={say(messages, 'tabs')}>
        {cohortTabs.map((tab) => (
          <Link
            prefetch={false}
            key={tab}
            href={tab === 'progress' ? path : `${path}/${tab}`}
            aria-current={tab === current ? 'page' : undefined}
          >
            {say(messages, `tab-${tab}`)}
          </Link>
        ))}
      </nav>
      {cohort.archivedAt === null ? null : <p className={styles['notice']}>{say(messages, 'is-archived')}</p>}
      {children}
    </div>
  )
}

export function sayDates({ startsOn, endsOn }: Pick<Cohort, 'startsOn' | 'endsOn'>, clock: Clock): string | null {
  const { messages } = clock
  const day = (given: string) => sayIsoDay(given, clock)
  if (startsOn && endsOn) return say(messages, 'dates', { from: day(startsOn), to: day(endsOn) })
  if (startsOn) return say(messages, 'dates-from', { from: day(startsOn) })
  return endsOn ? say(messages, 'dates-to', { to: day(endsOn) }) : null
}
