'use client'
import { type FormEvent, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import { remember } from '#components/account/remembered.ts'
import privacy from '#components/activity/private/private.module.css'
import { forgetHeard } from '#components/assignments/heard.ts'
import { thisDevice } from '#components/device/this-device.ts'
import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import { type Messages, say } from '#lib/message/format.ts'
import { eraseHere } from './erase-here.ts'
import styles from './me.module.css'

const subscribe = (listener: () => void) => thisDevice().subscribe(listener)

/** Erasing oneself: what goes and what stays is read before; nothing happens without the password, or the word where there is none. */
export function EraseEverything({
  by,
  done,
  messages,
}: {
  by: 'password' | 'word'
  /** address of the page that says that it is done */
  done: string
  messages: Messages
}) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const [state, setState] = useState<'asking' | 'busy'>('asking')
  const [given, setGiven] = useState('')
  const [words, setWords] = useState(true)
  const [fault, setFault] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  const written = useSyncExternalStore(
    subscribe,
    () => (thisDevice().privates()?.size ?? 0) > 0,
    () => false,
  )
  const t = (key: string, values = {}) => say(messages, key, values)

  useEffect(() => {
    if (open) field.current?.focus()
    else if (wasOpen.current) opener.current?.focus()
    wasOpen.current = open
  }, [open])

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
      // a whole new page: nothing of the one before stays on the screen or in memory
      return location.assign(`${done}?erased=${words ? 'all' : 'record'}`)
    }
    setState('asking')
    setFault(('message' in reply && reply.message) || t('eraseOffline'))
    field.current?.focus()
  }

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
