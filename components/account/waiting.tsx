'use client'

import type { Called } from '#components/device/call.ts'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './account.module.css'
import { faultOf } from './fault.ts'

/** In place of a list that is not there: it comes, or it could not be had and may be asked for again. Nothing once it is there. */
export function Waiting({ reply, load, messages }: { reply: Called<unknown> | null; load(): void; messages: Messages }) {
  if (reply?.ok) return null
  if (reply === null) return <p className={styles['about']}>{say(messages, 'loading')}</p>
  return (
    <div className={styles['spaced']}>
      <p className={styles['fault']} role="alert">
        {faultOf(reply, [], messages).sentence}
      </p>
      <Button look="quiet" onClick={load}>
        {say(messages, 'again')}
      </Button>
    </div>
  )
}
