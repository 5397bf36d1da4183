'use client'

import Link from 'next/link'
import { useState } from 'react'
import { buttonClass } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './account.module.css'
import { shortestPassword } from './fault.ts'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { useSend } from './use-send.ts'

/** Sets a new password with the token of a link. All devices are signed out by that. */
export function NewPassword({ token, paths, messages }: { token: string; paths: { signIn: string; forgot: string }; messages: Messages }) {
  const [done, setDone] = useState(false)
  const { busy, fault, faultOf, post } = useSend('new', messages)
  if (done)
    return (
      <div role="status">
        <p className={styles['lead']}>{say(messages, 'reset-done')}</p>
        <p className={styles['more']}>
          <Link className={buttonClass('primary')} href={paths.signIn} prefetch={false}>
            {say(messages, 'sign-in')}
          </Link>
        </p>
      </div>
    )
  return (
    <>
      <p className={styles['lead']}>{say(messages, 'reset-lead')}</p>
      <Form
        send={say(messages, 'reset-send')}
        wait={say(messages, 'saving')}
        busy={busy}
        fault={faultOf(null)}
        onSend={async ({ newPassword = '' }) => {
          if (await post('/api/auth/reset-password', { token, newPassword }, { newPassword })) setDone(true)
        }}
      >
        <Field
          form="new"
          name="newPassword"
          type="password"
          label={say(messages, 'new-password')}
          help={say(messages, 'password-rules', { least: shortestPassword })}
          complete="new-password"
          fault={faultOf('newPassword')}
          show={say(messages, 'password-show')}
        />
      </Form>
      {fault?.code === 'link_over' ? (
        <p className={styles['more']}>
          <Link href={paths.forgot} prefetch={false}>
            {say(messages, 'reset-again')}
          </Link>
        </p>
      ) : null}
    </>
  )
}
