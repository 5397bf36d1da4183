import Link from 'next/link'
import type { ModulePlaces } from '#components/assignments/asked.ts'
import { AskedList } from '#components/assignments/asked-list.tsx'
import { dueWords } from '#components/assignments/due-words.ts'
import type { DoorView } from '#lib/cohort/join.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import styles from './join.module.css'
import { JoinForm } from './join-form.tsx'
import { joinNames } from './join-names.ts'
import { Sight } from './sight.tsx'

/** Before somebody comes in: what this is, who leads it, and plainly what these people will see. */
export function JoinDoor({
  door,
  invite,
  user,
  places,
  now,
  messages,
  me,
  offline,
  locale,
}: {
  door: DoorView
  invite: string | null
  user: { name: string; email: string } | null
  places: ModulePlaces
  now: number
  messages: Messages
  me: Messages
  offline: string
  locale: Locale
}) {
  const { cohort, facilitators, modules } = door
  const t = (key: string, values = {}) => say(messages, key, values)
  const dates = daysOf(cohort, messages, locale)
  const here = pathFor(locale, `/join/${cohort.code}${invite === null ? '' : `?invite=${encodeURIComponent(invite)}`}`)
  const asked = modules.map(({ module, dueAt }) => ({
    id: module,
    module,
    dueAt,
    state: null,
    late: false,
    attemptsLeft: null,
    waitsFor: null,
    cohort,
  }))
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <p className={styles['kicker']}>{t('kicker')}</p>
        <h1 dir="auto">{cohort.name}</h1>
        <p className={styles['lead']}>
          {facilitators.length > 0 ? t('ledBy', { names: joinNames(facilitators, locale) }) : t('ledByNobody')}
          {dates ? `, ${dates}` : ''}
        </p>
      </header>
      {cohort.note ? (
        <p className={styles['note']} dir="auto">
          {cohort.note}
        </p>
      ) : null}
      <section>
        <h2>{t('asked')}</h2>
        {asked.length > 0 ? (
          <AskedList asked={asked} places={places} now={now} messages={dueWords(me)} locale={locale} />
        ) : (
          <p className={styles['facts']}>{t('askedNothing')}</p>
        )}
      </section>
      <Sight messages={messages} />
      <section className={styles['head']}>
        <h2>{t('formTitle')}</h2>
        <p className={styles['account']}>
          {user ? (
            t('withAccount', { email: user.email })
          ) : (
            <>
              {t('noAccount')}{' '}
              <Link href={`${pathFor(locale, '/sign-in')}?next=${encodeURIComponent(here)}`} prefetch={false}>
                {t('signIn')}
              </Link>
            </>
          )}
        </p>
        <JoinForm
          code={cohort.code}
          invite={invite}
          cohort={cohort.name}
          name={door.name || (user?.name ?? '')}
          email={door.email || (user?.email ?? '')}
          messages={messages}
          device={{ offline }}
        />
      </section>
    </div>
  )
}

function daysOf({ startsOn, endsOn }: DoorView['cohort'], messages: Messages, locale: Locale): string {
  const day = (iso: string) =>
    new Intl.DateTimeFormat(formatLocale(locale), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${iso}T12:00:00Z`),
    )
  if (startsOn && endsOn) return say(messages, 'fromUntil', { from: day(startsOn), until: day(endsOn) })
  if (startsOn) return say(messages, 'from', { from: day(startsOn) })
  return endsOn ? say(messages, 'until', { until: day(endsOn) }) : ''
}
