import type { AttemptView } from '#lib/quiz/attempt-view.ts'
import styles from './quiz.module.css'
import type { Say } from './text.ts'

/** How far one is: in words, and as thin marks for the eye. Practice is not counted. */
export function Progress({ attempt, at, say }: { attempt: AttemptView; at: string; say: Say }) {
  const counted = attempt.items.filter((item) => item.scored && item.state !== 'gone')
  const index = counted.findIndex((item) => item.id === at)
  return (
    <div className={styles['progress']}>
      <p>{index < 0 ? say('practicePosition') : say('position', { index: index + 1, total: counted.length })}</p>
      <div className={styles['marks']} aria-hidden="true">
        {counted.map((item) => (
          <span key={item.id} data-state={item.id === at ? 'now' : item.state} />
        ))}
      </div>
    </div>
  )
}
