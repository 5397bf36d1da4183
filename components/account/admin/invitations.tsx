import account from '#components/account/account.module.css'
import type { Role } from '#lib/account/role.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { sayDay } from './say-time.ts'
import { Withdraw } from './withdraw.tsx'

/** Times in milliseconds. */
type Invitation = { id: string; email: string; role: Role; expiresAt: number }

/** Invitations that nobody has used. One whose time is over stays in the list until it is taken away or made again. */
export function Invitations({
  invitations,
  now,
  messages,
  locale,
}: {
  invitations: readonly Invitation[]
  now: number
  messages: Messages
  locale: string
}) {
  return (
    <ul className={account['rows']}>
      {invitations.map(({ id, email, role, expiresAt }) => (
        <li key={id}>
          <span>
            <b>
              <bdi>{email}</bdi>
            </b>
            <small>
              {say(messages, expiresAt > now ? 'invitation-open' : 'invitation-over', {
                role: say(messages, `role-${role}`),
                date: sayDay(expiresAt, locale),
              })}
            </small>
          </span>
          <span>
            <Withdraw id={id} email={email} messages={messages} />
          </span>
        </li>
      ))}
    </ul>
  )
}
