'use client'

import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './account.module.css'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { useSend } from './use-send.ts'

/** The second factor: six digits of an app, or one of the codes that were written down. */
export function CodeStep({ messages, onDone, onBack }: { messages: Messages; onDone(): Promise<void>; onBack(): void }) {
  const [kind, setKind] = useState<'totp' | 'backup'>('totp')
  const { busy, faultOf, run, post, clear } = useSend('code', messages)
  const [leaving, setLeaving] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is another one for each kind
  useEffect(() => document.getElementById('code-code')?.focus(), [kind])
  return (
    <>
      <p className={styles['lead']}>{say(messages, kind === 'totp' ? 'code-lead' : 'backup-lead')}</p>
      <Form
        send={say(messages, 'code-send')}
        wait={say(messages, 'signing-in')}
        busy={busy || leaving}
        fault={faultOf(null)}
        onSend={async ({ code = '' }) => {
          const digits = kind === 'totp' ? code.replace(/\s/g, '') : code
          const path = kind === 'totp' ? '/api/auth/two-factor/verify-totp' : '/api/auth/two-factor/verify-backup-code'
          if (!(await post(path, { code: digits }, { code: digits }))) return
          setLeaving(true)
          await run({}, async () => ({ ok: true, value: await onDone() }))
        }}
        more={
          <Button look="quiet" onClick={onBack}>
            {say(messages, 'code-back')}
          </Button>
        }
      >
        <Field
          key={kind}
          form="code"
          name="code"
          mode="code"
          label={say(messages, kind === 'totp' ? 'code' : 'backup-code')}
          complete={kind === 'totp' ? 'one-time-code' : 'off'}
          fault={faultOf('code')}
        />
      </Form>
      <div className={styles['or']}>
        <p>
          <Button
            look="quiet"
            onClick={() => {
              clear()
              setKind(kind === 'totp' ? 'backup' : 'totp')
            }}
          >
            {say(messages, kind === 'totp' ? 'use-backup' : 'use-app')}
          </Button>
        </p>
        <p className={styles['about']}>{say(messages, 'code-lost')}</p>
      </div>
    </>
  )
}
