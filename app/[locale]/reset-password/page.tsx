import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccountFrame, Instead } from '#components/account/frame.tsx'
import { tokenIn } from '#components/account/from-address.ts'
import { NewPassword } from '#components/account/new-password.tsx'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/reset-password'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = messagesFor((await params).locale as Locale).account
  return { title: say(messages, 'reset'), robots: { index: false }, referrer: 'no-referrer' }
}

export default async function ResetPasswordPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const messages = messagesFor(locale).account
  const token = await tokenIn(searchParams)
  return (
    <AccountFrame title={say(messages, 'reset')}>
      {token ? (
        <NewPassword
          token={token}
          paths={{ signIn: pathFor(locale, '/sign-in'), forgot: pathFor(locale, '/forgot') }}
          messages={messages}
        />
      ) : (
        <Instead>{say(messages, 'no-token')}</Instead>
      )}
    </AccountFrame>
  )
}
