'use client'

import { useState } from 'react'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './account.module.css'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { useSend } from './use-send.ts'

/** Asks for a letter with a link. The reply is the same whether or not there is such an account. */
export function Forgot({ messages }: { messages: Messages }) {
  const [sent, setSent] = useState(false)
  const { busy, faultOf, post } = useSend('forgot', messages)
  return (
    <>
      <Form
        send={say(messages, 'forgot-send')}
        wait={say(messages, 'sending')}
        busy={busy}
        fault={faultOf(null)}
        onSend={async ({ email = '' }) => {
          setSent(false)
          if (await post('/api/auth/request-password-reset', { email }, { email })) setSent(true)
        }}
      >
        <Field form="forgot" name="email" type="email" label={say(messages, 'email')} complete="username" fault={faultOf('email')} />
      </Form>
      <p className={styles['news']} role="status">
        {sent ? say(messages, 'forgot-sent') : ''}
      </p>
    </>
  )
}
