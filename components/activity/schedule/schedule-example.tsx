import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './schedule.module.css'

/** One line, filled: what good entries look like. */
export function ScheduleExample({ data, title, day }: { data: ActivityOf<'schedule'>; title: string; day(date: string): string }) {
  return (
    <div className={styles['example']}>
      <h4>{title}</h4>
      <dl>
        {data.fields.map(({ id, label, type }) => {
          const text = data.example[id]
          return text ? (
            <div key={id}>
              <dt>{label}</dt>
              <dd>{type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text) : text}</dd>
            </div>
          ) : null
        })}
      </dl>
    </div>
  )
}
