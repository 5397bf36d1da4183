import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import styles from '#components/account/account.module.css'
import { Forgot } from '#components/account/forgot.tsx'
import { AccountFrame, Instead } from '#components/account/frame.tsx'
import { config } from '#lib/config/read-config.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/forgot'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = messagesFor((await params).locale as Locale).account
  return { title: say(messages, 'forgot'), robots: { index: false } }
}

/** Without a mail server, a person helps; the page says who. */
export default async function ForgotPage({ params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const messages = messagesFor(locale).account
  const mail = config().smtpUrl !== null
  return (
    <AccountFrame title={say(messages, 'forgot')}>
      <Instead>{say(messages, mail ? 'forgot-lead' : 'forgot-no-mail')}</Instead>
      {mail ? <Forgot messages={messages} /> : null}
      <p className={styles['spaced']}>{say(messages, 'forgot-passkey')}</p>
      <p className={styles['more']}>
        <Link href={pathFor(locale, '/sign-in')} prefetch={false}>
          {say(messages, 'back-to-sign-in')}
        </Link>
      </p>
    </AccountFrame>
  )
}
