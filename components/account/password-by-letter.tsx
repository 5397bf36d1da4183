'use client'

import { useState } from 'react'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './account.module.css'
import { Form } from './form.tsx'
import { useSend } from './use-send.ts'

/** For who came by a link or a passkey and has no password: a letter, in which they choose one. */
export function PasswordByLetter({ email, messages }: { email: string; messages: Messages }) {
  const [sent, setSent] = useState(false)
  const { busy, faultOf, post } = useSend('password-letter', messages)
  return (
    <>
      <Form
        send={say(messages, 'password-letter')}
        wait={say(messages, 'sending')}
        look="plain"
        busy={busy}
        fault={faultOf(null)}
        onSend={async () => setSent((await post('/api/auth/request-password-reset', { email })) !== null)}
      />
      <p className={styles['news']} role="status">
        {sent ? say(messages, 'password-letter-sent') : ''}
      </p>
    </>
  )
}
