import type { ReactNode } from 'react'
import privacy from '#components/activity/private/private.module.css'
import styles from './ledger.module.css'

/** One field with its help, and what is wrong with it. */
export function Field({
  id,
  name,
  label,
  help,
  fault,
  kind,
  value,
  most,
  onChange,
  children,
}: {
  id: string
  name: string
  label: string
  help?: string
  fault?: string | undefined
  kind: 'text' | 'date' | 'long'
  value: string
  most?: number
  onChange(value: string): void
  /** below the field */
  children?: ReactNode
}) {
  const about = [help ? `${id}-help` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ')
  const props = {
    id,
    name,
    className: privacy['input'],
    value,
    maxLength: most,
    'aria-describedby': about || undefined,
    'aria-invalid': fault ? true : undefined,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  return (
    <div className={privacy['field']} data-kind={kind}>
      <label htmlFor={id}>{label}</label>
      {help ? <small id={`${id}-help`}>{help}</small> : null}
      {kind === 'long' ? <textarea rows={2} {...props} /> : <input type={kind} autoComplete="off" {...props} />}
      {fault ? (
        <p className={styles['fault']} id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
      {children}
    </div>
  )
}
