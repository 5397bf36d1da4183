'use client'
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './name-form.module.css'
import { NamePreview } from './name-preview.tsx'
import { refusalText } from './refusal-text.ts'

export type Refusal = { code: string; message?: string }
/** What a certificate says of its holder. */
export type Named = { name: string; showsName: boolean }

/**
 * Asks for a name, in any script, shows how it will be drawn, and asks whether others are to see it. A refusal stands beside the field in
 * words, the field keeps what was typed and gets the focus.
 * @param onSubmit resolves to a refusal, or to null when it worked
 */
export function NameForm({
  module,
  initial = { name: '', showsName: true },
  refused = null,
  submit,
  waiting,
  messages,
  onSubmit,
  focusAtStart = false,
  children,
}: {
  /** slug of the module, or id of the course */
  module: string
  initial?: Named
  /** why the same words were refused before */
  refused?: Refusal | null
  submit: string
  waiting: string
  messages: Messages
  onSubmit: (named: Named) => Promise<Refusal | null>
  focusAtStart?: boolean
  children?: ReactNode
}) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [{ name, showsName }, setNamed] = useState(initial)
  // nothing is asked of the site for a form that nobody has opened
  const [begun, setBegun] = useState(focusAtStart)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(refused)

  useEffect(() => {
    if (focusAtStart) field.current?.focus()
  }, [focusAtStart])

  const change = (some: Partial<Named>) => {
    setNamed((before) => ({ ...before, ...some }))
    setRefusal(null)
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setRefusal(null)
    const told = name.trim() === '' ? { code: 'name_empty' } : await onSubmit({ name, showsName })
    setBusy(false)
    setRefusal(told)
    if (told) field.current?.focus()
  }

  return (
    <form className={styles['form']} onSubmit={send} onFocus={() => setBegun(true)} noValidate>
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
        onChange={(event) => change({ name: event.target.value })}
        aria-describedby={refusal ? `${id}-refusal ${id}-hint` : `${id}-hint`}
        aria-invalid={refusal?.code.startsWith('name_') ? true : undefined}
      />
      <p className={styles['refusal']} id={`${id}-refusal`} role="status">
        {refusal ? refusalText(refusal, messages) : ''}
      </p>
      <label className={option['option']}>
        <input
          type="checkbox"
          name="shows-name"
          checked={showsName}
          onChange={(event) => change({ showsName: event.target.checked })}
          aria-describedby={`${id}-show`}
        />
        <span>{say(messages, 'showLabel')}</span>
      </label>
      <p className={styles['hint']} id={`${id}-show`}>
        {say(messages, 'showHint')}
      </p>
      <NamePreview module={module} name={begun ? name : ''} shown={showsName} quiet={refusal !== null} messages={messages} />
      <div className={styles['actions']}>
        <Button type="submit" look="primary" aria-disabled={busy || undefined}>
          {busy ? waiting : submit}
        </Button>
        {children}
      </div>
    </form>
  )
}
