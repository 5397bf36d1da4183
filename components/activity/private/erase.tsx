'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import styles from './private.module.css'

/** Erasing cannot be undone, so it is asked once more, in place. The focus follows the question and comes back. */
export function Erase({
  label,
  question,
  yes,
  no,
  onErase,
}: {
  label: string
  question: string
  yes: string
  no: string
  onErase(): void
}) {
  const [asking, setAsking] = useState(false)
  const keep = useRef<HTMLButtonElement>(null)
  const open = useRef<HTMLButtonElement>(null)
  const wasAsking = useRef(false)

  useEffect(() => {
    if (asking) keep.current?.focus()
    else if (wasAsking.current) open.current?.focus()
    wasAsking.current = asking
  }, [asking])

  if (!asking) {
    return (
      <Button look="quiet" ref={open} onClick={() => setAsking(true)}>
        {label}
      </Button>
    )
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this groups a question with its two buttons
    <span className={styles['question']} role="group" aria-label={question}>
      <span>{question}</span>
      <Button
        onClick={() => {
          setAsking(false)
          onErase()
        }}
      >
        {yes}
      </Button>
      <Button look="quiet" ref={keep} onClick={() => setAsking(false)}>
        {no}
      </Button>
    </span>
  )
}
