import Link from 'next/link'
import type { ModulePlaces } from '#components/assignments/asked.ts'
import { AskedList } from '#components/assignments/asked-list.tsx'
import type { DoorView } from '#lib/cohort/join.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import styles from './join.module.css'
import { JoinForm } from './join-form.tsx'
import { joinNames } from './join-names.ts'

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
      <div className={styles['sight']}>
        <section>
          <h2>{t('seesTitle')}</h2>
          <Points
            sign="M2 8s2.300-4 6-4 6 4 6 4-2.300 4-6 4-6-4-6-4ZM8 9.500a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3Z"
            texts={[1, 2, 3, 4, 5, 6].map((n) => t(`sees${n}`))}
          />
        </section>
        <section>
          <h2>{t('seesNotTitle')}</h2>
          <Points sign="M3 7h10v7H3zM5.500 7V5a2.500 2.500 0 0 1 5 0v2" texts={[1, 2, 3].map((n) => t(`seesNot${n}`))} />
        </section>
        <p className={styles['others']}>{t('seesOthers')}</p>
      </div>
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

function Points({ sign, texts }: { sign: string; texts: readonly string[] }) {
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={sign} />
          </svg>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}

/** What the list of what is asked says; the rest of its catalogue stays on the server. */
export function dueWords(me: Messages): Messages {
  return Object.fromEntries(
    Object.entries(me).filter(([key]) => /^(due|wasDue|opens|dayAndTime|noDue|late|attemptsLeft|state-|comesAfter)/.test(key)),
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
