'use client'

import { useState } from 'react'
import { flush } from '#components/device/outbox.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { arrive } from './arrive.ts'
import { DeviceNotice } from './device-notice.tsx'
import { shortestPassword } from './fault.ts'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { useSend } from './use-send.ts'

/**
 * Makes an account: for anybody, or, with a token, the one of the first administrator or of somebody who was invited.
 * @param token of the link; null for everybody's form
 */
export function SignUp({
  path,
  token = null,
  email,
  send,
  next,
  home,
  messages,
  locale,
}: {
  path: string
  token?: string | null
  /** where the invitation names it, it is not asked for */
  email?: string
  send: string
  next: string | null
  home: string
  messages: Messages
  locale: string
}) {
  const [done, setDone] = useState(false)
  const { busy, faultOf, post } = useSend('sign-up', messages)
  const word = (key: string) => say(messages, key)
  return (
    <>
      <DeviceNotice kind="sign-up" messages={messages} locale={locale} />
      <Form
        send={send}
        wait={word('making-account')}
        busy={busy || done}
        fault={faultOf(null)}
        onSend={async (fields) => {
          await flush().catch(() => undefined)
          const { name, newPassword: password } = fields
          const body = { name, password, ...(email ? {} : { email: fields['email'] }), ...(token === null ? {} : { token }) }
          if (!(await post(path, body, fields))) return
          setDone(true)
          await arrive(next, home)
        }}
      >
        <Field form="sign-up" name="name" label={word('name')} help={word('name-help')} complete="name" fault={faultOf('name')} />
        {email ? (
          <input type="text" name="account" autoComplete="username" value={email} readOnly hidden />
        ) : (
          <Field
            form="sign-up"
            name="email"
            type="email"
            label={word('email')}
            help={word('email-help')}
            complete="username"
            fault={faultOf('email')}
          />
        )}
        <Field
          form="sign-up"
          name="newPassword"
          type="password"
          label={word('password')}
          help={say(messages, 'password-rules', { least: shortestPassword })}
          complete="new-password"
          fault={faultOf('newPassword')}
          show={word('password-show')}
        />
      </Form>
    </>
  )
}
