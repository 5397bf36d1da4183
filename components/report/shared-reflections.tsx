import styles from './report.module.css'
import type { Say } from './say-in.ts'

/** What a learner chose to show to the facilitators of this cohort, in their own words. */
export function SharedReflections({
  name,
  reflections,
  date,
  say,
}: {
  name: string
  reflections: readonly { object: string; title: string; words: string; shared_at: number }[]
  date: (at: number) => string
  say: Say
}) {
  return (
    <section className={styles['section']} aria-labelledby="reflections-title">
      <h2 id="reflections-title">{say('reflectionsTitle')}</h2>
      {reflections.length === 0 ? <p className={styles['soft']}>{say('reflectionsNone', { name })}</p> : null}
      {reflections.map(({ object, title, words, shared_at }) => (
        <figure key={object} className={styles['shared']}>
          <figcaption className={styles['figures']}>
            <strong>{title}</strong>
            <span>{say('reflectionShared', { date: date(shared_at) })}</span>
          </figcaption>
          <blockquote dir="auto">{words}</blockquote>
        </figure>
      ))}
    </section>
  )
}
