/** Cohorts, each with how far it is and what is to be done next in it. */
import Link from 'next/link'
import type { Grid } from '#lib/cohort/grid.ts'
import type { Cohort } from '#lib/cohort/schema.ts'
import { say } from '#lib/message/format.ts'
import { sayDates } from './cohort-frame.tsx'
import styles from './facilitate.module.css'
import type { Clock } from './say-when.ts'

/** `invited`: how many were invited and have not joined */
type CohortInList = Cohort & { members: number; invited: number; assignments: number }
type Shown = { cohort: CohortInList; grid: Grid | null }

export function CohortList({
  cohorts,
  home,
  clockOf,
  bare = false,
}: {
  cohorts: readonly Shown[]
  home: string
  clockOf: (timeZone: string) => Clock
  /** without figures */
  bare?: boolean
}) {
  return (
    <ul className={styles['cohorts']}>
      {cohorts.map(({ cohort, grid }) => {
        const clock = clockOf(cohort.timeZone)
        const { messages, locale } = clock
        const path = `${home}/cohorts/${cohort.id}`
        const dates = sayDates(cohort, clock)
        const about = [
          say(messages, 'cohort-people', { count: cohort.members }, locale),
          ...(cohort.invited > 0 ? [say(messages, 'cohort-invited', { count: cohort.invited }, locale)] : []),
          ...(cohort.assignments > 0 ? [say(messages, 'cohort-assignments', { count: cohort.assignments }, locale)] : []),
          ...(dates ? [dates] : []),
        ]
        return (
          <li key={cohort.id}>
            <div>
              <h3>
                <Link prefetch={false} href={path}>
                  <bdi>{cohort.name}</bdi>
                </Link>
              </h3>
              <small>{about.join(' · ')}</small>
            </div>
            {bare ? null : <StateOf cohort={cohort} grid={grid} path={path} clock={clock} />}
          </li>
        )
      })}
    </ul>
  )
}

function StateOf({ cohort, grid, path, clock: { messages, locale } }: Shown & { path: string; clock: Clock }) {
  if (cohort.members === 0)
    return (
      <div className={styles['state']}>
        <p>{say(messages, 'attention-no-people')}</p>
        <p>
          <Link prefetch={false} href={`${path}/invite`}>
            {say(messages, 'no-people-do')}
          </Link>
        </p>
      </div>
    )
  if (grid === null || grid.columns.length === 0)
    return (
      <div className={styles['state']}>
        <p>{say(messages, 'attention-no-modules')}</p>
        <p>
          <Link prefetch={false} href={`${path}/assignments`}>
            {say(messages, 'no-modules-do')}
          </Link>
        </p>
      </div>
    )
  const { totals } = grid
  const done = totals.columns.reduce((sum, { states }) => sum + states.done, 0)
  const assigned = totals.columns.reduce((sum, { states }) => sum + totals.people - states['not-assigned'], 0)
  return (
    <div className={styles['state']}>
      <p className={styles['measure']}>
        <Measure share={assigned === 0 ? 0 : done / assigned} />
        <span>{say(messages, 'modules-done', { done, assigned }, locale)}</span>
      </p>
      <ul>
        {totals.stuck > 0 ? (
          <li>
            <Link prefetch={false} href={`${path}?show=stuck`}>
              {say(messages, 'attention-stuck', { count: totals.stuck }, locale)}
            </Link>
          </li>
        ) : null}
        {totals.late > 0 ? (
          <li>
            <Link prefetch={false} href={`${path}?show=late`}>
              {say(messages, 'attention-late', { count: totals.late }, locale)}
            </Link>
          </li>
        ) : null}
        {totals.stuck + totals.late === 0 ? (
          <li>{say(messages, totals.finished === totals.people ? 'attention-finished' : 'attention-none')}</li>
        ) : null}
      </ul>
    </div>
  )
}

/** A share as a bar; the number stands beside it in words. */
function Measure({ share }: { share: number }) {
  return (
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect
        x="0.25"
        y="0.25"
        width="99.5"
        height="5.5"
        fill="none"
        stroke="var(--edge)"
        strokeWidth="1"
        vectorEffect="non-scaling-stroke"
      />
      <rect width={Math.round(share * 1000) / 10} height="6" fill="var(--ink)" />
    </svg>
  )
}
