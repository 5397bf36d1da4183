'use client'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './facilitate.module.css'

/** Copies a text. Where the browser does not let us, shows it marked, to be copied by hand. */
export function CopyText({
  text,
  label,
  name,
  look = 'plain',
  messages,
}: {
  text: string
  label: string
  /** of the button for those who do not see what it stands beside */
  name?: string
  look?: 'plain' | 'primary' | 'press'
  /** with `copied` and `copy-failed` */
  messages: Messages
}) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (state === 'failed') field.current?.select()
    if (state !== 'copied') return
    const timer = setTimeout(() => setState('idle'), 2500)
    return () => clearTimeout(timer)
  }, [state])

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      setState('failed')
    }
  }
  const words = state === 'copied' ? say(messages, 'copied') : label
  return (
    <>
      {look === 'press' ? (
        <button type="button" className={styles['press']} aria-label={state === 'copied' ? undefined : name} onClick={copy}>
          {words}
        </button>
      ) : (
        <Button look={look} aria-label={state === 'copied' ? undefined : name} onClick={copy}>
          {words}
        </Button>
      )}
      <span className="visually-hidden" role="status">
        {state === 'copied' ? say(messages, 'copied') : state === 'failed' ? say(messages, 'copy-failed') : ''}
      </span>
      {state === 'failed' ? (
        <span className={styles['ask']}>
          <span aria-hidden="true">{say(messages, 'copy-failed')}</span>
          <textarea ref={field} className={styles['input']} readOnly value={text} aria-label={label} />
        </span>
      ) : null}
    </>
  )
}
