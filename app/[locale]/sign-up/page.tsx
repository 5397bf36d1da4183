import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { whoAsks } from '#app/api/who.ts'
import styles from '#components/account/account.module.css'
import { AccountFrame, Instead } from '#components/account/frame.tsx'
import { nextIn, withNext } from '#components/account/from-address.ts'
import { SignUp } from '#components/account/sign-up.tsx'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/sign-up'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = messagesFor((await params).locale as Locale).account
  return { title: say(messages, 'sign-up'), description: say(messages, 'sign-up-description'), robots: { index: false } }
}

export default async function SignUpPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const next = await nextIn(searchParams)
  if ((await whoAsks(await headers())).user) redirect(next ?? pathFor(locale, '/account'))
  const messages = messagesFor(locale).account
  return (
    <AccountFrame title={say(messages, 'sign-up')}>
      <Instead>{say(messages, 'sign-up-lead')}</Instead>
      <SignUp
        path="/api/auth/sign-up/email"
        send={say(messages, 'sign-up-send')}
        next={next}
        home={pathFor(locale, '/')}
        messages={messages}
        locale={locale}
      />
      <p className={styles['more']}>
        <Link href={withNext(pathFor(locale, '/sign-in'), next)} prefetch={false}>
          {say(messages, 'sign-in-link')}
        </Link>
      </p>
    </AccountFrame>
  )
}
