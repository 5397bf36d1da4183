import { useId } from 'react'
import styles from './parts.module.css'

/** Which other run stands beside this one. */
export function CompareWith({
  lead,
  label,
  choice,
  choose,
  options,
  note,
}: {
  lead: string
  label: string
  choice: string
  choose(value: string): void
  options: readonly { value: string; name: string }[]
  note: string | null
}) {
  const id = useId()
  return (
    <>
      <p className={styles['soft']}>{lead}</p>
      <div className={styles['with']}>
        <label htmlFor={id}>{label}</label>
        <select id={id} value={choice} onChange={(event) => choose(event.target.value)}>
          {options.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        {note ? <p className={styles['soft']}>{note}</p> : null}
      </div>
    </>
  )
}
