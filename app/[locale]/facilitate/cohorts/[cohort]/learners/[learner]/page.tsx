import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { guardPage } from '#app/api/guard.ts'
import { LearnerLetters } from '#components/report/learner-letters.tsx'
import { LearnerModuleReport } from '#components/report/learner-module.tsx'
import { hasDetails, LearnerOverview } from '#components/report/learner-overview.tsx'
import styles from '#components/report/report.module.css'
import { sayIn } from '#components/report/say-in.ts'
import { SharedReflections } from '#components/report/shared-reflections.tsx'
import { makeGrid } from '#lib/cohort/grid.ts'
import { readGrid } from '#lib/cohort/grid-store.ts'
import { gridModules, reportedModule, titleOfReflection } from '#lib/cohort/report-course.ts'
import { dateWriter } from '#lib/cohort/report-dates.ts'
import { readLearnerReport } from '#lib/cohort/report-store.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ locale: string; cohort: string; learner: string }> }

/** The name of the learner stands on the page and not in its title, which lands in histories and on shared screens. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  return { title: sayIn(messagesFor(locale as Locale).report, locale)('learnerTitle'), robots: { index: false } }
}

/** One learner of a cohort: what is assigned to them, and what they chose to share. */
export default async function LearnerReportPage({ params }: Props) {
  const { locale, cohort: id, learner } = await params
  if (!isLocale(locale)) notFound()
  const place = pathFor(locale, `/facilitate/cohorts/${id}`)
  const { db, cohort } = await guardPage('learner.see', id, { learnerId: learner, path: `${place}/learners/${learner}` })
  const course = await loadCourse(locale)
  const facts = await readGrid(db, id, gridModules(course))
  // one row of the grid, so that state, score and what is late are the same words there and here
  const grid = makeGrid({ ...facts, members: facts.members.filter((one) => one.learner === learner) }, Date.now())
  const [row] = grid.rows
  const assigned = grid.columns.flatMap((column, at) => {
    const cell = row?.cells[at]
    const module = reportedModule(course, column.slug)
    return cell && module && cell.state !== 'not-assigned' ? [{ column, cell, module }] : []
  })
  const report = await readLearnerReport(
    db,
    id,
    learner,
    assigned.map(({ module }) => module),
  )
  if (!report || !row) notFound()
  const say = sayIn(messagesFor(locale).report, locale)
  const date = dateWriter(locale, cohort.time_zone)
  const { name, email, joinedAt, modules, reflections, letters } = report
  return (
    <div className={styles['page']}>
      <p className={styles['back']}>
        <a href={place}>{say('backToCohort', { cohort: cohort.name })}</a>
      </p>
      <h1>{name}</h1>
      <p className={styles['lead']}>
        {email ?? say('learnerNoEmail')} · {say('learnerJoined', { date: date(joinedAt) })} ·{' '}
        {row.lastAt === null ? say('learnerNever') : say('learnerLast', { date: date(row.lastAt) })}
      </p>
      <p className={styles['soft']}>{say('learnerScope', { name })}</p>
      {assigned.length === 0 ? <p className={styles['lead']}>{say('learnerNoModules', { name })}</p> : null}
      {assigned.length > 0 ? (
        <section className={styles['section']} aria-labelledby="overview-title">
          <h2 id="overview-title">{say('overviewTitle')}</h2>
          <LearnerOverview
            rows={assigned.map(({ column: { title, number }, cell }, at) => ({ title, number, cell, progress: modules[at]! }))}
            date={date}
            say={say}
          />
        </section>
      ) : null}
      {assigned.map(({ column, module }, at) =>
        hasDetails(modules[at]!) ? (
          <LearnerModuleReport
            key={column.slug}
            title={column.title}
            number={column.number}
            href={`${place}/modules/${column.slug}`}
            progress={modules[at]!}
            module={module}
            date={date}
            say={say}
          />
        ) : null,
      )}
      <SharedReflections
        name={name}
        reflections={reflections.map((one) => ({ ...one, title: titleOfReflection(course, one.object) }))}
        date={date}
        say={say}
      />
      <LearnerLetters name={name} letters={letters} date={date} say={say} />
    </div>
  )
}
