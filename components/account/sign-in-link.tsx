'use client'

import { useEffect, useState } from 'react'
import { type Called, call } from '#components/device/call.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './account.module.css'
import { FollowLink } from './follow-link.tsx'
import { Waiting } from './waiting.tsx'

type Link = { email: string; joins: boolean }

/** A link by mail says whose account it opens, and what joins that account, before anybody presses. */
export function SignInLink({ token, next, home, messages }: { token: string; next: string | null; home: string; messages: Messages }) {
  const [reply, setReply] = useState<Called<Link> | null>(null)
  const load = () => void call<Link>('POST', '/api/account/link/look', { token }).then(setReply)
  useEffect(load, [token])
  if (!reply?.ok) return <Waiting reply={reply} load={load} messages={messages} />
  const { joins } = reply.value
  // a word joiner: no line ends between the dots and the sign
  const email = reply.value.email.replace('@', '\u2060@')
  return (
    <>
      {joins && <p className={styles['notice']}>{say(messages, 'link-joins', { email })}</p>}
      <FollowLink
        path="/api/auth/magic-link/verify"
        token={token}
        lead={say(messages, 'link-lead', { email })}
        send={say(messages, 'sign-in')}
        done={null}
        next={next}
        home={home}
        messages={messages}
      />
    </>
  )
}
