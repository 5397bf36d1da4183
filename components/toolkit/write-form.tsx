'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import styles from './ledger.module.css'

/**
 * Where one entry is written: a heading, its fields, save and cancel. The focus comes to the first field, and to the first field that
 * has a fault.
 */
export function WriteForm({
  id,
  title,
  first = false,
  save,
  cancel,
  fault,
  onSave,
  onCancel,
  children,
}: {
  id: string
  title: string
  /** stands before the list, not in it: its heading is one of the page */
  first?: boolean
  save: string
  cancel: string
  /** changes with each attempt to save that failed */
  fault: object | null
  onSave(): void
  onCancel(): void
  children: ReactNode
}) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus()
  }, [])
  useEffect(() => {
    if (fault) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [fault])
  const Heading = first ? 'h2' : 'h3'
  return (
    <form
      ref={form}
      className={styles['write']}
      aria-labelledby={`${id}-title`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <Heading id={`${id}-title`}>{title}</Heading>
      {children}
      <div className={styles['buttons']}>
        <Button type="submit" look="primary">
          {save}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {cancel}
        </Button>
      </div>
    </form>
  )
}
