import { Choice } from './choice.tsx'
import { Field } from './field.tsx'
import styles from './ledger.module.css'

/** A list of more entries than this can be searched. */
export const manyEntries = 8

export type Found = { words: string; kind: string }
export const everything: Found = { words: '', kind: '' }

/** Finds entries of a long list by their words and their kind. */
export function FindBar({
  label,
  kindLabel,
  kinds,
  value,
  onChange,
  result,
}: {
  label: string
  kindLabel: string
  kinds: readonly { id: string; text: string }[]
  value: Found
  onChange(value: Found): void
  /** how many were found; '' where nothing is searched */
  result: string
}) {
  return (
    <search className={styles['find']}>
      <Field
        id="find-words"
        name="find"
        kind="text"
        label={label}
        value={value.words}
        most={100}
        onChange={(words) => onChange({ ...value, words })}
      />
      <Choice id="find-kind" label={kindLabel} options={kinds} value={value.kind} onChange={(kind) => onChange({ ...value, kind })} />
      <p role="status">{result}</p>
    </search>
  )
}
