'use client'

import { useState } from 'react'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './account.module.css'
import { shortestPassword } from './fault.ts'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { useSend } from './use-send.ts'

/** @param email for password managers, which keep a password under a name */
export function OwnPassword({ email, messages }: { email: string; messages: Messages }) {
  const [done, setDone] = useState(false)
  const { busy, faultOf, post } = useSend('own-password', messages)
  const word = (key: string) => say(messages, key)
  return (
    <>
      <Form
        label={word('password')}
        send={word('password-save')}
        wait={word('saving')}
        look="plain"
        busy={busy}
        fault={faultOf(null)}
        onSend={async ({ currentPassword = '', newPassword = '' }, form) => {
          setDone(false)
          const body = { currentPassword, newPassword }
          if (!(await post('/api/auth/change-password', body, body))) return
          form.reset()
          setDone(true)
        }}
      >
        <input type="text" name="account" autoComplete="username" value={email} readOnly hidden />
        <Field
          form="own-password"
          name="currentPassword"
          type="password"
          label={word('current-password')}
          complete="current-password"
          fault={faultOf('currentPassword')}
        />
        <Field
          form="own-password"
          name="newPassword"
          type="password"
          label={word('new-password')}
          help={say(messages, 'password-rules', { least: shortestPassword })}
          complete="new-password"
          fault={faultOf('newPassword')}
          show={word('password-show')}
        />
      </Form>
      <p className={styles['news']} role="status">
        {done ? word('password-saved') : ''}
      </p>
    </>
  )
}
