import type { Metadata } from 'next'
import Link from 'next/link'
import { courseFacts } from '#app/api/cohorts/course-facts.ts'
import { gridModules } from '#app/api/cohorts/grid-of.ts'
import { type CohortParams, openCohort } from '#app/api/cohorts/open-cohort.ts'
import { AssignForm } from '#components/facilitate/assign-form.tsx'
import { AssignmentList } from '#components/facilitate/assignment-list.tsx'
import { CohortFrame } from '#components/facilitate/cohort-frame.tsx'
import styles from '#components/facilitate/facilitate.module.css'
import { pick } from '#components/facilitate/pick.ts'
import { assignmentsOf } from '#lib/cohort/assign-store.ts'
import { say } from '#lib/message/format.ts'
import type { Locale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = { params: CohortParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  return { title: say(messagesFor(locale as Locale).facilitate, 'assign-title'), robots: { index: false } }
}

/** What the group is to do, and by when. */
export default async function AssignmentsPage({ params }: Props) {
  const { asked, cohort, home, path, clock } = await openCohort(params, 'cohort.assign', 'assignments')
  const { messages } = clock
  const closed = cohort.archivedAt !== null
  const [assignments, modules, { passMark }] = await Promise.all([assignmentsOf(asked.db, cohort.id), gridModules(), courseFacts()])
  const titles = new Map(modules.map(({ slug, number, title }) => [slug, `${number}. ${title}`]))
  const toEveryone = new Set(assignments.filter(({ everyone }) => everyone).map(({ module }) => module))
  return (
    <CohortFrame
      cohort={cohort}
      current="assignments"
      home={home}
      clock={clock}
      title={say(messages, 'assign-title')}
      lead={say(messages, 'assign-lead')}
    >
      {assignments.length === 0 && !closed ? null : (
        <section className={styles['section']} aria-labelledby="now-title">
          <h2 id="now-title">{say(messages, 'assign-now')}</h2>
          {assignments.length === 0 ? (
            <p className={styles['soft']}>{say(messages, 'assign-none')}</p>
          ) : (
            <AssignmentList
              cohort={cohort}
              assignments={assignments}
              titleOf={(slug) => titles.get(slug) ?? slug}
              passMark={passMark}
              closed={closed}
              clock={clock}
            />
          )}
          <p className={styles['pages']}>
            <Link prefetch={false} href={path}>
              {say(messages, 'assign-see')}
            </Link>
          </p>
        </section>
      )}
      {closed ? null : (
        <section className={styles['section']} aria-labelledby="new-title">
          <h2 id="new-title">{say(messages, 'assign-new')}</h2>
          <div className={styles['below']}>
            <AssignForm
              cohort={cohort.id}
              passMark={passMark}
              modules={modules.map(({ slug, number, title }) => ({ slug, number, title, assigned: toEveryone.has(slug) }))}
              messages={pick(messages, 'assign-', 'form-saving', 'form-saved', 'find-name')}
            />
          </div>
        </section>
      )}
    </CohortFrame>
  )
}
