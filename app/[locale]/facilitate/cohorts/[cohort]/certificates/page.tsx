import type { Metadata } from 'next'
import Link from 'next/link'
import { certificatesOf } from '#app/api/cohorts/certificates-of.ts'
import { type CohortParams, openCohort } from '#app/api/cohorts/open-cohort.ts'
import table from '#components/facilitate/certificate-table.module.css'
import { CertificateTable } from '#components/facilitate/certificate-table.tsx'
import { CertificateTools } from '#components/facilitate/certificate-tools.tsx'
import { CohortFrame } from '#components/facilitate/cohort-frame.tsx'
import styles from '#components/facilitate/facilitate.module.css'
import { PackCertificates } from '#components/facilitate/pack-certificates.tsx'
import { Pager } from '#components/facilitate/pager.tsx'
import { pick } from '#components/facilitate/pick.ts'
import { buttonClass } from '#components/ui/button.tsx'
import {
  type CertificateCounts,
  certificatesInView,
  certificatesPerPage,
  countCertificates,
  readCertificateView,
  writeCertificateView,
} from '#lib/cohort/certificate-list.ts'
import { readAssignments } from '#lib/cohort/grid-store.ts'
import { pageOf } from '#lib/cohort/grid-view.ts'
import { membersOf } from '#lib/cohort/join-store.ts'
import { type Messages, say } from '#lib/message/format.ts'
import type { Locale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = { params: CohortParams; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  return { title: say(messagesFor(locale as Locale).cohortCertificate, 'title'), robots: { index: false } }
}

/** The certificates of the people who are in the cohort now, and all of them as one file. */
export default async function CohortCertificatesPage({ params, searchParams }: Props) {
  const { asked, cohort, home, path, locale, clock } = await openCohort(params, 'cohort.certificates', 'certificates')
  const messages = messagesFor(locale).cohortCertificate
  const here = `${path}/certificates`
  const { all, course, known } = await certificatesOf(asked.db, cohort.id)
  const view = readCertificateView(await searchParams, known)
  const fitting = certificatesInView(all, view, cohort.locale)
  const { rows, page, pages } = pageOf(fitting, view.page)
  const counts = countCertificates(fitting)
  const present = new Set(all.map((one) => one.of))
  const titles = [
    ...course.modules.map(({ slug, number, title }) => ({ slug, title: `${number}. ${title}` })),
    { slug: course.id, title: course.title },
  ]
  return (
    <CohortFrame
      cohort={cohort}
      current="certificates"
      home={home}
      clock={clock}
      title={say(messages, 'title')}
      lead={say(messages, 'lead')}
    >
      {all.length === 0 ? (
        <section className={styles['empty']} aria-labelledby="none-title">
          <h2 id="none-title">{say(messages, 'none-title')}</h2>
          <Why {...(await whyNone(asked.db, cohort.id))} path={path} messages={messages} common={clock.messages} />
        </section>
      ) : (
        <>
          <section className={styles['section']} aria-labelledby="list-title">
            <h2 id="list-title">{say(messages, 'list-title')}</h2>
            <p className={styles['soft']}>
              {sayCounts(counts, messages, locale)}
              {counts.toFetch > 0 ? (
                <span className={table['jump']}>
                  {' · '}
                  <a href="#pack-title">{say(messages, 'pack-title')}</a>
                </span>
              ) : null}
            </p>
            <CertificateTools path={here} view={view} modules={titles.filter(({ slug }) => present.has(slug))} messages={messages} />
            {rows.length === 0 ? (
              <p className={styles['lead']}>
                {say(messages, 'none-found')}{' '}
                <Link prefetch={false} href={here}>
                  {say(messages, 'find-all')}
                </Link>
              </p>
            ) : (
              <CertificateTable path={path} rows={rows} locale={locale} messages={messages} />
            )}
            <Pager
              page={page}
              pages={pages}
              perPage={certificatesPerPage}
              count={fitting.length}
              href={(to) => `${here}${writeCertificateView({ ...view, page: to })}`}
              clock={{ ...clock, messages: { ...clock.messages, pages: say(messages, 'pages') } }}
            />
          </section>
          {rows.length === 0 ? null : (
            <section className={styles['section']} aria-labelledby="pack-title">
              <h2 id="pack-title">{say(messages, 'pack-title')}</h2>
              <p className={styles['lead']}>{sayPack(counts, messages, locale)}</p>
              {counts.toFetch === 0 ? null : (
                <PackCertificates
                  // another view is another zip
                  key={writeCertificateView({ ...view, page: 1 })}
                  from={`/api/cohorts/${cohort.id}/certificates${writeCertificateView({ ...view, page: 1 })}`}
                  name={cohort.name}
                  count={counts.toFetch}
                  locale={locale}
                  messages={pick(messages, 'pack-', 'csv-', 'state-')}
                />
              )}
            </section>
          )}
        </>
      )}
    </CohortFrame>
  )
}

type Db = Parameters<typeof membersOf>[0]

async function whyNone(db: Db, cohort: string): Promise<{ people: number; modules: number }> {
  const [members, assignments] = await Promise.all([membersOf(db, cohort), readAssignments(db, cohort)])
  return { people: members.filter(({ ended }) => ended === null).length, modules: assignments.length }
}

function Why({
  people,
  modules,
  path,
  messages,
  common,
}: {
  people: number
  modules: number
  path: string
  messages: Messages
  common: Messages
}) {
  const [key, next] = people === 0 ? ['none-people', 'invite'] : modules === 0 ? ['none-modules', 'assignments'] : ['none', null]
  return (
    <>
      <p className={styles['lead']}>{say(messages, key)}</p>
      {next ? (
        <Link prefetch={false} href={`${path}/${next}`} className={buttonClass()}>
          {say(common, next === 'invite' ? 'no-people-do' : 'no-modules-do')}
        </Link>
      ) : null}
    </>
  )
}

/** “14 certificates of 9 people · 1 is not shared by its holder” */
function sayCounts({ all, people, hidden, revoked }: CertificateCounts, messages: Messages, locale: string): string {
  return [
    `${say(messages, 'count', { count: all }, locale)} ${say(messages, 'of-people', { count: people }, locale)}`,
    ...(hidden > 0 ? [say(messages, 'hidden', { count: hidden }, locale)] : []),
    ...(revoked > 0 ? [say(messages, 'revoked', { count: revoked }, locale)] : []),
  ].join(' · ')
}

function sayPack({ toFetch, hidden, revoked }: CertificateCounts, messages: Messages, locale: string): string {
  return [
    say(messages, toFetch === 0 ? 'pack-none' : 'pack-lead'),
    ...(hidden > 0 ? [say(messages, 'pack-leaves-hidden', { count: hidden }, locale)] : []),
    ...(revoked > 0 && toFetch > 0 ? [say(messages, 'pack-leaves-revoked', { count: revoked }, locale)] : []),
  ].join(' ')
}
