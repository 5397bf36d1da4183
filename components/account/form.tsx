'use client'

import { type ReactNode, useSyncExternalStore } from 'react'
import { Button } from '#components/ui/button.tsx'
import styles from './account.module.css'
import { fieldsOf } from './use-send.ts'

const nothing = () => () => undefined

/**
 * A form with one button. It says what is wrong with the whole just above it. Until the page is awake the button waits: a form that the
 * browser sent by itself would put a password where it does not belong.
 */
export function Form({
  label,
  send,
  wait,
  busy,
  fault,
  onSend,
  look = 'primary',
  children,
  more,
}: {
  /** name of the form for those who do not see it */
  label?: string
  send: string
  wait: string
  busy: boolean
  fault?: string | undefined
  onSend(fields: Record<string, string>, form: HTMLFormElement): void
  look?: 'primary' | 'plain'
  children?: ReactNode
  /** beside the button */
  more?: ReactNode
}) {
  const awake = useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  )
  return (
    <form
      method="post"
      className={styles['form']}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSend(fieldsOf(event.currentTarget), event.currentTarget)
      }}
    >
      {children}
      <p className={styles['fault']} role="alert">
        {fault}
      </p>
      <div className={styles['actions']}>
        <Button type="submit" look={look} disabled={!awake} aria-disabled={busy || undefined}>
          {busy ? wait : send}
        </Button>
        {more}
      </div>
    </form>
  )
}
