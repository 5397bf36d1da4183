'use client'
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './name-form.module.css'
import { refusalText } from './refusal-text.ts'

export type Refusal = { code: string; message?: string }

/**
 * Asks for a name, in any script. A refusal stands beside the field in words, the field keeps what was typed and gets the focus.
 * @param onSubmit resolves to a refusal, or to null when it worked
 */
export function NameForm({
  initial = '',
  submit,
  waiting,
  messages,
  onSubmit,
  focusAtStart = false,
  children,
}: {
  initial?: string
  submit: string
  waiting: string
  messages: Messages
  onSubmit: (name: string) => Promise<Refusal | null>
  focusAtStart?: boolean
  children?: ReactNode
}) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(initial)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  useEffect(() => {
    if (focusAtStart) field.current?.focus()
  }, [focusAtStart])

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setRefusal(null)
    const refused = name.trim() === '' ? { code: 'name_empty' } : await onSubmit(name)
    setBusy(false)
    setRefusal(refused)
    if (refused) field.current?.focus()
  }

  return (
    <form className={styles['form']} onSubmit={send} noValidate>
      <label className={styles['label']} htmlFor={id}>
        {say(messages, 'nameLabel')}
      </label>
      <p className={styles['hint']} id={`${id}-hint`}>
        {say(messages, 'nameHint')}
      </p>
      <input
        ref={field}
        className={styles['field']}
        id={id}
        name="name"
        type="text"
        dir="auto"
        autoComplete="name"
        spellCheck={false}
        value={name}
        onChange={(event) => setName(event.target.value)}
        aria-describedby={refusal ? `${id}-refusal ${id}-hint` : `${id}-hint`}
        aria-invalid={refusal?.code.startsWith('name_') ? true : undefined}
      />
      <p className={styles['refusal']} id={`${id}-refusal`} role="status">
        {refusal ? refusalText(refusal, messages) : ''}
      </p>
      <div className={styles['actions']}>
        <Button type="submit" look="primary" aria-disabled={busy || undefined}>
          {busy ? waiting : submit}
        </Button>
        {children}
      </div>
    </form>
  )
}
