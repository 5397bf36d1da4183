/** What is to be seen of a grid: filters with their numbers, a name to look for, an order. All of it is links and a form that work without JavaScript. */
import Link from 'next/link'
import { buttonClass } from '#components/ui/button.tsx'
import type { Column, Totals } from '#lib/cohort/grid.ts'
import { type Filter, filters, fixedSorts, type View, writeView } from '#lib/cohort/grid-view.ts'
import { say } from '#lib/message/format.ts'
import styles from './facilitate.module.css'
import type { Clock } from './say-when.ts'

export function GridTools({
  path,
  view,
  columns,
  totals,
  clock: { messages, locale },
}: {
  path: string
  view: View
  columns: readonly Column[]
  totals: Totals
  clock: Clock
}) {
  const counts: Record<Filter, number> = {
    all: totals.people,
    stuck: totals.stuck,
    late: totals.late,
    'not-started': totals.notStarted,
    finished: totals.finished,
  }
  return (
    <div className={styles['tools']}>
      <nav aria-label={say(messages, 'filter')}>
        <ul className={styles['filters']}>
          {filters.map((filter) => (
            <li key={filter}>
              <Link
                prefetch={false}
                scroll={false}
                href={`${path}${writeView({ ...view, filter, page: 1 })}`}
                aria-current={view.filter === filter ? 'true' : undefined}
              >
                {say(messages, `filter-${filter}`)} <b>{counts[filter].toLocaleString(locale)}</b>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {/* a new key where the address changed: a link may have changed what the fields are to hold */}
      <search key={`${view.name} ${view.sort} ${view.descending}`}>
        <form className={styles['find']} action={path} method="get">
          {view.filter === 'all' ? null : <input type="hidden" name="show" value={view.filter} />}
          <label>
            {say(messages, 'find-name')}
            <input className={styles['input']} type="search" name="name" dir="auto" autoComplete="off" defaultValue={view.name} />
          </label>
          <label className={styles['order']}>
            {say(messages, 'sort')}
            <select className={styles['input']} name="sort" defaultValue={`${view.descending ? '-' : ''}${view.sort}`}>
              {orders(columns, view).map(({ value, key, title }) => (
                <option key={value} value={value}>
                  {title ?? say(messages, key)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className={buttonClass()}>
            {say(messages, 'find')}
          </button>
        </form>
      </search>
    </div>
  )
}

/** The orders that make sense to ask for, and the one that is chosen. */
function orders(columns: readonly Column[], view: View): { value: string; key: string; title?: string }[] {
  const usual = { name: 'name', done: '-done', score: '-score', last: 'last' } as const
  const all: { value: string; key: string; title?: string }[] = [
    ...fixedSorts.map((sort) => ({ value: usual[sort] as string, key: `sort-${sort}` })),
    ...columns.map(({ slug, title }) => ({ value: `-${slug}`, key: slug, title })),
  ]
  const chosen = `${view.descending ? '-' : ''}${view.sort}`
  if (all.some(({ value }) => value === chosen)) return all
  // the other end of one of them first: it takes the place of its opposite
  return all.map((one) => (one.value.replace('-', '') === view.sort ? { ...one, value: chosen } : one))
}
