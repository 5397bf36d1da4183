import type { Scenario } from '#lib/scenario/schema.ts'
import styles from './people.module.css'

export function People({ people }: { people: Scenario['people'] }) {
  return (
    <dl className={styles['people']}>
      {people.map(({ name, role }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{role}</dd>
        </div>
      ))}
    </dl>
  )
}
