import { isImportant, type TaskId } from '#lib/simulation/week-of-in-tray/tasks.ts'
import styles from './task-mark.module.css'

const badges = {
  done: 'M2.5 6.2l2.3 2.3 4.7-5',
  missed: 'M3 3l6 6m0-6l-6 6',
  gone: 'M3 6h6',
  back: 'M8.8 9V5.6H3.2m2.2-2.4L3 5.6 5.4 8',
  new: 'M6 2.6v6.8M2.6 6h6.8',
} as const
export type Badge = keyof typeof badges

/** The numbered mark of a task: round where it is important, square where not; two rings where a B has become an A. */
export function TaskMark({
  task,
  number,
  turned = false,
  full = false,
  badge,
}: {
  task: TaskId
  number: number
  turned?: boolean
  /** it is in the plan of the day */
  full?: boolean
  badge?: Badge | undefined
}) {
  return (
    <span
      className={styles['mark']}
      data-important={isImportant(task)}
      data-turned={turned}
      data-full={full}
      data-badge={badge}
      aria-hidden="true"
    >
      {number}
      {badge ? (
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d={badges[badge]} />
        </svg>
      ) : null}
    </span>
  )
}
