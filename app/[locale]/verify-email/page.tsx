import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { whoAsks } from '#app/api/who.ts'
import styles from '#components/account/account.module.css'
import { FollowLink } from '#components/account/follow-link.tsx'
import { AccountFrame, Instead } from '#components/account/frame.tsx'
import { tokenIn, withNext } from '#components/account/from-address.ts'
import { buttonClass } from '#components/ui/button.tsx'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/verify-email'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = messagesFor((await params).locale as Locale).account
  return { title: say(messages, 'verify'), robots: { index: false }, referrer: 'no-referrer' }
}

/** Who is not signed in does that first: an address is proven for the account of whoever presses, and for no other. */
export default async function VerifyEmailPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const messages = messagesFor(locale).account
  const token = await tokenIn(searchParams)
  const home = pathFor(locale, '/')
  const { user } = await whoAsks(await headers())
  return (
    <AccountFrame title={say(messages, 'verify')}>
      {token && !user && (
        <>
          <Instead>{say(messages, 'verify-sign-in')}</Instead>
          <p className={styles['spaced']}>
            <Link
              className={buttonClass('primary')}
              href={withNext(pathFor(locale, '/sign-in'), pathFor(locale, `/verify-email?token=${token}`))}
              prefetch={false}
            >
              {say(messages, 'sign-in')}
            </Link>
          </p>
        </>
      )}
      {token && user && (
        <FollowLink
          path="/api/auth/verify-email"
          token={token}
          lead={say(messages, 'verify-lead', { name: user.name, email: user.email })}
          send={say(messages, 'verify-send')}
          done={say(messages, 'verify-done')}
          next={null}
          home={home}
          messages={messages}
        />
      )}
      {!token && <Instead>{say(messages, 'no-token')}</Instead>}
      <p className={styles['more']}>
        <Link href={home} prefetch={false}>
          {say(messages, 'to-course')}
        </Link>
      </p>
    </AccountFrame>
  )
}
