import type { ReactNode } from 'react'
import styles from './shelf.module.css'

export type ShelfEntry = { id: string; name: string; about: string }

/** Several sheets of one tool, and the one that is open: a list of their names, with a button for a new one. */
export function Shelf({
  label,
  entries,
  open,
  onOpen,
  children,
}: {
  label: string
  entries: readonly ShelfEntry[]
  open: string | null
  onOpen(id: string): void
  /** what stands below the list: the button for a new one */
  children: ReactNode
}) {
  return (
    <nav className={styles['shelf']} aria-label={label}>
      {entries.length > 0 ? (
        <ul>
          {entries.map(({ id, name, about }) => (
            <li key={id}>
              <button type="button" aria-current={id === open || undefined} onClick={() => onOpen(id)}>
                <b>{name}</b>
                <small>{about}</small>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {children}
    </nav>
  )
}
