import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import styles from '#components/letter/letter.module.css'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { MessagePage } from '#components/ui/message-page.tsx'
import { config } from '#lib/config/read-config.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { database } from '#lib/db/client.ts'
import { stopReasonOf } from '#lib/letter/queue-store.ts'
import { addressOfToken } from '#lib/letter/unsubscribe-token.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The token in the address goes nowhere else. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const { course } = await loadCourse(locale as Locale)
  const title = say(messagesFor(locale as Locale).letter, 'stop-title', { site: course.site })
  return { title, robots: { index: false, follow: false }, referrer: 'no-referrer' }
}

/** Where the link at the end of a letter leads. A plain form: it works in the small browsers inside mail programs, without scripts. */
export default async function UnsubscribePage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const { token, again } = await searchParams
  const messages = messagesFor(locale).letter
  const given = typeof token === 'string' ? token : ''
  const address = addressOfToken(given, config().secret)
  const home = (
    <Link prefetch={false} href={pathFor(locale, '/')} className={buttonClass(address === null ? 'primary' : 'quiet')}>
      {say(messages, 'stop-home')}
    </Link>
  )
  if (address === null)
    return (
      <MessagePage title={say(messages, 'stop-unknown-title')} text={say(messages, 'stop-unknown')}>
        {home}
      </MessagePage>
    )
  const reason = await stopReasonOf(await database(), address)
  const stopped = reason === 'unsubscribed'
  const allowed = reason === null && again === '1'
  const title = stopped ? 'stop-done' : allowed ? 'stop-again' : 'stop-ask'
  const text = stopped ? 'stop-done-what' : allowed ? 'stop-again-what' : 'stop-what'
  const { course } = await loadCourse(locale)
  return (
    <MessagePage title={say(messages, title, { site: course.site })} text={say(messages, text)}>
      <p className={styles['address']}>{say(messages, 'stop-address', { address })}</p>
      {reason === 'bounced' ? <p>{say(messages, 'stop-bounced')}</p> : null}
      <form action={`/api/unsubscribe?token=${encodeURIComponent(given)}`} method="post">
        <input type="hidden" name="wish" value={stopped ? 'allow' : 'stop'} />
        <Button type="submit" look={stopped || allowed ? 'plain' : 'primary'}>
          {say(messages, stopped ? 'stop-undo' : 'stop-yes')}
        </Button>
      </form>
      {home}
    </MessagePage>
  )
}
