'use client'

import { useId } from 'react'
import { CopyButton } from '#components/activity/parts/copy-button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './admin.module.css'

/** A link that is shown once, to be handed over. It stands in a field, so that it can be marked and copied by hand as well. */
export function CopyLink({ address, label, note, messages }: { address: string; label: string; note: string; messages: Messages }) {
  const id = useId()
  return (
    <div className={styles['link']} role="status">
      <label htmlFor={id}>{label}</label>
      <input id={id} readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
      <p>{note}</p>
      <CopyButton
        text={address}
        look="primary"
        label={say(messages, 'copy')}
        copied={say(messages, 'copied')}
        failed={say(messages, 'copy-failed')}
      />
    </div>
  )
}
