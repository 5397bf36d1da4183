'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import account from '#components/account/account.module.css'
import { useSend } from '#components/account/use-send.ts'
import { Erase } from '#components/activity/private/erase.tsx'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './admin.module.css'
import { CopyLink } from './copy-link.tsx'
import { sayTime } from './say-time.ts'

const roles = ['learner', 'facilitator', 'administrator'] as const
const done = { role: 'role-saved', 'sign-out': 'signed-out', 'second-factor-off': 'factor-is-off' } as const

/** What an administrator can do for one account: another role, a link for a new password, signing it out, no second factor. */
export function PersonTools({
  person: { id, name, role, twoFactor },
  own,
  messages,
  locale,
}: {
  person: { id: string; name: string; role: string; twoFactor: boolean }
  /** whether this is the account of who looks */
  own: boolean
  messages: Messages
  locale: string
}) {
  const router = useRouter()
  const field = useId()
  const [wanted, setWanted] = useState(role)
  const [link, setLink] = useState<{ address: string; until: number } | null>(null)
  const [news, setNews] = useState('')
  const { busy, faultOf, post } = useSend(`person-${id}`, messages)
  const word = (key: string) => say(messages, key, { name })
  const path = `/api/account/people/${id}`

  async function act(kind: keyof typeof done) {
    setNews('')
    if (!(await post(`${path}/${kind}`, kind === 'role' ? { role: wanted } : {}))) return
    // who gave up their own rights has nothing more to see here; who signed themselves out, neither
    if (own) return location.reload()
    setNews(say(messages, done[kind], { name, role: word(`role-${wanted}`) }))
    router.refresh()
  }

  return (
    <div className={styles['tools']}>
      <div className={styles['role']}>
        <label htmlFor={field}>{word('role')}</label>
        <select id={field} value={wanted} onChange={(event) => setWanted(event.target.value)}>
          {roles.map((one) => (
            <option key={one} value={one}>
              {word(`role-${one}`)}
            </option>
          ))}
        </select>
        {own && wanted !== role ? (
          <Erase
            label={word('role-save')}
            question={word('role-own-question')}
            yes={word('role-own-yes')}
            no={word('keep')}
            onErase={() => act('role')}
          />
        ) : (
          <Button aria-disabled={busy || wanted === role || undefined} onClick={() => (wanted === role ? undefined : act('role'))}>
            {word('role-save')}
          </Button>
        )}
      </div>
      <div className={account['actions']}>
        <Button
          look="quiet"
          aria-disabled={busy || undefined}
          onClick={async () => {
            setNews('')
            const reply = await post<{ address: string; until: number }>(`${path}/reset-link`)
            if (reply) setLink(reply.value)
          }}
        >
          {word('reset-link')}
        </Button>
        <Erase
          label={word('sign-out-person')}
          question={word('sign-out-question')}
          yes={word('sign-out-yes')}
          no={word('cancel')}
          onErase={() => act('sign-out')}
        />
        {twoFactor && !own ? (
          <Erase
            label={word('factor-off')}
            question={word('factor-off-question')}
            yes={word('factor-off-yes')}
            no={word('cancel')}
            onErase={() => act('second-factor-off')}
          />
        ) : null}
      </div>
      {link ? (
        <CopyLink
          address={link.address}
          label={word('reset-link-for')}
          note={say(messages, 'reset-link-note', { until: sayTime(link.until, locale) })}
          messages={messages}
        />
      ) : null}
      <p className={account['fault']} role="alert">
        {faultOf(null)}
      </p>
      <p className={account['news']} role="status">
        {news}
      </p>
    </div>
  )
}
