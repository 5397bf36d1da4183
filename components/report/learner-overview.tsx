import type { Cell } from '#lib/cohort/grid.ts'
import { percentOf } from '#lib/cohort/report-figures.ts'
import type { LearnerModule } from '#lib/cohort/report-learner.ts'
import styles from './report.module.css'
import type { Say } from './say-in.ts'
import { Table } from './table.tsx'

export type LearnerRow = { title: string; number: number; cell: Cell; progress: LearnerModule }

export const hasDetails = ({ attempts, runs }: LearnerModule) => attempts.length + runs.length > 0

/** What is assigned to a learner, one line for each module. State, score and what is late are those of the grid. */
export function LearnerOverview({ rows, date, say }: { rows: readonly LearnerRow[]; date: (at: number) => string; say: Say }) {
  const day = (at: number | null) => (at === null ? say('none') : date(at))
  return (
    <Table
      label={say('tableOf', { title: say('overviewTitle') })}
      columns={[
        { label: say('columnModule') },
        { label: say('columnState') },
        { label: say('columnDue'), look: 'number' },
        { label: say('columnLessons'), look: 'number' },
        { label: say('columnAttempts'), look: 'number' },
        { label: say('columnBest'), look: 'number' },
        { label: say('columnLast'), look: 'number' },
      ]}
      rows={rows.map(({ title, cell, progress }) => [
        hasDetails(progress) ? (
          <a key="title" href={`#module-${progress.slug}`}>
            {title}
          </a>
        ) : (
          title
        ),
        <span key="state" className={styles['state']} data-state={cell.state}>
          {say(`state-${cell.state}`)}
          {cell.late ? <strong className={styles['caution']}> {say('late')}</strong> : null}
        </span>,
        day(cell.dueAt),
        say('lessonsShort', { done: progress.lessonsDone, count: progress.lessons }),
        progress.attempts.length,
        cell.score === null ? say('none') : `${percentOf(cell.score)} %`,
        day(cell.lastAt),
      ])}
    />
  )
}
