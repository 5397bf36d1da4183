import type { ReactNode } from 'react'
import privacy from '#components/activity/private/private.module.css'

/** A field for the learner's own words: label, help, room that grows with the text. `children` come below it. */
export function OwnField({
  id,
  label,
  help,
  describedBy,
  value,
  rows = 2,
  disabled,
  className,
  onChange,
  children,
}: {
  id: string
  label: string
  help?: string | undefined
  /** what stands before the field and says what to write */
  describedBy?: string
  value: string
  rows?: number
  disabled: boolean
  className?: string | undefined
  onChange(text: string): void
  children?: ReactNode
}) {
  return (
    <div className={`${privacy['field']} ${className ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      {help ? <small id={`${id}-help`}>{help}</small> : null}
      <textarea
        id={id}
        className={privacy['input']}
        rows={rows}
        value={value}
        disabled={disabled}
        aria-describedby={help ? `${id}-help` : describedBy}
        onChange={(event) => onChange(event.target.value)}
      />
      {children}
    </div>
  )
}
