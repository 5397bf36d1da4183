import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { guardPage } from '#app/api/guard.ts'
import styles from '#components/account/account.module.css'
import { Devices } from '#components/account/devices.tsx'
import { AccountFrame } from '#components/account/frame.tsx'
import { KeepCopies } from '#components/account/keep-copies.tsx'
import { OwnDetails } from '#components/account/own-details.tsx'
import { OwnPassword } from '#components/account/own-password.tsx'
import { Passkeys } from '#components/account/passkeys.tsx'
import { PasswordByLetter } from '#components/account/password-by-letter.tsx'
import { RememberHere } from '#components/account/remember-here.tsx'
import { SecondFactor } from '#components/account/second-factor.tsx'
import { Section } from '#components/account/section.tsx'
import { SignOut } from '#components/account/sign-out.tsx'
import { accountState } from '#lib/account/people-store.ts'
import { config } from '#lib/config/read-config.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { toolIds, toolKey } from '#lib/toolkit/tools.ts'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/account'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = messagesFor((await params).locale as Locale).account
  return { title: say(messages, 'account'), description: say(messages, 'account-description'), robots: { index: false } }
}

/** One's own account: who one is here, how one signs in, where one is signed in, and the way out. */
export default async function AccountPage({ params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const { db, user } = await guardPage('self.account', undefined, { path: pathFor(locale, '/account') })
  const { account: messages, toolkit } = messagesFor(locale)
  const word = (key: string) => say(messages, key)
  const { name, email, role } = user
  const staff = role !== 'learner'
  const mail = config().smtpUrl !== null
  const { password, twoFactor } = await accountState(db, user.id)
  const titles = Object.fromEntries(toolIds.map((id) => [toolKey(id), say(toolkit[id], 'title')]))
  const words = { messages, locale }
  return (
    <AccountFrame title={word('account')} wide>
      <RememberHere name={name} staff={staff} />
      <p className={styles['lead']}>
        <bdi>{name}</bdi>
        <br />
        <small>{say(messages, 'signed-in-as', { email, role: word(`role-${role}`) })}</small>
      </p>
      <nav className={styles['places']} aria-label={word('places')}>
        <Link href={pathFor(locale, '/me')} prefetch={false}>
          {word('to-me')}
        </Link>
        {staff ? (
          <Link href={pathFor(locale, '/facilitate')} prefetch={false}>
            {word('to-facilitate')}
          </Link>
        ) : null}
        {role === 'administrator' ? (
          <Link href={pathFor(locale, '/admin')} prefetch={false}>
            {word('to-admin')}
          </Link>
        ) : null}
        <a href="#leave">{word('sign-out')}</a>
      </nav>
      <Section id="details" title={word('details')}>
        <OwnDetails name={name} email={email} staff={staff} mail={mail} messages={messages} />
      </Section>
      <Section id="password" title={word('password')} about={word(password ? 'password-about' : 'password-none')}>
        {password ? (
          <OwnPassword email={email} messages={messages} />
        ) : mail ? (
          <PasswordByLetter email={email} messages={messages} />
        ) : null}
      </Section>
      <Section id="passkeys" title={word('passkeys')} about={word('passkeys-about')}>
        <Passkeys {...words} />
      </Section>
      {(staff && password) || twoFactor ? (
        <Section id="factor" title={word('factor')} about={word(staff ? 'factor-about' : 'factor-about-learner')}>
          <SecondFactor messages={messages} />
        </Section>
      ) : null}
      <Section id="devices" title={word('devices')} about={word('devices-about')}>
        <Devices {...words} />
      </Section>
      <Section id="copies" title={word('copies')} about={word('copies-about')}>
        <KeepCopies titles={titles} {...words} />
      </Section>
      <Section id="leave" title={word('leave')} about={word('leave-about')}>
        <SignOut home={pathFor(locale, '/')} {...words} />
      </Section>
    </AccountFrame>
  )
}
