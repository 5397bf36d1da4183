import { listOf, type Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import type { GoalResult } from '#lib/simulation/week-of-in-tray/run.ts'
import type { State } from '#lib/simulation/week-of-in-tray/step.ts'
import { goals, type TaskId } from '#lib/simulation/week-of-in-tray/tasks.ts'
import { numberOf, type World } from '#lib/simulation/week-of-in-tray/world.ts'
import { dayName } from './describe.ts'
import styles from './goal-list.module.css'

/** The goals of the week, and at its end which of them were met and what was left of the others. */
export function GoalList({ words, results, world, state }: { words: Words; results?: readonly GoalResult[]; world: World; state: State }) {
  const { messages } = words
  const t = (key: string, values = {}) => say(messages, key, values, words.locale)

  function leftTask(task: TaskId): string {
    const { turned } = state.tasks[task]
    const number = numberOf(world, task)
    return turned === null ? t('goal_left_task', { number }) : t('goal_left_turned', { number, day: dayName(words, turned) })
  }

  return (
    <ul className={styles['goals']}>
      {goals.map((goal) => {
        const result = results?.find((each) => each.goal === goal)
        return (
          <li key={goal} data-met={result?.met}>
            {result ? (
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="8" cy="8" r="6.8" />
                <path d={result.met ? 'M4.8 8.3l2.3 2.3 4.2-4.8' : 'M5.4 5.4l5.2 5.2m0-5.2l-5.2 5.2'} />
              </svg>
            ) : null}
            <span>
              <b>
                {t(`goal_${goal}`)}: {result ? t(result.met ? 'goal_met' : 'goal_not_met') : ''}
              </b>{' '}
              <span className={styles['text']}>{t(`goal_${goal}_text`)}</span>
              {result && !result.met ? (
                <span className={styles['left']}>{t('goal_left', { tasks: listOf(words, result.left.map(leftTask)) })}</span>
              ) : null}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
