'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { type Called, call } from '#components/device/call.ts'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './account.module.css'
import { arrive } from './arrive.ts'
import { SignUp } from './sign-up.tsx'
import { useSend } from './use-send.ts'
import { Waiting } from './waiting.tsx'

type Invitation = { email: string; role: string; hasAccount: boolean }

/** Somebody was invited to facilitate, or to run the site. With an account they take the role; without one they make it here. */
export function Invited({
  token,
  user,
  paths,
  messages,
  locale,
}: {
  token: string
  user: { name: string; email: string } | null
  paths: { signIn: string; home: string; start: string }
  messages: Messages
  locale: string
}) {
  const [reply, setReply] = useState<Called<Invitation> | null>(null)
  const { busy, faultOf, post } = useSend('invited', messages)
  const [done, setDone] = useState(false)
  const load = () => void call<Invitation>('POST', '/api/account/invited/look', { token }).then(setReply)
  useEffect(load, [token])
  if (!reply?.ok) return <Waiting reply={reply} load={load} messages={messages} />
  const { email, role, hasAccount } = reply.value
  const lead = <p className={styles['lead']}>{say(messages, `invited-${role}`, { email })}</p>
  if (user)
    return (
      <>
        {lead}
        <p className={styles['notice']}>{say(messages, 'invited-as', { name: user.name, email: user.email })}</p>
        <p className={styles['fault']} role="alert">
          {faultOf(null)}
        </p>
        <p className={styles['spaced']}>
          <Button
            look="primary"
            aria-disabled={busy || done || undefined}
            onClick={async () => {
              if (!(await post('/api/account/invited', { token }))) return
              setDone(true)
              await arrive(paths.start, paths.home)
            }}
          >
            {say(messages, 'invited-take')}
          </Button>
        </p>
      </>
    )
  if (hasAccount)
    return (
      <>
        {lead}
        <p className={styles['about']}>{say(messages, 'invited-sign-in', { email })}</p>
        <p className={styles['spaced']}>
          <Link className={buttonClass('primary')} href={paths.signIn} prefetch={false}>
            {say(messages, 'sign-in')}
          </Link>
        </p>
      </>
    )
  return (
    <>
      {lead}
      <SignUp
        path="/api/account/invited"
        token={token}
        email={email}
        send={say(messages, 'invited-make')}
        next={paths.start}
        home={paths.home}
        messages={messages}
        locale={locale}
      />
    </>
  )
}
