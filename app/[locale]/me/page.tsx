import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { whoAsks } from '#app/api/who.ts'
import { EraseEverything } from '#components/me/erase-everything.tsx'
import { Erased } from '#components/me/erased.tsx'
import styles from '#components/me/me.module.css'
import { OwnCohorts } from '#components/me/own-cohorts.tsx'
import { OwnProgress } from '#components/me/own-progress.tsx'
import { wordsOf } from '#components/me/words-of.ts'
import { buttonClass } from '#components/ui/button.tsx'
import { partsOfFile } from '#lib/account/export-store.ts'
import { ownCertificates, ownCohorts } from '#lib/account/own-page-store.ts'
import { hasPassword } from '#lib/account/own-password-store.ts'
import { assignmentsFor } from '#lib/cohort/assign-store.ts'
import { titleOfReflection } from '#lib/cohort/report-course.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { outlineCourse } from '#lib/course/outline-course.ts'
import { dateOf } from '#lib/credential/describe-achievement.ts'
import { database } from '#lib/db/client.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { readProgress } from '#lib/progress/store.ts'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/me'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { me } = messagesFor((await params).locale as Locale)
  return { title: say(me, 'title'), description: say(me, 'description'), robots: { index: false } }
}

/** Everything about oneself in one place, for guests and for accounts: how far one is, who sees what, and how to take it or erase it. */
export default async function MePage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const { learner, user } = await whoAsks(await headers())
  const { erased } = await searchParams
  if (learner === null && user === null && (erased === 'all' || erased === 'record'))
    return <Erased kept={erased === 'record'} messages={messagesFor(locale).me} locale={locale} />
  const [db, course, now] = [await database(), await loadCourse(locale), Date.now()]
  const messages = messagesFor(locale)
  const t = (key: string, values = {}) => say(messages.me, key, values)
  const outline = outlineCourse(course, locale)
  const [progress, certificates, cohorts, asked, password] = await Promise.all([
    learner === null ? [] : readProgress(db, learner),
    learner === null ? [] : ownCertificates(db, learner),
    learner === null ? [] : ownCohorts(db, learner),
    learner === null ? [] : assignmentsFor(db, learner, now),
    user ? hasPassword(db, user.id) : false,
  ])
  const stored = progress.map((row) => ({
    slug: row.module,
    begun: true,
    lessons: row.lessons_done,
    endings: (JSON.parse(row.scenario_endings) as string[]).length,
    best: row.best_scaled,
    complete: row.satisfied_at !== null,
  }))
  const somebody = learner !== null || user !== null
  const staff = user !== null && user.role !== 'learner'
  return (
    <div className={styles['page']}>
      <h1>{t('title')}</h1>
      <p className={styles['lead']}>{t('lead')}</p>
      {user ? (
        <>
          <p className={styles['soft']}>{t('member', { name: user.name, email: user.email })}</p>
          <p className={styles['links']}>
            <Link href={pathFor(locale, '/account')} prefetch={false}>
              {t('memberAccount')}
            </Link>
          </p>
        </>
      ) : (
        <>
          <p className={styles['soft']}>
            {t(somebody ? 'guest' : 'nobody')} {t('guestAccountWhy')}
          </p>
          <p className={styles['links']}>
            <Link href={pathFor(locale, '/sign-up?next=/me')} prefetch={false}>
              {t('guestAccount')}
            </Link>
            <Link href={pathFor(locale, '/sign-in?next=/me')} prefetch={false}>
              {t('guestSignIn')}
            </Link>
          </p>
        </>
      )}

      <section className={styles['section']} aria-labelledby="progress">
        <h2 id="progress">{t('progressTitle')}</h2>
        <OwnProgress stored={stored} outline={outline} messages={wordsOf(messages.me, 'progress')} locale={locale} />
      </section>

      <section className={styles['section']} aria-labelledby="certificates">
        <h2 id="certificates">{t('certificatesTitle')}</h2>
        {certificates.length > 0 ? (
          <ul className={styles['list']}>
            {certificates.map(({ id, title, issuedAt }) => (
              <li key={id}>
                <Link href={pathFor(locale, `/certificates/${id}`)} prefetch={false}>
                  {t('certificateOf', { module: title, date: dateOf(issuedAt, locale) })}
                </Link>
              </li>
            ))}
          </ul>
        ) : (
          <p className={styles['soft']}>{t('certificatesNone')}</p>
        )}
      </section>

      <section className={styles['section']} aria-labelledby="cohorts">
        <h2 id="cohorts" tabIndex={-1}>
          {t('cohortsTitle')}
        </h2>
        <OwnCohorts
          cohorts={cohorts.map((cohort) => ({
            ...cohort,
            asked: asked.filter((one) => one.cohort.id === cohort.id),
            shown: cohort.shown.map(({ object, words, sharedAt }) => ({
              object,
              words,
              title: titleOfReflection(course, object),
              on: dateOf(sharedAt, locale),
            })),
          }))}
          places={Object.fromEntries(outline.modules.map(({ slug, number, title, href }) => [slug, { number, title, href }]))}
          now={now}
          messages={messages.me}
          join={messages.join}
          locale={locale}
        />
        <p className={styles['links']}>
          <Link href={pathFor(locale, '/join')} prefetch={false}>
            {t('cohortsJoin')}
          </Link>
        </p>
      </section>

      <section className={styles['section']} aria-labelledby="stored">
        <h2 id="stored">{t('storedTitle')}</h2>
        {somebody ? (
          <>
            <p className={styles['soft']}>{t('storedText')}</p>
            <p>
              <a className={buttonClass()} href="/api/me/export" download>
                {t('storedGet')}
              </a>
            </p>
            <details className={styles['sees']}>
              <summary>{t('storedFile')}</summary>
              <dl className={styles['file']}>
                {partsOfFile.map((part) => (
                  <div key={part}>
                    <dt>
                      <code>{part}</code>
                    </dt>
                    <dd>{t(`file-${part}`)}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </>
        ) : (
          <p className={styles['soft']}>{t('nobody')}</p>
        )}
        <p className={styles['soft']}>{t('storedNot')}</p>
        <p className={styles['links']}>
          <Link href={pathFor(locale, '/notebook')} prefetch={false}>
            {t('storedNotebook')}
          </Link>
        </p>
      </section>

      {somebody ? (
        <section className={styles['section']} aria-labelledby="erase">
          <h2 id="erase">{t('eraseTitle')}</h2>
          <p className={styles['soft']}>{t(user ? 'eraseAccountLead' : 'eraseGuestLead')}</p>
          <div className={styles['two']}>
            <div>
              <h3>{t('eraseGoes')}</h3>
              <ul>
                {[1, 2, 3, ...(user ? [4] : [])].map((n) => (
                  <li key={n}>{t(`eraseGoes${n}`)}</li>
                ))}
              </ul>
            </div>
            <div>
              <h3>{t('eraseStays')}</h3>
              <ul>
                {['eraseStays1', 'eraseStays2', ...(staff ? ['eraseStaysStaff'] : []), 'eraseBackup'].map((key) => (
                  <li key={key}>{t(key)}</li>
                ))}
              </ul>
            </div>
          </div>
          <div>
            <EraseEverything by={password ? 'password' : 'word'} done={pathFor(locale, '/me')} messages={wordsOf(messages.me, 'erase')} />
          </div>
        </section>
      ) : null}
    </div>
  )
}
