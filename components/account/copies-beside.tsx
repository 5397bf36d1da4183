'use client'

import Link from 'next/link'
import { useSyncExternalStore } from 'react'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './account.module.css'
import { KeepCopies } from './keep-copies.tsx'
import { rememberedText, subscribeRemembered } from './remembered.ts'

const onServer = () => null

/** The same choice where one writes. Who has no account is told that there is one to be had. */
export function CopiesBeside({
  titles,
  signUp,
  messages,
  locale,
}: {
  titles: Readonly<Record<string, string>>
  signUp: string
  messages: Messages
  locale: string
}) {
  const known = useSyncExternalStore(subscribeRemembered, rememberedText, onServer)
  if (known === null) return null
  const who = known !== '' && !known.includes('"out":true')
  return (
    <section className={styles['section']} aria-labelledby="copies">
      <h2 id="copies">{say(messages, 'copies')}</h2>
      <p className={styles['about']}>{say(messages, who ? 'copies-about' : 'copies-guest')}</p>
      {who ? (
        <KeepCopies titles={titles} messages={messages} locale={locale} />
      ) : (
        <p className={styles['spaced']}>
          <Link href={signUp} prefetch={false}>
            {say(messages, 'copies-sign-up')}
          </Link>
        </p>
      )}
    </section>
  )
}
