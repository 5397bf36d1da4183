import type { Metadata } from 'next'
import Link from 'next/link'
import { type CohortParams, openCohort } from '#app/api/cohorts/open-cohort.ts'
import { Act } from '#components/facilitate/act.tsx'
import { CohortFrame } from '#components/facilitate/cohort-frame.tsx'
import styles from '#components/facilitate/facilitate.module.css'
import { Pager } from '#components/facilitate/pager.tsx'
import { pick } from '#components/facilitate/pick.ts'
import letter from '#components/letter/letter.module.css'
import { LetterList } from '#components/letter/letter-list.tsx'
import { Rules } from '#components/letter/rules.tsx'
import { momentWriter } from '#components/letter/say-letter.ts'
import { StoppedList } from '#components/letter/stopped-list.tsx'
import { config } from '#lib/config/read-config.ts'
import { type Show, shows } from '#lib/letter/outbox.ts'
import { readOutbox, stoppedIn } from '#lib/letter/outbox-store.ts'
import { say } from '#lib/message/format.ts'
import type { Locale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = { params: CohortParams; searchParams: Promise<Record<string, string | string[] | undefined>> }

const perPage = 50

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  return { title: say(messagesFor(locale as Locale).letter, 'letters-title'), robots: { index: false } }
}

/** The letters of a cohort: what waits, to be copied where there is no mail server, what was sent, and where letters do not get through. */
export default async function LettersPage({ params, searchParams }: Props) {
  const { asked, cohort, home, path, locale, clock } = await openCohort(params, 'cohort.letters', 'letters')
  const { messages: common, now } = clock
  const messages = messagesFor(locale).letter
  const query = await searchParams
  const show = shows.find((one) => one === query['show']) ?? 'open'
  const wanted = Math.trunc(Number(query['page'])) || 1
  const [outbox, stopped] = await Promise.all([
    readOutbox(asked.db, cohort.id, { show, page: wanted, perPage }),
    stoppedIn(asked.db, cohort.id),
  ])
  const { letters, counts, page, pages } = outbox
  const byHand = config().smtpUrl === null
  const closed = cohort.archivedAt !== null
  const date = momentWriter(locale, cohort.timeZone)
  const here = `${path}/letters`
  const hrefOf = (one: Show, at = 1) => `${here}?${new URLSearchParams({ show: one, ...(at > 1 ? { page: String(at) } : {}) })}`
  return (
    <CohortFrame
      cohort={cohort}
      current="letters"
      home={home}
      clock={clock}
      title={say(messages, 'letters-title')}
      lead={say(messages, byHand ? 'without-server' : 'with-server', { zone: cohort.timeZone.replaceAll('_', ' ') })}
    >
      {stopped.length > 0 ? (
        <section className={styles['section']} aria-labelledby="stopped-title">
          <h2 id="stopped-title">{say(messages, 'stopped-title')}</h2>
          <StoppedList cohort={cohort.id} stopped={stopped} closed={closed} date={date} messages={messages} common={common} />
        </section>
      ) : null}
      <section className={styles['section']} aria-labelledby="list-title">
        <h2 id="list-title">{say(messages, `title-${show}`)}</h2>
        <nav aria-label={say(messages, 'show')} className={styles['below']}>
          <ul className={styles['filters']}>
            {shows.map((one) => (
              <li key={one}>
                <Link prefetch={false} href={hrefOf(one)} aria-current={one === show ? 'page' : undefined}>
                  {say(messages, `show-${one}`)} <b>{counts[one].toLocaleString(locale)}</b>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {letters.length === 0 ? (
          <p className={`${styles['lead']} ${styles['below']}`}>{say(messages, `none-${show}`)}</p>
        ) : (
          <LetterList
            cohort={cohort.id}
            letters={letters}
            byHand={byHand}
            closed={closed}
            now={now}
            date={date}
            messages={messages}
            common={common}
          />
        )}
        <Pager page={page} pages={pages} perPage={perPage} count={counts[show]} href={(to) => hrefOf(show, to)} clock={clock} />
        {show === 'open' && byHand && letters.length > 1 && !closed ? (
          <div className={letter['all']}>
            <Act
              method="PUT"
              path={`/api/cohorts/${cohort.id}/letters`}
              body={{ ids: letters.map(({ id }) => id), state: 'handed' }}
              label={say(messages, 'handed-all', { count: letters.length }, locale)}
              ask={say(messages, 'handed-all-ask')}
              sure={say(messages, 'handed-all-do')}
              look="button"
              messages={pick(common)}
            />
          </div>
        ) : null}
      </section>
      <section className={styles['section']} aria-label={say(messages, 'rules-title')}>
        <Rules messages={messages} />
      </section>
    </CohortFrame>
  )
}
