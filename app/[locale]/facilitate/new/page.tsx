import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { guardPage } from '#app/api/guard.ts'
import { CohortForm } from '#components/facilitate/cohort-form.tsx'
import styles from '#components/facilitate/facilitate.module.css'
import { pick } from '#components/facilitate/pick.ts'
import { emptyForm } from '#lib/cohort/form-of.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  return { title: say(messagesFor(locale as Locale).facilitate, 'new-title'), robots: { index: false } }
}

/** A new cohort: a name is enough, and the next page has what one sends to people. */
export default async function NewCohortPage({ params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const home = pathFor(locale, '/facilitate')
  await guardPage('cohort.create', undefined, { path: `${home}/new` })
  const messages = messagesFor(locale).facilitate
  return (
    <div className={styles['page']}>
      <nav className={styles['crumbs']} aria-label={say(messages, 'crumbs')}>
        <Link prefetch={false} href={home}>
          {say(messages, 'title')}
        </Link>
      </nav>
      <header className={styles['head']}>
        <h1>{say(messages, 'new-title')}</h1>
        <p className={styles['lead']}>{say(messages, 'new-lead')}</p>
      </header>
      <CohortForm home={home} initial={emptyForm(locale)} zones={Intl.supportedValuesOf('timeZone')} messages={pick(messages, 'form-')} />
    </div>
  )
}
