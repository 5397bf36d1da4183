'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { Erase } from '#components/activity/private/erase.tsx'
import { thisDevice } from '#components/device/this-device.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './account.module.css'
import { remember, rememberedText, rememberOut } from './remembered.ts'

const subscribe = (listener: () => void) => thisDevice().subscribe(listener)

/**
 * What this device holds, before somebody signs in on it: a guest's work goes along; an account's stays that account's, and can be taken
 * off the device.
 * @param kind which sentence a guest reads
 */
export function DeviceNotice({ kind, messages, locale }: { kind: 'sign-in' | 'sign-up'; messages: Messages; locale: string }) {
  const count = useSyncExternalStore(
    subscribe,
    () => thisDevice().status().count,
    () => 0,
  )
  const [owner, setOwner] = useState<'unknown' | 'guest' | 'account'>('unknown')
  const [gone, setGone] = useState(false)
  useEffect(() => {
    rememberOut()
    void thisDevice()
      .meta()
      .then(({ account }) => setOwner(account ? 'account' : 'guest'))
  }, [])
  if (gone)
    return (
      <p className={styles['news']} role="status">
        {say(messages, 'device-cleared')}
      </p>
    )
  if (owner === 'unknown' || (owner === 'guest' && count === 0)) return null
  if (owner === 'guest') return <p className={styles['notice']}>{say(messages, `guest-kept-${kind}`)}</p>
  const name = nameOf(rememberedText())
  const unsent = thisDevice().status().unsent
  return (
    <div className={styles['notice']}>
      <p>{name ? say(messages, 'device-holds', { name }) : say(messages, 'device-holds-somebody')}</p>
      {unsent > 0 ? <p>{say(messages, 'device-unsent', { count: unsent }, locale)}</p> : null}
      <Erase
        label={say(messages, 'device-clear')}
        question={say(messages, unsent > 0 ? 'device-clear-unsent' : 'device-clear-question')}
        yes={say(messages, 'device-clear-yes')}
        no={say(messages, 'device-clear-no')}
        onErase={async () => {
          const { leave } = await import('#components/device/aside.ts')
          await leave(thisDevice(), { privates: 'erase', unsent: 'erase' })
          remember(null)
          setGone(true)
        }}
      />
    </div>
  )
}

function nameOf(text: string): string {
  try {
    const { name } = Object(JSON.parse(text || 'null'))
    return typeof name === 'string' ? name : ''
  } catch {
    return ''
  }
}
