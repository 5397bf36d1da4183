import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { whoAsks } from '#app/api/who.ts'
import { AccountFrame } from '#components/account/frame.tsx'
import { nextIn, withNext } from '#components/account/from-address.ts'
import { SignIn } from '#components/account/sign-in.tsx'
import { config } from '#lib/config/read-config.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/sign-in'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = messagesFor((await params).locale as Locale).account
  return { title: say(messages, 'sign-in'), description: say(messages, 'sign-in-description'), robots: { index: false } }
}

/** Who is signed in already goes on at once. */
export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const next = await nextIn(searchParams)
  if ((await whoAsks(await headers())).user) redirect(next ?? pathFor(locale, '/account'))
  const messages = messagesFor(locale).account
  return (
    <AccountFrame title={say(messages, 'sign-in')}>
      <SignIn
        next={next}
        home={pathFor(locale, '/')}
        mail={config().smtpUrl !== null}
        paths={{ signUp: withNext(pathFor(locale, '/sign-up'), next), forgot: pathFor(locale, '/forgot') }}
        messages={messages}
        locale={locale}
      />
    </AccountFrame>
  )
}
