'use client'
import { type FormEvent, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import { remember } from '#components/account/remembered.ts'
import privacy from '#components/activity/private/private.module.css'
import { forgetHeard } from '#components/assignments/heard.ts'
import { thisDevice } from '#components/device/this-device.ts'
import { Button, buttonClass } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import { type Messages, say } from '#lib/message/format.ts'
import { eraseHere } from './erase-here.ts'
import styles from './me.module.css'

const subscribe = (listener: () => void) => thisDevice().subscribe(listener)

/** Erasing oneself: what goes and what stays is read before; nothing happens without the password, or the word where there is none. */
export function EraseEverything({ by, home, messages }: { by: 'password' | 'word'; home: string; messages: Messages }) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const [state, setState] = useState<'asking' | 'busy' | 'erased'>('asking')
  const [given, setGiven] = useState('')
  const [words, setWords] = useState(true)
  const [fault, setFault] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const done = useRef<HTMLDivElement>(null)
  const wasOpen = useRef(false)
  const written = useSyncExternalStore(
    subscribe,
    () => (thisDevice().privates()?.size ?? 0) > 0,
    () => false,
  )
  const t = (key: string, values = {}) => say(messages, key, values)

  useEffect(() => {
    if (state === 'erased') return done.current?.focus()
    if (open) field.current?.focus()
    else if (wasOpen.current) opener.current?.focus()
    wasOpen.current = open
  }, [open, state])

  async function erase(event: FormEvent) {
    event.preventDefault()
    if (state === 'busy') return
    setState('busy')
    setFault('')
    const reply = await eraseHere(by === 'password' ? { password: given } : { word: given }, words ? 'erase' : 'stay').catch(
      () => ({ ok: false, code: 'unavailable' }) as const,
    )
    if (reply.ok) {
      remember(null)
      forgetHeard()
      return setState('erased')
    }
    setState('asking')
    setFault(('message' in reply && reply.message) || t('eraseOffline'))
    field.current?.focus()
  }

  if (state === 'erased')
    return (
      <div ref={done} className={styles['ask']} tabIndex={-1}>
        <h3>{t('erasedTitle')}</h3>
        <p>{t('erasedText')}</p>
        {written ? <p>{t('erasedKept')}</p> : null}
        <h3>{t('eraseStays')}</h3>
        <ul>
          <li>{t('eraseStays1')}</li>
          <li>{t('eraseStays2')}</li>
        </ul>
        <p>
          {/* a whole new page: nothing of the one before is kept in memory */}
          <a className={buttonClass('primary')} href={home}>
            {t('erasedHome')}
          </a>
        </p>
      </div>
    )
  if (!open)
    return (
      <Button ref={opener} onClick={() => setOpen(true)}>
        {t('eraseOpen')}
      </Button>
    )
  return (
    <form className={styles['ask']} onSubmit={erase} noValidate>
      {written ? (
        <label className={option['option']}>
          <input type="checkbox" checked={words} onChange={(event) => setWords(event.target.checked)} />
          <span>{t('erasePrivate')}</span>
        </label>
      ) : null}
      <div className={privacy['field']}>
        <label htmlFor={id}>{by === 'password' ? t('erasePasswordLabel') : t('eraseWordLabel', { word: t('eraseWord') })}</label>
        <input
          id={id}
          ref={field}
          className={privacy['input']}
          type={by === 'password' ? 'password' : 'text'}
          autoComplete={by === 'password' ? 'current-password' : 'off'}
          autoCapitalize="none"
          spellCheck={false}
          value={given}
          onChange={(event) => setGiven(event.target.value)}
          aria-invalid={fault !== '' || undefined}
          aria-describedby={fault === '' ? undefined : `${id}-fault`}
        />
      </div>
      <p className={styles['fault']} id={`${id}-fault`} role="alert">
        {fault}
      </p>
      <div className={styles['actions']}>
        <Button type="submit" look="primary" aria-disabled={state === 'busy' || undefined}>
          {t(state === 'busy' ? 'eraseBusy' : 'eraseYes')}
        </Button>
        <Button look="quiet" onClick={() => setOpen(false)}>
          {t('eraseNo')}
        </Button>
      </div>
    </form>
  )
}
