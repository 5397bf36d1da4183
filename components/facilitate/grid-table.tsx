/**
 * People × modules as one table, lean on purpose: a cell is one element with a sign drawn by CSS, a hidden word for those who
 * cannot see it, and a number. On a narrow screen each person becomes a block of two lines; the roles are written out, because
 * a browser forgets them when a row is laid out as anything else than a row.
 */
import Link from 'next/link'
import type { Cell, Column, Row, Totals } from '#lib/cohort/grid.ts'
import { type Sort, type View, writeView } from '#lib/cohort/grid-view.ts'
import { say } from '#lib/message/format.ts'
import styles from './grid-table.module.css'
import { mainConcerns, sayConcern } from './say-concern.ts'
import { type Clock, sayAgo, sayShortDay } from './say-when.ts'

export function GridTable({
  path,
  columns,
  rows,
  totals,
  view,
  clock,
}: {
  /** address of the cohort */
  path: string
  columns: readonly Column[]
  /** those of this page */
  rows: readonly Row[]
  /** of the whole cohort */
  totals: Totals
  view: View
  clock: Clock
}) {
  const { messages, locale } = clock
  const words = Object.fromEntries(
    (['done', 'not-reached', 'begun', 'not-started', 'not-open', 'not-assigned'] as const).map((state) => [
      state,
      `${say(messages, `state-${state}`)} `,
    ]),
  )
  const late = say(messages, 'late')
  const titles = new Map(columns.map(({ slug, title }) => [slug, title]))
  const titleOf = (slug: string) => titles.get(slug) ?? slug
  const head = (sort: Sort) => {
    const current = view.sort === sort
    // names begin with A; of everything else the most interesting end is the high one
    const descending = current ? !view.descending : sort !== 'name' && sort !== 'last'
    return {
      href: `${path}${writeView({ ...view, sort, descending, page: 1 })}`,
      order: current ? ((view.descending ? 'descending' : 'ascending') as 'descending' | 'ascending') : undefined,
    }
  }
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table role="table" className={styles['grid']} data-columns={columns.length}>
      <caption className="visually-hidden">{say(messages, 'grid-caption', { count: totals.people }, locale)}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <Head {...head('name')} className={styles['name']}>
            {say(messages, 'col-person')}
          </Head>
          {columns.map(({ slug, number, short, title, dueAt }) => (
            <Head key={slug} {...head(slug)} module={number} label={title}>
              <b>{number}</b> <span>{short}</span>
              {dueAt === null ? null : <small>{say(messages, 'col-due', { date: sayShortDay(dueAt, clock) })}</small>}
            </Head>
          ))}
          <Head {...head('done')} className={styles['count']}>
            {say(messages, 'col-done')}
          </Head>
          <Head {...head('last')} className={styles['last']}>
            {say(messages, 'col-last')}
          </Head>
        </tr>
        <tr role="row" className={styles['whole']}>
          <th role="rowheader" scope="row" className={styles['name']}>
            {say(messages, 'whole')}
          </th>
          {columns.map(({ slug, title }, place) => {
            const { states, score } = totals.columns[place]!
            const assigned = totals.people - states['not-assigned']
            return (
              <td role="cell" key={slug}>
                <Link prefetch={false} href={`${path}/modules/${slug}`}>
                  {say(messages, 'done-of', { done: states.done, assigned }, locale)}
                  <i>{say(messages, 'whole-report', { module: title })}</i>
                </Link>
                {score === null ? null : <small>{`∅ ${Math.round(score * 100)}`}</small>}
              </td>
            )
          })}
          <td role="cell" className={styles['count']}>
            {say(messages, 'done-of', { done: totals.finished, assigned: totals.people }, locale)}
          </td>
          <td role="cell" className={styles['last']} />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={row.learner}>
            <th role="rowheader" scope="row" className={styles['name']}>
              {/* a plain link: a hundred of the others weigh more than the table */}
              <a href={`${path}/learners/${row.learner}`}>
                <bdi>{row.name}</bdi>
              </a>
              {view.filter === 'stuck'
                ? mainConcerns(row.concerns).map((one) => <small key={`${one.kind}${one.module}`}>{sayConcern(one, titleOf, clock)}</small>)
                : null}
            </th>
            {row.cells.map((cell, place) => (
              <CellOf key={columns[place]!.slug} cell={cell} word={words[cell.state]!} late={late} />
            ))}
            <td role="cell" className={styles['count']}>
              {say(messages, 'done-of', { done: row.done, assigned: row.assigned }, locale)}
            </td>
            <td role="cell" className={styles['last']}>
              {sayAgo(row.lastAt, clock)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}

function Head({
  href,
  order,
  module,
  label,
  className,
  children,
}: {
  href: string
  order: 'ascending' | 'descending' | undefined
  module?: number
  label?: string
  className?: string | undefined
  children: React.ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <th role="columnheader" scope="col" aria-sort={order} className={className} data-module={module}>
      <Link prefetch={false} href={href} scroll={false} replace title={label}>
        {children}
      </Link>
    </th>
  )
}

function CellOf({ cell, word, late }: { cell: Cell; word: string; late: string }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <td role="cell" className={styles[cell.state]} data-late={cell.late ? '' : undefined}>
      <i>{word}</i>
      {cell.score === null ? null : Math.round(cell.score * 100)}
      {cell.late ? <em>{late}</em> : null}
    </td>
  )
}
