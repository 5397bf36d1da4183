'use client'
import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './holder-tools.module.css'

/** Copies words; where the browser refuses that, shows them. With `share`, the device's own way to pass an address on as well, if it has one. */
export function CopyText({
  text,
  label,
  share,
  messages,
}: {
  text: string
  label: string
  /** what to call the address `text` */
  share?: string
  messages: Messages
}) {
  const [canShare, setCanShare] = useState(false)
  const [said, setSaid] = useState('')
  useEffect(() => setCanShare(share !== undefined && typeof navigator.share === 'function'), [share])

  const copy = async () => {
    setSaid('')
    try {
      await navigator.clipboard.writeText(text)
      setSaid(say(messages, 'copied'))
    } catch {
      setSaid(say(messages, 'copyFailed', { text }))
    }
  }
  return (
    <>
      <Button onClick={copy}>{label}</Button>
      {canShare ? (
        // closing the sheet without choosing rejects too; there is nothing to say then
        <Button onClick={() => navigator.share({ title: share ?? '', url: text }).catch(() => undefined)}>{say(messages, 'share')}</Button>
      ) : null}
      <p className={styles['said']} role="status">
        {said}
      </p>
    </>
  )
}
