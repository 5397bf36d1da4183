'use client'

import { useId, useState, useSyncExternalStore } from 'react'
import type { Leaving } from '#components/device/aside.ts'
import { signOutHere } from '#components/device/sign-out.ts'
import { thisDevice } from '#components/device/this-device.ts'
import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './account.module.css'
import { remember } from './remembered.ts'
import { useSend } from './use-send.ts'

const subscribe = (listener: () => void) => thisDevice().subscribe(listener)

/** Leaves the account on this device. What is on the site stays there; about what is only here, one is asked. */
export function SignOut({ home, messages, locale }: { home: string; messages: Messages; locale: string }) {
  const [privates, setPrivates] = useState<Leaving['privates']>('erase')
  const [stuck, setStuck] = useState(0)
  const [gone, setGone] = useState(false)
  const { busy, faultOf, run } = useSend('sign-out', messages)
  const written = useSyncExternalStore(
    subscribe,
    () => (thisDevice().privates()?.size ?? 0) > 0,
    () => false,
  )
  const name = useId()
  const word = (key: string) => say(messages, key)

  async function leave(unsent: Leaving['unsent'] | null) {
    const done = await run({}, () => signOutHere({ privates, unsent }))
    if (!done) return
    if ('unsent' in done.value) return setStuck(done.value.unsent)
    setGone(true)
    remember(null)
    location.assign(home)
  }

  return (
    <div className={styles['form']}>
      {written ? (
        <fieldset className={`${option['group']} ${styles['choices']}`}>
          <legend>{word('sign-out-private')}</legend>
          {(['erase', 'aside'] as const).map((choice) => (
            <label className={option['option']} key={choice}>
              <input type="radio" name={name} checked={privates === choice} onChange={() => setPrivates(choice)} />
              <span>{word(`sign-out-private-${choice}`)}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <p className={styles['fault']} role="alert">
        {faultOf(null) ?? (stuck > 0 ? say(messages, 'sign-out-unsent', { count: stuck }, locale) : '')}
      </p>
      <div className={styles['actions']}>
        {stuck > 0 ? (
          <>
            <Button look="primary" aria-disabled={busy || gone || undefined} onClick={() => leave('aside')}>
              {word('sign-out-unsent-keep')}
            </Button>
            <Button look="quiet" aria-disabled={busy || gone || undefined} onClick={() => leave('erase')}>
              {word('sign-out-unsent-erase')}
            </Button>
          </>
        ) : (
          <Button look="primary" aria-disabled={busy || gone || undefined} onClick={() => leave(null)}>
            {busy || gone ? word('signing-out') : word('sign-out')}
          </Button>
        )}
      </div>
    </div>
  )
}
