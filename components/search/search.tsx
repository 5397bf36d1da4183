'use client'
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { SearchFile } from '#lib/search/entry.ts'
import styles from './search.module.css'
import type { OpenCourse } from './search-panel.tsx'
import { slashOpens } from './slash-key.ts'

type Panel = ComponentType<{ course: OpenCourse; glossary: string; close(): void }>
type Parts = { Panel: Panel; course: OpenCourse }

let parts: Promise<Parts> | null = null
/** The dialog and the index, side by side; tried again where they did not come. */
function load(address: string): Promise<Parts> {
  parts ??= Promise.all([
    import('./search-panel.tsx'),
    fetch(address).then((reply) => (reply.ok ? (reply.json() as Promise<SearchFile>) : Promise.reject(new Error(String(reply.status))))),
  ]).then(([{ SearchPanel, openCourse }, file]) => ({ Panel: SearchPanel, course: openCourse(file) }))
  parts.catch(() => {
    parts = null
  })
  return parts
}

/**
 * The rest of the page takes no focus and no press while search is open. Said a moment later, because it makes the browser work through
 * the style of every element: as a modal dialog, which does that at once, search took half as long again to open on a slow phone.
 * @returns gives the page back
 */
function keepOthersOut(shown: Element): () => void {
  const others: Element[] = []
  const timer = setTimeout(() => {
    for (const one of document.body.children) {
      if (one === shown || one.hasAttribute('inert')) continue
      one.setAttribute('inert', '')
      others.push(one)
    }
  }, 300)
  return () => {
    clearTimeout(timer)
    for (const one of others) one.removeAttribute('inert')
  }
}

/** Whether somebody is typing there, so that a letter is a letter. */
const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** The way into search: a button, “/”, and Ctrl or Cmd with K. Everything else is fetched when somebody is about to search. */
export function Search({
  words,
  file: address,
  glossary,
  onOpen,
}: {
  words: { search: string; close: string; loading: string; failed: string; retry: string }
  file: string
  glossary: string
  onOpen(button: Element): void
}) {
  const button = useRef<HTMLButtonElement>(null)
  const dialog = useRef<HTMLDivElement>(null)
  const letOthersIn = useRef<() => void>(() => undefined)
  const [open, setOpen] = useState(false)
  const [loaded, setLoaded] = useState<Parts | 'failed' | null>(null)
  // somebody is about to search: what is in the dialog is made before it opens, closed, so that opening it is only showing it
  const [meant, setMeant] = useState(false)

  const get = () => {
    setLoaded((now) => (now === 'failed' ? null : now))
    load(address).then(setLoaded, () => setLoaded('failed'))
  }
  const show = () => {
    if (open || document.querySelector('dialog[open]')) return
    if (button.current) onOpen(button.current)
    get()
    setOpen(true)
  }
  const close = () => dialog.current?.hidePopover()
  const latest = useRef(show)
  useEffect(() => {
    latest.current = show
  })

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.repeat || event.altKey || isField(event.target)) return
      const { key, ctrlKey, metaKey } = event
      const slash = key === '/' && !ctrlKey && !metaKey && slashOpens()
      if (!slash && !(key.toLowerCase() === 'k' && ctrlKey !== metaKey && !event.shiftKey)) return
      event.preventDefault()
      latest.current()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])

  useEffect(() => {
    const shown = dialog.current
    if (!open || !shown) return
    shown.showPopover()
    shown.querySelector<HTMLElement>('input, button')?.focus()
    letOthersIn.current = keepOthersOut(shown)
    return () => letOthersIn.current()
  }, [open])

  const mean = () => {
    if (open) return
    load(address).then(
      (parts) => {
        setLoaded(parts)
        setMeant(true)
      },
      () => undefined,
    )
  }
  return (
    <>
      <button type="button" ref={button} onClick={show} onPointerEnter={mean} onTouchStart={mean} onFocus={mean} aria-haspopup="dialog">
        <svg
          viewBox="0 0 20 20"
          width="18"
          height="18"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
          strokeLinecap="round"
          aria-hidden="true"
        >
          <path d="M14 8.500a5.500 5.500 0 1 1-11 0a5.500 5.500 0 0 1 11 0M12.500 12.500 17 17" />
        </svg>
        {words.search}
      </button>
      {open || meant
        ? createPortal(
            // a press beside it closes it, as Escape does
            <div
              ref={dialog}
              popover="auto"
              role="dialog"
              aria-modal="true"
              className={styles['dialog']}
              aria-label={words.search}
              // before the browser gives the focus back, which an inert page cannot take
              onBeforeToggle={(event) => event.newState === 'closed' && letOthersIn.current()}
              onToggle={(event) => {
                if (event.newState !== 'closed') return
                setOpen(false)
                setMeant(false)
              }}
            >
              {loaded && loaded !== 'failed' ? (
                <loaded.Panel course={loaded.course} glossary={glossary} close={close} />
              ) : (
                <>
                  <p role="status">{loaded ? words.failed : words.loading}</p>
                  {loaded ? (
                    <button type="button" onClick={get}>
                      {words.retry}
                    </button>
                  ) : null}{' '}
                  <button type="button" onClick={close}>
                    {words.close}
                  </button>
                </>
              )}
            </div>,
            document.body,
          )
        : null}
    </>
  )
}
