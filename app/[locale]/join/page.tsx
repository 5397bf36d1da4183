import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { CodeForm } from '#components/join/code-form.tsx'
import styles from '#components/join/join.module.css'
import { readCode } from '#lib/cohort/code.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: PageProps<'/[locale]/join'>): Promise<Metadata> {
  return { title: say(messagesFor((await params).locale as Locale).join, 'title') }
}

/** Where somebody types the code that a facilitator wrote on a board. */
export default async function JoinPage({ params, searchParams }: PageProps<'/[locale]/join'>) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const { join: messages } = messagesFor(locale)
  const { code } = await searchParams
  const typed = typeof code === 'string' ? code.slice(0, 60) : ''
  const read = readCode(typed)
  if (read !== null) redirect(pathFor(locale, `/join/${read}`))
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{say(messages, 'title')}</h1>
        <p className={styles['lead']}>{say(messages, 'codeLead')}</p>
      </header>
      <CodeForm action={pathFor(locale, '/join')} typed={typed} wrong={typed !== ''} messages={messages} />
    </div>
  )
}
