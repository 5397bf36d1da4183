'use client'
import styles from './facilitate.module.css'

/** A day, in the browser's own field for days. Empty is null. */
export function Day({
  id,
  label,
  help,
  value,
  fault,
  onChange,
}: {
  id: string
  label: string
  help?: string
  value: string | null
  fault?: string | undefined
  onChange(day: string | null): void
}) {
  const about = [help ? `${id}-help` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ')
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles['input']}
        type="date"
        aria-describedby={about || undefined}
        aria-invalid={fault ? true : undefined}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value || null)}
      />
      {help ? <small id={`${id}-help`}>{help}</small> : null}
      {fault ? (
        <p className={styles['fault']} id={`${id}-fault`} role="alert">
          {fault}
        </p>
      ) : null}
    </div>
  )
}
