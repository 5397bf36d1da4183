'use client'

import Link from 'next/link'
import { useState, useSyncExternalStore } from 'react'
import { flush } from '#components/device/outbox.ts'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './account.module.css'
import { arrive } from './arrive.ts'
import { CodeStep } from './code-step.tsx'
import { DeviceNotice } from './device-notice.tsx'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { passkeySupport, signInWithPasskey } from './passkey.ts'
import { useSend } from './use-send.ts'

/** With a password, a passkey, or a link by mail where the site sends mail; then the second factor, where there is one. */
export function SignIn({
  next,
  home,
  mail,
  paths,
  messages,
  locale,
}: {
  next: string | null
  home: string
  mail: boolean
  paths: { signUp: string; forgot: string }
  messages: Messages
  locale: string
}) {
  const [step, setStep] = useState<'password' | 'code' | 'sent' | 'in'>('password')
  const { busy, faultOf, run, post } = useSend('sign-in', messages)
  const passkeys = useSyncExternalStore(passkeySupport.subscribe, passkeySupport.here, passkeySupport.onServer)
  const word = (key: string) => say(messages, key)
  const enter = async () => {
    setStep((now) => (now === 'code' ? now : 'in'))
    await arrive(next, home)
  }
  /** What this device has not sent yet goes first, so that it is in the record that joins the account. */
  const first = async () => void (await flush().catch(() => undefined))

  if (step === 'code') return <CodeStep messages={messages} onDone={enter} onBack={() => setStep('password')} />
  const waiting = busy || step === 'in'
  return (
    <>
      <p className={styles['lead']}>{word('sign-in-lead')}</p>
      <DeviceNotice kind="sign-in" messages={messages} locale={locale} />
      <Form
        label={word('sign-in')}
        send={word('sign-in')}
        wait={word('signing-in')}
        busy={waiting}
        fault={faultOf(null)}
        onSend={async ({ email = '', password = '' }) => {
          await first()
          const reply = await post<{ twoFactorRedirect?: boolean }>('/api/auth/sign-in/email', { email, password }, { email, password })
          if (!reply) return
          if (reply.value?.twoFactorRedirect) setStep('code')
          else await enter()
        }}
      >
        <Field form="sign-in" name="email" type="email" label={word('email')} complete="username" fault={faultOf('email')} />
        <Field
          form="sign-in"
          name="password"
          type="password"
          label={word('password')}
          complete="current-password"
          fault={faultOf('password')}
          show={word('password-show')}
        />
      </Form>
      {passkeys || mail ? (
        <div className={styles['or']}>
          {passkeys ? (
            <Button
              aria-disabled={waiting || undefined}
              onClick={async () => {
                await first()
                if (await run({}, signInWithPasskey)) await enter()
              }}
            >
              {word('passkey-sign-in')}
            </Button>
          ) : null}
          {mail ? (
            <Button
              aria-disabled={waiting || undefined}
              onClick={async () => {
                const email = (document.getElementById('sign-in-email') as HTMLInputElement | null)?.value.trim() ?? ''
                const body = { email, ...(next ? { callbackURL: next } : {}) }
                if (await post('/api/auth/sign-in/magic-link', body, { email })) setStep('sent')
              }}
            >
              {word('link-send')}
            </Button>
          ) : null}
          <p className={styles['news']} role="status">
            {step === 'sent' ? word('link-sent') : ''}
          </p>
        </div>
      ) : null}
      <p className={styles['more']}>
        <Link href={paths.forgot} prefetch={false}>
          {word('forgot-link')}
        </Link>
        <Link href={paths.signUp} prefetch={false}>
          {word('sign-up-link')}
        </Link>
      </p>
    </>
  )
}
