import type { Metadata } from 'next'
import { type CohortParams, openCohort } from '#app/api/cohorts/open-cohort.ts'
import { Act } from '#components/facilitate/act.tsx'
import { CohortForm } from '#components/facilitate/cohort-form.tsx'
import { CohortFrame } from '#components/facilitate/cohort-frame.tsx'
import styles from '#components/facilitate/facilitate.module.css'
import { pick } from '#components/facilitate/pick.ts'
import { sayDay } from '#components/facilitate/say-when.ts'
import { formOf } from '#lib/cohort/form-of.ts'
import { say } from '#lib/message/format.ts'
import type { Locale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = { params: CohortParams }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  return { title: say(messagesFor(locale as Locale).facilitate, 'settings-title'), robots: { index: false } }
}

/** Name, dates, zone and note of a cohort; and putting it away. */
export default async function SettingsPage({ params }: Props) {
  const { cohort, home, clock } = await openCohort(params, 'cohort.edit', 'settings')
  const { messages } = clock
  const { archivedAt } = cohort
  const archive = { path: `/api/cohorts/${cohort.id}/archive`, look: 'button', messages: pick(messages) } as const
  return (
    <CohortFrame cohort={cohort} current="settings" home={home} clock={clock} title={say(messages, 'settings-title')}>
      {archivedAt === null ? (
        <section className={styles['section']} aria-label={say(messages, 'settings-title')}>
          <CohortForm
            key={cohort.archivedAt}
            cohort={cohort.id}
            part="whole"
            initial={formOf(cohort)}
            zones={Intl.supportedValuesOf('timeZone')}
            messages={pick(messages, 'form-')}
          />
        </section>
      ) : null}
      <section className={styles['section']} aria-labelledby="archive-title">
        <h2 id="archive-title">{say(messages, 'archive-title')}</h2>
        <p className={styles['lead']}>
          {archivedAt === null ? say(messages, 'archive') : say(messages, 'unarchive', { date: sayDay(archivedAt, clock) })}
        </p>
        <div className={styles['next']}>
          {archivedAt === null ? (
            <Act {...archive} method="PUT" label={say(messages, 'archive-do')} />
          ) : (
            <Act {...archive} method="DELETE" label={say(messages, 'unarchive-do')} />
          )}
        </div>
      </section>
    </CohortFrame>
  )
}
