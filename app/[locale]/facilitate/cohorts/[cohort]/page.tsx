import type { Metadata } from 'next'
import Link from 'next/link'
import { gridOf } from '#app/api/cohorts/grid-of.ts'
import { type CohortParams, openCohort } from '#app/api/cohorts/open-cohort.ts'
import { CohortFrame } from '#components/facilitate/cohort-frame.tsx'
import { ExportLinks } from '#components/facilitate/export-links.tsx'
import styles from '#components/facilitate/facilitate.module.css'
import grid from '#components/facilitate/grid-table.module.css'
import { GridTable } from '#components/facilitate/grid-table.tsx'
import { GridTools } from '#components/facilitate/grid-tools.tsx'
import { Pager } from '#components/facilitate/pager.tsx'
import { byConcern, WordList } from '#components/facilitate/word-list.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { cellStates } from '#lib/cohort/grid.ts'
import { pageOf, readView, rowsPerPage, viewed, writeView } from '#lib/cohort/grid-view.ts'
import { say } from '#lib/message/format.ts'
import type { Locale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = { params: CohortParams; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** here; the filter “need a word” shows them all */
const mostWords = 4

/** The name of a cohort stands on the page and not in its title, which lands in histories and on shared screens. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  return { title: say(messagesFor(locale as Locale).facilitate, 'progress-title'), robots: { index: false } }
}

/** Who is where: people × modules, and above it who needs a word. It follows what happens without being loaded again. */
export default async function CohortPage({ params, searchParams }: Props) {
  const { asked, cohort, home, path, clock } = await openCohort(params, 'cohort.see')
  const { messages, locale, now } = clock
  const { rows, columns, totals } = await gridOf(asked.db, cohort, now)
  const view = readView(
    await searchParams,
    columns.map(({ slug }) => slug),
  )
  const fitting = viewed({ rows, columns }, view, cohort.locale)
  const { rows: shown, page, pages } = pageOf(fitting, view.page)
  const words = rows.filter(({ concerns }) => concerns.length > 0).sort(byConcern)
  const titles = new Map(columns.map(({ slug, title }) => [slug, title]))
  const frame = { cohort, people: totals.people, current: 'progress', home, clock, live: true } as const

  if (totals.people === 0 || columns.length === 0) {
    return (
      <CohortFrame {...frame}>
        {totals.people === 0 ? (
          <NextStep title={say(messages, 'no-people-title')} words={say(messages, 'no-people')}>
            <Link prefetch={false} href={`${path}/invite`} className={buttonClass('primary')}>
              {say(messages, 'no-people-do')}
            </Link>
          </NextStep>
        ) : null}
        {columns.length === 0 ? (
          <NextStep title={say(messages, 'no-modules-title')} words={say(messages, 'no-modules')}>
            <Link prefetch={false} href={`${path}/assignments`} className={buttonClass(totals.people === 0 ? 'plain' : 'primary')}>
              {say(messages, 'no-modules-do')}
            </Link>
          </NextStep>
        ) : null}
      </CohortFrame>
    )
  }
  return (
    <CohortFrame {...frame}>
      {view.filter === 'all' && view.name === '' && page === 1 ? (
        <section className={styles['section']} aria-labelledby="word-title">
          <h2 id="word-title">{say(messages, 'word-title')}</h2>
          {words.length === 0 ? (
            <p className={styles['soft']}>{say(messages, 'word-none')}</p>
          ) : (
            <WordList
              people={words.slice(0, mostWords).map((row) => ({ row, cohort, clock }))}
              home={home}
              titleOf={(slug) => titles.get(slug) ?? slug}
              messages={messages}
            />
          )}
          {words.length > mostWords ? (
            <p className={styles['pages']}>
              <Link prefetch={false} href={`${path}?show=stuck`}>
                {say(messages, 'word-all', { count: words.length }, locale)}
              </Link>
            </p>
          ) : null}
        </section>
      ) : null}
      <section className={styles['section']} aria-labelledby="grid-title">
        <h2 id="grid-title">{say(messages, 'grid-title')}</h2>
        <GridTools path={path} view={view} columns={columns} totals={totals} clock={clock} />
        {shown.length === 0 ? (
          <p className={styles['lead']}>
            {say(messages, 'nobody-found')}{' '}
            <Link prefetch={false} href={path}>
              {say(messages, 'find-all')}
            </Link>
          </p>
        ) : (
          <GridTable path={path} columns={columns} rows={shown} totals={totals} view={view} clock={clock} />
        )}
        <Pager
          page={page}
          pages={pages}
          perPage={rowsPerPage}
          count={fitting.length}
          href={(to) => `${path}${writeView({ ...view, page: to })}`}
          clock={clock}
        />
        <ul className={grid['legend']} aria-label={say(messages, 'legend')}>
          {cellStates.map((state) => (
            <li key={state} className={grid[state]}>
              {say(messages, `state-${state}`)}
            </li>
          ))}
          <li>{say(messages, 'legend-score')}</li>
          <li>{say(messages, 'legend-mean')}</li>
          <li>{say(messages, 'legend-late')}</li>
        </ul>
      </section>
      <ExportLinks cohort={cohort.id} path={path} view={view} shown={fitting.length} people={totals.people} clock={clock} />
    </CohortFrame>
  )
}

function NextStep({ title, words, children }: { title: string; words: string; children: React.ReactNode }) {
  return (
    <section className={styles['empty']}>
      <h2>{title}</h2>
      <p className={styles['lead']}>{words}</p>
      {children}
    </section>
  )
}
