'use client'
import { useEffect, useRef, useState } from 'react'
import type { Called } from '#components/device/call.ts'
import { Button } from '#components/ui/button.tsx'
import styles from './me.module.css'

/** A change of what others see: said in full before it happens, and what went wrong, if something did. The focus goes along. */
export function AskFirst({
  label,
  question,
  yes,
  no,
  failed,
  onYes,
}: {
  label: string
  question: string
  yes: string
  no: string
  failed: string
  onYes(): Promise<Called<unknown>>
}) {
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const open = useRef<HTMLButtonElement>(null)
  const stay = useRef<HTMLButtonElement>(null)
  const wasAsking = useRef(false)

  useEffect(() => {
    if (asking) stay.current?.focus()
    else if (wasAsking.current) open.current?.focus()
    wasAsking.current = asking
  }, [asking])

  async function go() {
    if (busy) return
    setBusy(true)
    setFault('')
    const done = await onYes()
    setBusy(false)
    if (!done.ok) setFault(failed)
  }

  if (!asking)
    return (
      <Button look="quiet" ref={open} onClick={() => setAsking(true)}>
        {label}
      </Button>
    )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this groups a question with its two buttons
    <div className={styles['ask']} role="group" aria-label={label}>
      <p>{question}</p>
      <p className={styles['fault']} role="alert">
        {fault}
      </p>
      <div className={styles['actions']}>
        <Button aria-disabled={busy || undefined} onClick={go}>
          {yes}
        </Button>
        <Button look="quiet" ref={stay} onClick={() => setAsking(false)}>
          {no}
        </Button>
      </div>
    </div>
  )
}
