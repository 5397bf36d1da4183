import type { ReactNode, Ref } from 'react'
import styles from './fading.module.css'

export type SpinePart = { id: string; label: string | null; full: boolean; body: ReactNode; ref?: Ref<HTMLLIElement> | undefined }

/** The parts of a text on one line, in order. A dot is filled where the part is there, and a ring where it is still open. A part with
 * a field has no label here: the field brings its own. */
export function Spine({ parts }: { parts: readonly SpinePart[] }) {
  return (
    <ol className={styles['spine']}>
      {parts.map(({ id, label, full, body, ref }) => (
        <li key={id} ref={ref} tabIndex={ref ? -1 : undefined} data-full={full || undefined}>
          {label === null ? null : <p className={styles['label']}>{label}</p>}
          {body}
        </li>
      ))}
    </ol>
  )
}
