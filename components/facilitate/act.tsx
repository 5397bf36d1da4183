'use client'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './facilitate.module.css'
import { useChange } from './use-change.ts'

/** One thing that can be done, asked about first where it cannot be taken back by pressing again. */
export function Act({
  method,
  path,
  body,
  label,
  name,
  ask,
  sure,
  look = 'press',
  messages,
}: {
  method: 'POST' | 'PUT' | 'DELETE'
  path: string
  body?: unknown
  label: string
  /** of the button for those who do not see what it stands beside */
  name?: string
  /** what follows from it; without it, pressing does it at once */
  ask?: string
  /** label of the button below `ask` */
  sure?: string
  look?: 'press' | 'button'
  /** with `cancel`, `offline` and `unavailable` */
  messages: Messages
}) {
  const { busy, fault, change } = useChange(messages)
  const [open, setOpen] = useState(false)
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (open) first.current?.focus()
  }, [open])

  useLayoutEffect(() => {
    const own = opener.current
    return () => {
      // still in the document at this moment: what it did may have been to take its own row away
      if (own && document.activeElement === own) focusBeside(own)
    }
  }, [])

  async function run() {
    if (await change(method, path, body)) shut()
  }
  function shut() {
    setOpen(false)
    opener.current?.focus()
  }
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={look === 'press' ? styles['press'] : buttonClass()}
        aria-label={name}
        aria-expanded={ask ? open : undefined}
        aria-controls={ask && open ? id : undefined}
        aria-disabled={busy || undefined}
        onClick={() => (ask ? setOpen(!open) : run())}
      >
        {label}
      </button>
      {open && ask ? (
        <fieldset
          className={styles['ask']}
          id={id}
          aria-label={name ?? label}
          onKeyDown={(event) => {
            if (event.key === 'Escape') shut()
          }}
        >
          <p>{ask}</p>
          <div className={styles['actions']}>
            <Button ref={first} look="primary" aria-disabled={busy || undefined} onClick={run}>
              {sure ?? label}
            </Button>
            <Button look="quiet" onClick={shut}>
              {say(messages, 'cancel')}
            </Button>
          </div>
        </fieldset>
      ) : null}
      {fault ? (
        <p className={styles['fault']} role="alert">
          {fault.sentence}
        </p>
      ) : null}
    </>
  )
}

/** The row after this one, or the one before it; where none is left, the heading of the page, since its own may go with it. */
function focusBeside(own: HTMLElement) {
  const row = own.closest('li')
  const beside = row?.nextElementSibling ?? row?.previousElementSibling
  const target = beside?.querySelector<HTMLElement>('a[href], button') ?? document.querySelector<HTMLElement>('main h1')
  if (target instanceof HTMLHeadingElement) target.tabIndex = -1
  target?.focus()
}
