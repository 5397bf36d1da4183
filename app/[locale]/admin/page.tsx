import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { guardPage } from '#app/api/guard.ts'
import styles from '#components/account/admin/admin.module.css'
import { AdminFrame } from '#components/account/admin/frame.tsx'
import { Invitations } from '#components/account/admin/invitations.tsx'
import { Invite } from '#components/account/admin/invite.tsx'
import { Letters } from '#components/account/admin/letters.tsx'
import { People } from '#components/account/admin/people.tsx'
import { AskSecondFactor } from '#components/account/ask-second-factor.tsx'
import { Section } from '#components/account/section.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { accountState, listPeople, wantsSecondFactor } from '#lib/account/people-store.ts'
import { listInvitations } from '#lib/account/staff-store.ts'
import { troubledLetters } from '#lib/letter/troubled-store.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/admin'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = messagesFor((await params).locale as Locale).admin
  return { title: say(messages, 'title'), description: say(messages, 'description'), robots: { index: false } }
}

/** of those that could not be sent; a mail server that is down would fill the page */
const mostLetters = 20

/** Who is here, who is invited, and what they may do. */
export default async function AdminPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const here = pathFor(locale, '/admin')
  const { db, user } = await guardPage('admin.people', undefined, { path: here })
  const given = (await searchParams)['search']
  const search = (typeof given === 'string' ? given : '').slice(0, 200)
  const messages = messagesFor(locale).admin
  const word = (key: string) => say(messages, key)
  const { people, more } = await listPeople(db, search)
  const troubled = await troubledLetters(db, mostLetters)
  const open = (await listInvitations(db)).filter(({ usedAt }) => usedAt === null)
  return (
    <AdminFrame current="people" messages={messages} locale={locale}>
      {wantsSecondFactor(user.role, await accountState(db, user.id)) ? <AskSecondFactor locale={locale} /> : null}
      <Section id="invite" title={word('invite')} about={word('invite-about')}>
        <Invite messages={messages} locale={locale} />
      </Section>
      {troubled.count > 0 ? (
        <Section id="letters" title={word('letters')} about={word('letters-about')}>
          <Letters letters={troubled.letters} count={troubled.count} messages={messages} locale={locale} />
        </Section>
      ) : null}
      {open.length > 0 ? (
        <Section id="invitations" title={word('invitations')}>
          <Invitations invitations={open} now={Date.now()} messages={messages} locale={locale} />
        </Section>
      ) : null}
      <Section id="people" title={word('people')} about={word('people-about')}>
        <search>
          <form className={styles['search']} action={`${here}#people`}>
            <label>
              {word('search')}
              <input type="search" name="search" defaultValue={search} autoComplete="off" key={search} />
            </label>
            <button type="submit" className={buttonClass()}>
              {word('search-send')}
            </button>
            {search ? <Link href={`${here}#people`}>{word('search-all')}</Link> : null}
          </form>
        </search>
        <People people={people} more={more} search={search} own={user.id} messages={messages} locale={locale} />
      </Section>
    </AdminFrame>
  )
}
