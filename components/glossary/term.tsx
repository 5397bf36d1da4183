import Link from 'next/link'
import { useId } from 'react'
import styles from './term.module.css'

/**
 * A word of the glossary in the flow of a text. Native popover: opens by click, tap or Enter, closes by Escape or a
 * tap elsewhere, and needs no JavaScript of ours. Everything in it is phrasing content, so it may stand in a paragraph.
 */
export function Term({
  children,
  term,
  definition,
  see,
  more,
  close,
}: {
  children: React.ReactNode
  term: string
  definition: string
  see?: string | undefined
  /** its place in the glossary */
  more: { href: string; label: string }
  close: string
}) {
  const id = useId()
  return (
    <>
      <button type="button" className={styles['term']} popoverTarget={id}>
        {children}
      </button>
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
