import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { whoAsks } from '#app/api/who.ts'
import { AccountFrame, Instead } from '#components/account/frame.tsx'
import { tokenIn, withNext } from '#components/account/from-address.ts'
import { Invited } from '#components/account/invited.tsx'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/invited'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = messagesFor((await params).locale as Locale).account
  return { title: say(messages, 'invited'), robots: { index: false }, referrer: 'no-referrer' }
}

export default async function InvitedPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const messages = messagesFor(locale).account
  const token = await tokenIn(searchParams)
  const { user } = await whoAsks(await headers())
  return (
    <AccountFrame title={say(messages, 'invited')}>
      {token ? (
        <Invited
          token={token}
          user={user && { name: user.name, email: user.email }}
          paths={{
            signIn: withNext(pathFor(locale, '/sign-in'), pathFor(locale, `/invited?token=${token}`)),
            home: pathFor(locale, '/'),
            start: pathFor(locale, '/facilitate'),
          }}
          messages={messages}
          locale={locale}
        />
      ) : (
        <Instead>{say(messages, 'no-token')}</Instead>
      )}
    </AccountFrame>
  )
}
