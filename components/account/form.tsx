'use client'

import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import styles from './account.module.css'
import { fieldsOf } from './use-send.ts'

/** A form with one button. It says what is wrong with the whole just above it. */
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
  return (
    <form
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
        <Button type="submit" look={look} aria-disabled={busy || undefined}>
          {busy ? wait : send}
        </Button>
        {more}
      </div>
    </form>
  )
}
