import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import type { Run } from '#lib/simulation/week-of-in-tray/run.ts'
import { numberOf } from '#lib/simulation/week-of-in-tray/world.ts'
import styles from './day-report.module.css'
import { dayNews } from './describe.ts'
import { TaskMark } from './task-mark.tsx'

/** What happened in a day, each sentence with the mark of its task. */
export function DayReport({ words, run, day }: { words: Words; run: Run; day: number }) {
  const t = (key: string) => say(words.messages, key)
  const news = dayNews(words, run, day)
  const { state } = run.days[day - 1]!
  if (news.length === 0) return <p>{t('quiet_day')}</p>
  return (
    <ul className={styles['news']}>
      {news.map(({ kind, task, text }) => (
        <li key={`${kind}-${task}`} data-kind={kind}>
          {task ? (
            <TaskMark
              task={task}
              number={numberOf(run.world, task)}
              turned={state.tasks[task].turned !== null}
              badge={state.tasks[task].end?.how}
            />
          ) : (
            <span />
          )}
          <span>
            <b>
              {t(`event_${kind}`)}
              {task ? <span className="visually-hidden">, {numberOf(run.world, task)}</span> : null}.
            </b>{' '}
            {text}
          </span>
        </li>
      ))}
    </ul>
  )
}
