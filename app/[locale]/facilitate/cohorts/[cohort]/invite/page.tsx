import type { Metadata } from 'next'
import Link from 'next/link'
import { gridOf } from '#app/api/cohorts/grid-of.ts'
import { type CohortParams, openCohort } from '#app/api/cohorts/open-cohort.ts'
import { Act } from '#components/facilitate/act.tsx'
import { AddressList } from '#components/facilitate/address-list.tsx'
import { CohortForm } from '#components/facilitate/cohort-form.tsx'
import { CohortFrame } from '#components/facilitate/cohort-frame.tsx'
import styles from '#components/facilitate/facilitate.module.css'
import { Pager } from '#components/facilitate/pager.tsx'
import { PendingList } from '#components/facilitate/pending-list.tsx'
import { pick } from '#components/facilitate/pick.ts'
import { codeIsGood, Share, sayCode } from '#components/facilitate/share.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
import { formOf } from '#lib/cohort/form-of.ts'
import { readView } from '#lib/cohort/grid-view.ts'
import { invitePath } from '#lib/cohort/invite-store.ts'
import { pendingOf } from '#lib/cohort/pending-store.ts'
import { config } from '#lib/config/read-config.ts'
import { say } from '#lib/message/format.ts'
import type { Locale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = { params: CohortParams; searchParams: Promise<Record<string, string | string[] | undefined>> }

const perPage = 100

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  return { title: say(messagesFor(locale as Locale).facilitate, 'invite-title'), robots: { index: false } }
}

/** The link, the code and the QR; or a list of addresses, each with a link of its own. */
export default async function InvitePage({ params, searchParams }: Props) {
  const { asked, cohort, home, path, clock } = await openCohort(params, 'cohort.invite', 'invite')
  const { messages, locale } = clock
  const { baseUrl, secret } = config()
  const closed = cohort.archivedAt !== null
  const here = `${path}/invite`
  const [{ pending, count, page, pages }, { columns }] = await Promise.all([
    pendingOf(asked.db, cohort.id, { page: readView(await searchParams, []).page, perPage }),
    gridOf(asked.db, cohort, clock.now),
  ])
  const said = sayCode(cohort, clock)
  const good = codeIsGood(cohort, clock.now)
  return (
    <CohortFrame
      cohort={cohort}
      current="invite"
      home={home}
      clock={clock}
      title={say(messages, 'invite-title')}
      lead={say(messages, 'invite-lead')}
    >
      {closed ? null : (
        <section className={styles['section']} aria-label={say(messages, 'share-title')}>
          <Share cohort={cohort} site={baseUrl} clock={clock} />
          {said ? <p className={good ? styles['after'] : styles['fault']}>{said}</p> : null}
          <div className={styles['next']}>
            {columns.length === 0 ? (
              <Link prefetch={false} href={`${path}/assignments`} className={buttonClass()}>
                {say(messages, 'next-assign')}
              </Link>
            ) : null}
            <Act
              method="PUT"
              path={`/api/cohorts/${cohort.id}/code`}
              body={{ open: !cohort.codeOpen }}
              label={say(messages, cohort.codeOpen ? 'code-close' : 'code-open')}
              messages={pick(messages)}
            />
            <Act
              method="POST"
              path={`/api/cohorts/${cohort.id}/code`}
              label={say(messages, 'code-new')}
              ask={say(messages, 'code-new-ask')}
              sure={say(messages, 'code-new-do')}
              messages={pick(messages)}
            />
          </div>
          <details open={good ? undefined : true}>
            <summary className={fold['summary']}>{say(messages, 'limits-title')}</summary>
            <div className={styles['inside']}>
              <CohortForm
                key={`${cohort.codeExpiresAt} ${cohort.mostMembers}`}
                cohort={cohort.id}
                part="limits"
                initial={formOf(cohort)}
                zones={[]}
                messages={pick(messages, 'form-')}
              />
            </div>
          </details>
        </section>
      )}
      {closed ? null : (
        <section className={styles['section']} aria-labelledby="list-title">
          <h2 id="list-title">{say(messages, 'list-title')}</h2>
          <p className={styles['lead']}>{say(messages, 'list-lead')}</p>
          <div className={styles['below']}>
            <AddressList cohort={cohort.id} locale={locale} messages={pick(messages, 'list-', 'bad-')} />
          </div>
        </section>
      )}
      <section className={styles['section']} aria-labelledby="pending-title">
        <h2 id="pending-title">{say(messages, 'pending-title')}</h2>
        {count === 0 ? (
          <p className={styles['soft']}>{say(messages, 'pending-none')}</p>
        ) : (
          <>
            <p className={styles['soft']}>{say(messages, 'pending-lead')}</p>
            <PendingList
              cohort={cohort.id}
              pending={pending}
              linkOf={(id) => `${baseUrl}${invitePath(cohort.code, id, secret)}`}
              closed={closed}
              clock={clock}
            />
            <Pager page={page} pages={pages} perPage={perPage} count={count} href={(to) => `${here}?page=${to}`} clock={clock} />
          </>
        )}
      </section>
    </CohortFrame>
  )
}
