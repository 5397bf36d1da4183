import { Button } from '#components/ui/button.tsx'
import { addDays, weekNumber } from '#lib/toolkit/caut-week.ts'
import styles from './caut-log.module.css'
import type { Words } from './words.ts'

/** Which week is looked at, and the way to its neighbours. */
export function WeekBar({
  week,
  now,
  latest,
  words,
  onGo,
}: {
  week: string
  /** the week of today */
  now: string
  /** the last week one can go to */
  latest: string
  words: Words
  onGo(week: string): void
}) {
  const { number } = weekNumber(week)
  return (
    <div className={styles['weekBar']}>
      <Button look="quiet" aria-label={words('week-before')} onClick={() => onGo(addDays(week, -7))}>
        <Arrow back />
      </Button>
      <div aria-live="polite">
        <h2>{words.week(week)}</h2>
        <p>
          {words('week-number', { number })}
          {week === now ? ` · ${words('this-week')}` : ''}
        </p>
      </div>
      <Button look="quiet" aria-label={words('week-after')} disabled={week >= latest} onClick={() => onGo(addDays(week, 7))}>
        <Arrow />
      </Button>
      {week === now ? null : (
        <Button className={styles['toNow']} onClick={() => onGo(now)}>
          {words('to-this-week')}
        </Button>
      )}
    </div>
  )
}

function Arrow({ back = false }: { back?: boolean }) {
  return (
    <svg className={styles['arrow']} viewBox="0 0 24 24" data-back={back || undefined} aria-hidden="true">
      <path d="M5 12h14M13 6l6 6-6 6" />
    </svg>
  )
}
