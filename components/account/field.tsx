'use client'

import { useState } from 'react'
import styles from './account.module.css'

/** One field of a form: its label, what it is for, and what is wrong with it. Not controlled: whatever happens, what was typed stays. */
export function Field({
  form,
  name,
  label,
  help,
  type = 'text',
  complete,
  fault,
  show,
  initial,
  mode,
  lines,
}: {
  /** id of the form, so that two forms of a page may both have this field */
  form: string
  name: string
  label: string
  help?: string | undefined
  type?: 'text' | 'email' | 'url' | 'password'
  complete: string
  fault?: string | undefined
  /** label of the box that shows a password */
  show?: string
  initial?: string
  /** `code`: digits, wide apart */
  mode?: 'code'
  /** rows of a field for more than a few words */
  lines?: number
}) {
  const [shown, setShown] = useState(false)
  const id = `${form}-${name}`
  const about = [help ? `${id}-help` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ')
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      {help ? <small id={`${id}-help`}>{help}</small> : null}
      {lines ? (
        <textarea
          id={id}
          name={name}
          className={`${styles['input']} ${styles['lines']}`}
          rows={lines}
          autoComplete={complete}
          dir="auto"
          defaultValue={initial}
          aria-describedby={about || undefined}
          aria-invalid={fault ? true : undefined}
        />
      ) : (
        <input
          id={id}
          name={name}
          className={mode ? `${styles['input']} ${styles['code']}` : styles['input']}
          type={type === 'password' && shown ? 'text' : type}
          autoComplete={complete}
          dir={name === 'name' ? 'auto' : undefined}
          defaultValue={initial}
          spellCheck={type === 'text' && !mode ? undefined : false}
          autoCapitalize={type === 'text' && !mode ? undefined : 'none'}
          inputMode={type === 'email' || type === 'url' ? type : undefined}
          aria-describedby={about || undefined}
          aria-invalid={fault ? true : undefined}
        />
      )}
      {fault ? (
        <p className={styles['fault']} id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
      {show ? (
        <label className={styles['show']}>
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
          {show}
        </label>
      ) : null}
    </div>
  )
}
