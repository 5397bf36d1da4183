import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './commitment.module.css'

/** A promise as a slip of paper: a line for each field, and a dotted one where nothing is said. */
export function Slip({
  title,
  look,
  fields,
  parts,
  empty,
}: {
  title?: string
  look: 'own' | 'model'
  fields: ActivityOf<'commitment'>['fields']
  parts: Readonly<Record<string, string>>
  /** said in place of a missing part */
  empty: string
}) {
  return (
    <div className={styles['slip']} data-look={look}>
      {title ? <h5>{title}</h5> : null}
      <dl>
        {fields.map(({ id, label }) => {
          const text = parts[id]?.trim()
          return (
            <div key={id}>
              <dt>{label}</dt>
              <dd data-empty={text ? undefined : true}>{text || empty}</dd>
            </div>
          )
        })}
      </dl>
    </div>
  )
}
