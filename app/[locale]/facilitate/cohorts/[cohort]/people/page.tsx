import type { Metadata } from 'next'
import Link from 'next/link'
import { type CohortParams, openCohort } from '#app/api/cohorts/open-cohort.ts'
import { Act } from '#components/facilitate/act.tsx'
import { AddFacilitator } from '#components/facilitate/add-facilitator.tsx'
import { CohortFrame } from '#components/facilitate/cohort-frame.tsx'
import styles from '#components/facilitate/facilitate.module.css'
import { MemberList } from '#components/facilitate/member-list.tsx'
import { Pager } from '#components/facilitate/pager.tsx'
import { pick } from '#components/facilitate/pick.ts'
import { buttonClass } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
import { isNamed, pageOf, readView, rowsPerPage, writeView } from '#lib/cohort/grid-view.ts'
import { membersOf } from '#lib/cohort/join-store.ts'
import { stoppedAmong } from '#lib/cohort/pending-store.ts'
import { facilitatorsOf } from '#lib/cohort/store.ts'
import { say } from '#lib/message/format.ts'
import type { Locale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = { params: CohortParams; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** a list of more people than this can be searched */
const many = 12
/** of those who are in no more */
const mostEnded = 200

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  return { title: say(messagesFor(locale as Locale).facilitate, 'people-title'), robots: { index: false } }
}

/** Who is in the cohort, who was, and who facilitates it. */
export default async function PeoplePage({ params, searchParams }: Props) {
  const { asked, cohort, home, path, clock } = await openCohort(params, 'cohort.members', 'people')
  const { messages, locale } = clock
  const closed = cohort.archivedAt !== null
  const here = `${path}/people`
  const view = readView(await searchParams, [])
  const [all, guides] = await Promise.all([membersOf(asked.db, cohort.id), facilitatorsOf(asked.db, cohort.id)])
  const inside = all.filter(({ ended }) => ended === null)
  const ended = all.filter((one) => one.ended !== null)
  const fitting = inside.filter((one) => isNamed(one, view.name))
  const { rows, page, pages } = pageOf(fitting, view.page)
  const stopped = await stoppedAmong(
    asked.db,
    rows.flatMap(({ email }) => (email === null ? [] : [email])),
  )
  const list = { cohort: cohort.id, path, stopped, closed, clock }
  return (
    <CohortFrame cohort={cohort} current="people" home={home} clock={clock} title={say(messages, 'people-title')}>
      <section className={styles['section']} aria-labelledby="in-title">
        <h2 id="in-title">{say(messages, 'people-in', { count: inside.length }, locale)}</h2>
        {inside.length > many ? (
          <search key={view.name} className={styles['tools']}>
            <form className={styles['find']} action={here} method="get">
              <label>
                {say(messages, 'find-name')}
                <input className={styles['input']} type="search" name="name" dir="auto" autoComplete="off" defaultValue={view.name} />
              </label>
              <button type="submit" className={buttonClass()}>
                {say(messages, 'find')}
              </button>
            </form>
          </search>
        ) : null}
        {inside.length === 0 ? (
          <p className={styles['lead']}>
            {say(messages, 'people-none')}{' '}
            <Link prefetch={false} href={`${path}/invite`}>
              {say(messages, 'no-people-do')}
            </Link>
          </p>
        ) : rows.length === 0 ? (
          <p className={styles['lead']}>
            {say(messages, 'nobody-found')}{' '}
            <Link prefetch={false} href={here}>
              {say(messages, 'find-all')}
            </Link>
          </p>
        ) : (
          <MemberList {...list} members={rows} />
        )}
        <Pager
          page={page}
          pages={pages}
          perPage={rowsPerPage}
          count={fitting.length}
          href={(to) => `${here}${writeView({ ...view, page: to })}`}
          clock={clock}
        />
        {ended.length > 0 ? (
          <details className={styles['below']}>
            <summary className={fold['summary']}>{say(messages, 'people-ended', { count: ended.length }, locale)}</summary>
            <MemberList {...list} members={ended.slice(0, mostEnded)} />
          </details>
        ) : null}
      </section>
      <section className={styles['section']} aria-labelledby="guides-title">
        <h2 id="guides-title">{say(messages, 'guides-title')}</h2>
        <p className={styles['soft']}>{say(messages, 'guides-lead')}</p>
        <ul className={styles['rows']}>
          {guides.map(({ id, name, email }) => (
            <li key={id}>
              <div className={styles['what']}>
                <bdi>{name}</bdi>
                {id === asked.user.id ? ` (${say(messages, 'guides-you')})` : ''}
                <small>{email}</small>
              </div>
              {closed || guides.length === 1 ? null : (
                <Act
                  method="DELETE"
                  path={`/api/cohorts/${cohort.id}/facilitators/${id}`}
                  label={say(messages, 'people-remove')}
                  name={say(messages, 'people-remove-name', { name })}
                  ask={say(messages, id === asked.user.id ? 'guides-leave-ask' : 'guides-remove-ask', { name })}
                  sure={say(messages, 'people-remove-do')}
                  messages={pick(messages)}
                />
              )}
            </li>
          ))}
        </ul>
        {closed ? null : (
          <div className={styles['below']}>
            <AddFacilitator cohort={cohort.id} messages={pick(messages, 'guides-')} />
          </div>
        )}
      </section>
    </CohortFrame>
  )
}
