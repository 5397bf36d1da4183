import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { gridModules, gridOf } from '#app/api/cohorts/grid-of.ts'
import { guardPage } from '#app/api/guard.ts'
import { AskSecondFactor } from '#components/account/ask-second-factor.tsx'
import { CohortForm } from '#components/facilitate/cohort-form.tsx'
import { CohortList } from '#components/facilitate/cohort-list.tsx'
import styles from '#components/facilitate/facilitate.module.css'
import { pick } from '#components/facilitate/pick.ts'
import { byConcern, WordList, type WordOf } from '#components/facilitate/word-list.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
import { accountState, wantsSecondFactor } from '#lib/account/people-store.ts'
import { emptyForm } from '#lib/cohort/form-of.ts'
import { cohortsGuidedBy } from '#lib/cohort/guided-store.ts'
import { cohortsOf } from '#lib/cohort/store.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ locale: string }> }

/** on this page; each cohort's own page has all of its people */
const mostWords = 6

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  return { title: say(messagesFor(locale as Locale).facilitate, 'title'), robots: { index: false } }
}

/** The cohorts of a facilitator, and who in any of them needs a word. Who has none yet makes the first one here. */
export default async function FacilitatePage({ params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const home = pathFor(locale, '/facilitate')
  const { db, user } = await guardPage('cohort.list', undefined, { path: home })
  const messages = messagesFor(locale).facilitate
  const now = Date.now()
  const [all, guided] = await Promise.all([cohortsOf(db, user), cohortsGuidedBy(db, user.id)])
  const open = all.filter(({ archivedAt }) => archivedAt === null)
  const archived = all.filter(({ archivedAt }) => archivedAt !== null)
  const own = open.filter(({ id }) => guided.has(id))
  const others = open.filter(({ id }) => !guided.has(id))
  // An administrator may see every cohort; figures are worked out only of those they guide.
  const shown = await Promise.all(
    own.map(async (cohort) => ({
      cohort,
      grid: cohort.members > 0 && cohort.assignments > 0 ? await gridOf(db, cohort, now) : null,
    })),
  )
  const titles = new Map((await gridModules()).map(({ slug, title }) => [slug, title]))
  const clockOf = (timeZone: string) => ({ now, timeZone, locale, messages })
  const words: WordOf[] = shown
    .flatMap(({ cohort, grid }) =>
      (grid?.rows ?? []).filter(({ concerns }) => concerns.length > 0).map((row) => ({ row, cohort, clock: clockOf(cohort.timeZone) })),
    )
    .sort((a, b) => byConcern(a.row, b.row))

  if (all.length === 0) {
    return (
      <div className={styles['page']}>
        <div className={styles['top']}>
          <div>
            <h1>{say(messages, 'empty-title')}</h1>
            <p className={styles['lead']}>{say(messages, 'empty')}</p>
          </div>
        </div>
        <div>
          <CohortForm
            home={home}
            initial={emptyForm(locale)}
            zones={Intl.supportedValuesOf('timeZone')}
            messages={pick(messages, 'form-')}
          />
        </div>
      </div>
    )
  }
  return (
    <div className={styles['page']}>
      <div className={styles['top']}>
        <div>
          <h1>{say(messages, 'title')}</h1>
          <p className={styles['lead']}>{say(messages, 'lead')}</p>
        </div>
        <Link prefetch={false} href={`${home}/new`} className={buttonClass('primary')}>
          {say(messages, 'new')}
        </Link>
      </div>
      {wantsSecondFactor(user.role, await accountState(db, user.id)) ? <AskSecondFactor locale={locale} /> : null}
      {shown.some(({ grid }) => grid !== null) ? (
        <section className={styles['section']} aria-labelledby="word-title">
          <h2 id="word-title">{say(messages, 'word-title')}</h2>
          {words.length === 0 ? (
            <p className={styles['soft']}>{say(messages, 'word-none')}</p>
          ) : (
            <WordList
              people={words.slice(0, mostWords)}
              home={home}
              titleOf={(slug) => titles.get(slug) ?? slug}
              named={own.length > 1}
              messages={messages}
            />
          )}
          {words.length > mostWords ? (
            <p className={styles['after']}>{say(messages, 'word-others', { count: words.length - mostWords }, locale)}</p>
          ) : null}
        </section>
      ) : null}
      {own.length > 0 ? (
        <section className={styles['section']} aria-labelledby="cohorts-title">
          <h2 id="cohorts-title">{say(messages, 'cohorts-title')}</h2>
          <CohortList cohorts={shown} home={home} clockOf={clockOf} />
        </section>
      ) : null}
      {others.length > 0 ? (
        <section className={styles['section']} aria-labelledby="others-title">
          <h2 id="others-title">{say(messages, 'others-title')}</h2>
          <CohortList cohorts={others.map((cohort) => ({ cohort, grid: null }))} home={home} clockOf={clockOf} bare />
        </section>
      ) : null}
      {archived.length > 0 ? (
        <section className={styles['section']}>
          <details>
            <summary className={fold['summary']}>{say(messages, 'archived-count', { count: archived.length }, locale)}</summary>
            <CohortList cohorts={archived.map((cohort) => ({ cohort, grid: null }))} home={home} clockOf={clockOf} bare />
          </details>
        </section>
      ) : null}
    </div>
  )
}
