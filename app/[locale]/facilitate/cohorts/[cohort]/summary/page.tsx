import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { guardPage } from '#app/api/guard.ts'
import { PrintButton } from '#components/report/print-button.tsx'
import { Asked, QuestionList } from '#components/report/question-list.tsx'
import styles from '#components/report/report.module.css'
import { type Say, sayIn } from '#components/report/say-in.ts'
import { Table } from '#components/report/table.tsx'
import { type Grid, makeGrid } from '#lib/cohort/grid.ts'
import { readGrid } from '#lib/cohort/grid-store.ts'
import { gridModules, reportedModule } from '#lib/cohort/report-course.ts'
import { dateWriter } from '#lib/cohort/report-dates.ts'
import { percentOf } from '#lib/cohort/report-figures.ts'
import { type ModuleReport, readModuleReport } from '#lib/cohort/report-store.ts'
import { chooseModule, questionsFor } from '#lib/cohort/report-summary.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ locale: string; cohort: string }>; searchParams: Promise<{ module?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  return { title: sayIn(messagesFor(locale as Locale).report, locale)('summaryKicker'), robots: { index: false } }
}

/** One or two sheets for the meeting: where the group is, and what to ask about one module. Nobody is named. */
export default async function SummaryPage({ params, searchParams }: Props) {
  const { locale, cohort: id } = await params
  if (!isLocale(locale)) notFound()
  const place = pathFor(locale, `/facilitate/cohorts/${id}`)
  const { db, cohort } = await guardPage('cohort.report', id, { path: `${place}/summary` })
  const course = await loadCourse(locale)
  const now = Date.now()
  const grid = makeGrid(await readGrid(db, id, gridModules(course)), now)
  const say = sayIn(messagesFor(locale).report, locale)
  const slug = chooseModule(grid, (await searchParams).module)
  const module = slug === null ? undefined : reportedModule(course, slug)
  const report = module && (await readModuleReport(db, id, module))
  const date = dateWriter(locale, cohort.time_zone)
  const made = { date: date(now), people: say('people', { count: grid.rows.length }) }
  return (
    <div className={styles['page']} data-module={module?.loaded.number}>
      <p className={`${styles['back']} ${styles['screen']}`}>
        <a href={place}>{say('backToCohort', { cohort: cohort.name })}</a>
      </p>
      <p className={styles['kicker']}>{say('summaryKicker')}</p>
      <h1>{cohort.name}</h1>
      <p className={styles['lead']}>{say('summaryMade', made)}</p>
      <div className={`${styles['print']} ${styles['screen']}`}>
        <PrintButton words={say('print')} />
        <p className={styles['soft']}>{say('summaryPrint')}</p>
      </div>
      {grid.columns.length === 0 ? (
        <p className={styles['lead']}>{say('summaryNothing')}</p>
      ) : (
        <section className={styles['section']} aria-labelledby="where-title">
          <h2 id="where-title">{say('summaryWhere')}</h2>
          <Where grid={grid} say={say} />
          {grid.columns.length > 1 ? (
            <nav className={styles['screen']} aria-label={say('summaryChoose')}>
              <ul className={styles['jumps']}>
                <li className={styles['soft']}>{say('summaryChoose')}</li>
                {grid.columns.map((column) => (
                  <li key={column.slug}>
                    <a href={`${place}/summary?module=${column.slug}`} aria-current={column.slug === slug ? 'true' : undefined}>
                      {column.short}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          ) : null}
        </section>
      )}
      {module && report ? (
        <section className={styles['section']} aria-labelledby="talk-title">
          <h2 id="talk-title">{say('summaryModule', { module: module.loaded.module.title })}</h2>
          <p className={styles['soft']}>{figures(report, say)}</p>
          <QuestionList
            questions={questionsFor(report.check, report.scenario, module.scenario?.story ?? null)}
            lessons={module.loaded.lessons.map((lesson) => ({
              slug: lesson.slug,
              title: lesson.matter.title,
              href: pathFor(locale, `/modules/${module.slug}/lessons/${lesson.slug}`),
            }))}
            say={say}
          />
          <Asked about={say('askLast')} question={say('askLastQuestion')} />
        </section>
      ) : null}
    </div>
  )
}

function figures({ check, scenario }: ModuleReport, say: Say): string {
  const counts = { finished: say('people', { count: check.finished }), reached: check.reached }
  return scenario
    ? say('summaryFigures', { ...counts, played: say('people', { count: scenario.all.people }) })
    : say('summaryFiguresCheck', counts)
}

function Where({ grid: { columns, totals }, say }: { grid: Grid; say: Say }) {
  return (
    <Table
      label={say('tableOf', { title: say('summaryWhere') })}
      columns={[
        { label: say('columnModule'), look: 'wide' },
        { label: say('columnDone'), look: 'number' },
        { label: say('columnUnderWay'), look: 'number' },
        { label: say('columnNotStarted'), look: 'number' },
        { label: say('columnLate'), look: 'number' },
        { label: say('columnMeanBest'), look: 'number' },
      ]}
      rows={columns.map(({ slug, title }, at) => {
        const { states, late, score, scored } = totals.columns[at]!
        const mean = score === null ? say('none') : `${percentOf(score)} % (n ${scored})`
        return [
          <span key={slug}>{title}</span>,
          states.done,
          states.begun + states['not-reached'],
          states['not-started'] + states['not-open'],
          late,
          mean,
        ]
      })}
    />
  )
}
