import type { ReportedLetter } from '#lib/cohort/report-learner.ts'
import styles from './report.module.css'
import type { Say } from './say-in.ts'
import { Table } from './table.tsx'

/** What was written to a learner from this cohort, newest first. */
export function LearnerLetters({
  name,
  letters,
  date,
  say,
}: {
  name: string
  letters: readonly ReportedLetter[]
  date: (at: number) => string
  say: Say
}) {
  return (
    <section className={styles['section']} aria-labelledby="letters-title">
      <h2 id="letters-title">{say('lettersTitle')}</h2>
      {letters.length === 0 ? (
        <p className={styles['soft']}>{say('lettersNone', { name })}</p>
      ) : (
        <Table
          label={say('tableOf', { title: say('lettersTitle') })}
          columns={[
            { label: say('columnDate'), look: 'whole' },
            { label: say('columnSubject'), look: 'wide' },
            { label: say('columnState'), look: 'whole' },
          ]}
          rows={letters.map(({ at, subject, state, problem }) => [
            date(at),
            subject,
            problem === null ? say(`letter-${state}`) : `${say(`letter-${state}`)}: ${problem}`,
          ])}
        />
      )}
    </section>
  )
}
