'use client'

import { useState } from 'react'
import { flush } from '#components/device/outbox.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './account.module.css'
import { arrive } from './arrive.ts'
import { CodeStep } from './code-step.tsx'
import { Form } from './form.tsx'
import { useSend } from './use-send.ts'

/** A link of a letter does nothing until somebody presses: mail programs open links to look at them. */
export function FollowLink({
  path,
  token,
  lead,
  send,
  done,
  next,
  home,
  messages,
}: {
  path: string
  token: string
  lead: string
  send: string
  /** a sentence where the page stays; null where the press signs in and goes on */
  done: string | null
  next: string | null
  home: string
  messages: Messages
}) {
  const [step, setStep] = useState<'press' | 'code' | 'done'>('press')
  const { busy, faultOf, post } = useSend('link', messages)
  if (step === 'code') return <CodeStep messages={messages} onDone={() => arrive(next, home)} onBack={() => setStep('press')} />
  if (step === 'done' && done)
    return (
      <p className={styles['lead']} role="status">
        {done}
      </p>
    )
  return (
    <>
      <p className={styles['lead']}>{lead}</p>
      <Form
        send={send}
        wait={say(messages, done ? 'saving' : 'signing-in')}
        busy={busy || step === 'done'}
        fault={faultOf(null)}
        onSend={async () => {
          await flush().catch(() => undefined)
          const reply = await post<{ twoFactorRedirect?: boolean }>(path, { token })
          if (!reply) return
          if (reply.value?.twoFactorRedirect) return setStep('code')
          setStep('done')
          if (!done) await arrive(next, home)
        }}
      />
    </>
  )
}
