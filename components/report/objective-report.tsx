import { percentOf, shareOf } from '#lib/cohort/report-figures.ts'
import type { ObjectiveFigures } from '#lib/cohort/report-items.ts'
import { Bar, Swatch } from './bar.tsx'
import styles from './report.module.css'
import type { Say } from './say-in.ts'
import { Table } from './table.tsx'

export type LessonLink = { slug: string; title: string; href: string }
type Props = { objectives: readonly ObjectiveFigures[]; lessons: readonly LessonLink[]; say: Say }

/** Which objectives the group has reached, now and at first, with the lessons that teach each. What is missing comes first. */
export function ObjectiveReport({ objectives, lessons, say }: Props) {
  const groups = [
    { key: 'objectivesNot', own: objectives.filter(({ got }) => got === false) },
    { key: 'objectivesGot', own: objectives.filter(({ got }) => got === true) },
    { key: 'objectivesUnmet', own: objectives.filter(({ got }) => got === null) },
  ].filter(({ own }) => own.length > 0)
  return (
    <section className={styles['section']} id="objectives" aria-labelledby="objectives-title">
      <h2 id="objectives-title">{say('objectives')}</h2>
      <p className={styles['soft']}>{say('objectivesLead')}</p>
      {groups.map(({ key, own }) => (
        <div key={key}>
          <h3 className={key === 'objectivesNot' ? styles['caution'] : undefined}>{say(key)}</h3>
          <ul className={styles['rows']}>
            {own.map((objective) => (
              <li key={objective.id} className={styles['line']}>
                <div>
                  <p className={styles['words']}>
                    <span className={styles['code']}>{objective.id}</span>
                    <span className={styles['claim']}>{objective.text}</span>
                  </p>
                  <LessonLinks objective={objective} lessons={lessons} say={say} />
                </div>
                <Figures objective={objective} say={say} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className={styles['foot']}>
        <details className={styles['notes']}>
          <summary>{say('asTable')}</summary>
          <ObjectiveTable objectives={objectives} say={say} />
        </details>
        <details className={styles['notes']}>
          <summary>{say('howCounted')}</summary>
          <p className={styles['soft']}>{say('objectivesHow')}</p>
        </details>
      </div>
    </section>
  )
}

function Figures({ objective: { n, now, first }, say }: { objective: ObjectiveFigures; say: Say }) {
  if (n === 0) return <p className={styles['verdict']}>{say('objectiveUnmet')}</p>
  return (
    <>
      <div className={styles['pair']}>
        <Bar percent={(100 * now) / n} />
        <Bar percent={(100 * first) / n} look="before" />
      </div>
      <p className={styles['figures']}>
        <strong>
          <Swatch look="value" /> {say('objectiveNow', { n: now, of: n })}
        </strong>
        <span>
          <Swatch look="before" /> {say('objectiveFirst', { n: first, of: n })}
        </span>
      </p>
    </>
  )
}

export function LessonLinks({
  objective,
  lessons,
  say,
}: {
  objective: Pick<ObjectiveFigures, 'lessons'>
  lessons: readonly LessonLink[]
  say: Say
}) {
  const own = lessons.filter(({ slug }) => objective.lessons.includes(slug))
  return (
    <p className={styles['verdict']}>
      {say('taughtIn')}{' '}
      {own.map(({ slug, title, href }, at) => (
        <span key={slug}>
          {at > 0 ? ' · ' : ''}
          <a href={href}>{title}</a>
        </span>
      ))}
    </p>
  )
}

function ObjectiveTable({ objectives, say }: Pick<Props, 'objectives' | 'say'>) {
  const share = (part: number, whole: number) => (whole === 0 ? say('none') : `${part} (${percentOf(shareOf(part, whole))} %)`)
  return (
    <Table
      label={say('tableOf', { title: say('objectives') })}
      columns={[
        { label: say('columnObjective'), look: 'wide' },
        { label: say('columnN'), look: 'number' },
        { label: say('columnFirst'), look: 'number' },
        { label: say('columnNow'), look: 'number' },
      ]}
      rows={objectives.map(({ id, text, n, first, now }) => [`${id} ${text}`, n, share(first, n), share(now, n)])}
    />
  )
}
