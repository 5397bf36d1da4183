/**
 * Letters of accounts: each was asked for a moment ago, holds a link that counts once, and is written in the words of
 * lib/message/en/account-letter.json. Who has a second factor gets no link that would sign them in without it. Nobody’s mailbox is
 * filled by strangers: beyond a number of letters none is written, and nobody is told.
 */
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import { greetingName } from '#lib/letter/compose-letter.ts'
import { writeLetter } from '#lib/letter/store.ts'
import { say } from '#lib/message/format.ts'
import { defaultLocale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { emailAddress, passwordAddress, safeNext, signInLinkAddress, staffInvitationAddress } from './addresses.ts'
import type { Actor } from './audit-store.ts'
import { hashOfToken } from './new-id.ts'
import type { Role } from './role.ts'
import { inviteStaff } from './staff-store.ts'
import { budgets } from './throttle.ts'
import { spend, throttleKey } from './throttle-store.ts'

type Place = { db: Kysely<Database>; baseUrl: string }
type Asked = {
  user: { name: string; email: string }
  token: string
  /** whether somebody with this address signed in before where the letter was asked for: strangers cannot use up what they get */
  fromKnown?: boolean
}
export type AccountLetter =
  | ({ kind: 'password' | 'verify-email' | 'change-email' } & Asked)
  | ({ kind: 'sign-in'; next: string | null } & Asked)
  | ({ kind: 'staff-invitation'; role: Role; by: string } & Asked)

export async function writeAccountLetter({ db, baseUrl }: Place, letter: AccountLetter): Promise<void> {
  const { user, token } = letter
  const account = await db
    .selectFrom('auth_user')
    .select(['name', 'emailVerified', 'twoFactorEnabled'])
    .where('email', '=', user.email.toLowerCase())
    .executeTakeFirst()
  if (letter.kind !== 'staff-invitation') {
    const mailbox = throttleKey('letters-in-mailbox', letter.fromKnown ? 'known' : 'unknown', user.email.toLowerCase())
    if (!(await spend(db, mailbox, budgets.lettersInMailbox, Date.now()))) return
  }
  const words = messagesFor(defaultLocale).accountLetter
  // A second factor at an address that nobody proved keeps nobody out: following the link takes it away.
  const needsCode = account?.emailVerified === 1 && account.twoFactorEnabled === 1
  const text = letter.kind === 'sign-in' && needsCode ? 'sign-in-needs-code' : letter.kind
  const values = {
    // anybody may type any name with somebody else’s address: nobody is to have the site send their words to a stranger
    name: greetingName(user.name || account?.name || '') ?? user.email,
    site: new URL(baseUrl).host,
    link: linkOf(baseUrl, letter),
    by: letter.kind === 'staff-invitation' ? letter.by : '',
    role: letter.kind === 'staff-invitation' ? (words[`role-${letter.role}`] ?? letter.role) : '',
    signIn: `${baseUrl}/sign-in`,
  }
  await writeLetter(db, {
    once: `${letter.kind}:${hashOfToken(token)}`,
    kind: letter.kind,
    toAddress: user.email,
    toName: values.name,
    subject: say(words, `${text}-subject`, values, defaultLocale),
    body: say(words, `${text}-body`, values, defaultLocale),
    now: Date.now(),
  })
}

function linkOf(baseUrl: string, letter: AccountLetter): string {
  const { token } = letter
  if (letter.kind === 'sign-in') return signInLinkAddress(baseUrl, token, safeNext(letter.next))
  if (letter.kind === 'password') return passwordAddress(baseUrl, token)
  if (letter.kind === 'staff-invitation') return staffInvitationAddress(baseUrl, token)
  return emailAddress(baseUrl, token)
}

/** Invites, and sends the link where there is a mail server. `address` is shown once: it is stored nowhere. */
export async function sendInvitation(
  db: Kysely<Database>,
  { baseUrl, smtpUrl }: { baseUrl: string; smtpUrl: string | null },
  { email, role, by, now }: { email: string; role: Role; by: Actor; now: number },
): Promise<{ id: string; address: string; until: number; sent: boolean }> {
  const { id, token, until } = await inviteStaff(db, { email, role, by, now })
  const sent = smtpUrl !== null
  if (sent)
    await writeAccountLetter(
      { db, baseUrl },
      { kind: 'staff-invitation', user: { name: '', email }, token, role, by: by.id === null ? new URL(baseUrl).host : by.name },
    )
  return { id, address: staffInvitationAddress(baseUrl, token), until, sent }
}
