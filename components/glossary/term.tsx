import Link from 'next/link'
import { type ReactNode, useId } from 'react'
import styles from './term.module.css'

/**
 * A word of the glossary in the flow of a text. Native popover: opens by click, tap or Enter, closes by Escape or a
 * tap elsewhere, and needs no JavaScript of ours. Everything in it is phrasing content, so it may stand in a paragraph.
 *
 * A browser sets a button as one piece, which does not break with the lines around it. So of a term of several words only the
 * last is the button, named by all of them; the others are its label, in the flow, and press it as well.
 */
export function Term({
  children,
  term,
  definition,
  see,
  more,
  close,
  tail,
}: {
  children: ReactNode
  term: string
  definition: string
  see?: string | undefined
  /** its place in the glossary */
  more: { href: string; label: string }
  close: string
  /** punctuation that follows, see join-punctuation.ts: it never begins the next line */
  tail?: string | undefined
}) {
  const id = useId()
  const lastSpace = typeof children === 'string' ? children.lastIndexOf(' ') + 1 : 0
  const [before, last] = typeof children === 'string' ? [children.slice(0, lastSpace), children.slice(lastSpace)] : ['', children]
  return (
    <>
      <span className={styles['term']}>
        {before ? (
          <label htmlFor={`${id}-button`} className={styles['word']} aria-hidden="true">
            {before}
          </label>
        ) : null}
        <span className={styles['end']}>
          <button
            type="button"
            id={`${id}-button`}
            className={styles['word']}
            popoverTarget={id}
            aria-label={before ? `${children}` : undefined}
          >
            {last}
          </button>
          {tail}
        </span>
      </span>
      <span popover="auto" id={id} className={styles['meaning']} role="note">
        <strong className={styles['name']}>{term}</strong>
        <span className={styles['definition']}>{definition}</span>
        {see ? <span className={styles['see']}>{see}</span> : null}
        <Link className={styles['more']} href={more.href} prefetch={false}>
          {more.label}
        </Link>
        <button type="button" className={styles['close']} popoverTarget={id} popoverTargetAction="hide">
          {close}
        </button>
      </span>
    </>
  )
}
