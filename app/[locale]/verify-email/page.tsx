import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import styles from '#components/account/account.module.css'
import { FollowLink } from '#components/account/follow-link.tsx'
import { AccountFrame, Instead } from '#components/account/frame.tsx'
import { tokenIn } from '#components/account/from-address.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/verify-email'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = messagesFor((await params).locale as Locale).account
  return { title: say(messages, 'verify'), robots: { index: false }, referrer: 'no-referrer' }
}

export default async function VerifyEmailPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const messages = messagesFor(locale).account
  const token = await tokenIn(searchParams)
  const home = pathFor(locale, '/')
  return (
    <AccountFrame title={say(messages, 'verify')}>
      {token ? (
        <FollowLink
          path="/api/auth/verify-email"
          token={token}
          lead={say(messages, 'verify-lead')}
          send={say(messages, 'verify-send')}
          done={say(messages, 'verify-done')}
          next={null}
          home={home}
          messages={messages}
        />
      ) : (
        <Instead>{say(messages, 'no-token')}</Instead>
      )}
      <p className={styles['more']}>
        <Link href={home} prefetch={false}>
          {say(messages, 'to-course')}
        </Link>
      </p>
    </AccountFrame>
  )
}
