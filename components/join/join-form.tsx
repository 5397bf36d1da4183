'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useRef, useState } from 'react'
import privacy from '#components/activity/private/private.module.css'
import { call } from '#components/device/call.ts'
import { flush } from '#components/device/outbox.ts'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './join.module.css'

type Fault = { code: string; message: string }

/** Name, perhaps an address, and in. What this device has done goes to the site first, so that it counts from the first moment. */
export function JoinForm({
  code,
  invite,
  cohort,
  name: knownName,
  email: knownEmail,
  messages,
  device,
}: {
  code: string
  invite: string | null
  cohort: string
  name: string
  email: string
  messages: Messages
  /** the sentence for no connection */
  device: { offline: string }
}) {
  const router = useRouter()
  const id = useId()
  const [name, setName] = useState(knownName)
  const [email, setEmail] = useState(knownEmail)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const nameField = useRef<HTMLInputElement>(null)
  const emailField = useRef<HTMLInputElement>(null)
  const t = (key: string, values = {}) => say(messages, key, values)

  async function join(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setFault(null)
    await flush()
    const joined = await call('POST', '/api/join', {
      code,
      name,
      ...(email.trim() === '' ? {} : { email }),
      ...(invite === null ? {} : { invite }),
    })
    if (joined.ok) {
      // puts the hint right by which the first page knows that something may be due
      await call('GET', '/api/me/assignments')
      // the form goes away: whoever reads along is taken to the top of what comes in its place
      document.getElementById('content')?.focus({ preventScroll: true })
      scrollTo(0, 0)
      return router.refresh()
    }
    setBusy(false)
    setFault({ code: joined.code, message: joined.message ?? device.offline })
    if (joined.code.startsWith('name_')) nameField.current?.focus()
    else if (joined.code === 'address_wrong') emailField.current?.focus()
  }

  const about = (field: 'name' | 'email', mine: boolean) => ({
    'aria-describedby': `${id}-${field}-hint${mine ? ` ${id}-fault` : ''}`,
    'aria-invalid': mine || undefined,
  })
  return (
    <form className={styles['form']} onSubmit={join} noValidate>
      <div className={privacy['field']}>
        <label htmlFor={`${id}-name`}>{t('nameLabel')}</label>
        <small id={`${id}-name-hint`}>{t('nameHint')}</small>
        <input
          id={`${id}-name`}
          ref={nameField}
          className={privacy['input']}
          dir="auto"
          autoComplete="name"
          spellCheck={false}
          value={name}
          onChange={(event) => setName(event.target.value)}
          {...about('name', fault?.code.startsWith('name_') ?? false)}
        />
      </div>
      <div className={privacy['field']}>
        <label htmlFor={`${id}-email`}>{t('emailLabel')}</label>
        <small id={`${id}-email-hint`}>{t('emailHint')}</small>
        <input
          id={`${id}-email`}
          ref={emailField}
          className={privacy['input']}
          type="email"
          inputMode="email"
          autoComplete="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          {...about('email', fault?.code === 'address_wrong')}
        />
      </div>
      <p id={`${id}-fault`} className={styles['fault']} role="status">
        {fault?.message ?? ''}
      </p>
      <div className={styles['actions']}>
        <Button type="submit" look="primary" aria-disabled={busy || undefined}>
          {busy ? t('going') : t('go', { cohort })}
        </Button>
      </div>
    </form>
  )
}
