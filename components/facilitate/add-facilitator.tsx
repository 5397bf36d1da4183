'use client'
import { useId, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './facilitate.module.css'
import { useChange } from './use-change.ts'

/** Somebody else for this cohort: by the address of their account. */
export function AddFacilitator({ cohort, messages }: { cohort: string; messages: Messages }) {
  const { busy, fault, change } = useChange(messages)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={async (event) => {
        event.preventDefault()
        const email = field.current?.value.trim() ?? ''
        const done = email !== '' && (await change('POST', `/api/cohorts/${cohort}/facilitators`, { email }))
        if (done && field.current) field.current.value = ''
        field.current?.focus()
      }}
    >
      <div className={styles['field']}>
        <label htmlFor={id}>{say(messages, 'guides-add')}</label>
        <div className={styles['link']}>
          <input
            ref={field}
            id={id}
            className={styles['input']}
            type="email"
            inputMode="email"
            autoComplete="off"
            aria-describedby={fault ? `${id}-fault` : undefined}
            aria-invalid={fault ? true : undefined}
          />
          <Button type="submit" aria-disabled={busy || undefined}>
            {say(messages, 'guides-add-do')}
          </Button>
        </div>
        {fault ? (
          <p className={styles['fault']} id={`${id}-fault`} role="alert">
            {fault.sentence}
          </p>
        ) : null}
      </div>
    </form>
  )
}
