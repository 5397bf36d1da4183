import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import styles from '#components/account/account.module.css'
import { AccountFrame, Instead } from '#components/account/frame.tsx'
import { tokenIn } from '#components/account/from-address.ts'
import { SignUp } from '#components/account/sign-up.tsx'
import { isSetUp } from '#lib/account/setup-store.ts'
import { database } from '#lib/db/client.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/setup'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = messagesFor((await params).locale as Locale).account
  return { title: say(messages, 'setup'), robots: { index: false }, referrer: 'no-referrer' }
}

/** Makes the first administrator. Once there is one, the page only says so. */
export default async function SetupPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const messages = messagesFor(locale).account
  const closed = await isSetUp(await database())
  const token = closed ? null : await tokenIn(searchParams)
  return (
    <AccountFrame title={say(messages, 'setup')}>
      {token ? (
        <>
          <Instead>{say(messages, 'setup-lead')}</Instead>
          <SignUp
            path="/api/account/setup"
            token={token}
            send={say(messages, 'setup-send')}
            next={pathFor(locale, '/admin')}
            home={pathFor(locale, '/')}
            messages={messages}
            locale={locale}
          />
        </>
      ) : (
        <>
          <Instead>{say(messages, closed ? 'setup-closed' : 'setup-no-token')}</Instead>
          {closed ? (
            <p className={styles['more']}>
              <Link href={pathFor(locale, '/sign-in')} prefetch={false}>
                {say(messages, 'sign-in')}
              </Link>
            </p>
          ) : null}
        </>
      )}
    </AccountFrame>
  )
}
