import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import styles from '#components/account/account.module.css'
import { AccountFrame, Instead } from '#components/account/frame.tsx'
import { nextIn, tokenIn } from '#components/account/from-address.ts'
import { SignInLink } from '#components/account/sign-in-link.tsx'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/sign-in/link'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = messagesFor((await params).locale as Locale).account
  return { title: say(messages, 'link-page'), robots: { index: false }, referrer: 'no-referrer' }
}

export default async function SignInLinkPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const messages = messagesFor(locale).account
  const token = await tokenIn(searchParams)
  return (
    <AccountFrame title={say(messages, 'link-page')}>
      {token ? (
        <SignInLink token={token} next={await nextIn(searchParams)} home={pathFor(locale, '/')} messages={messages} />
      ) : (
        <Instead>{say(messages, 'no-token')}</Instead>
      )}
      <p className={styles['more']}>
        <Link href={pathFor(locale, '/sign-in')} prefetch={false}>
          {say(messages, 'sign-in-otherwise')}
        </Link>
      </p>
    </AccountFrame>
  )
}
