import type { ReportedModule } from '#lib/cohort/report-course.ts'
import { percentOf } from '#lib/cohort/report-figures.ts'
import type { LearnerModule, LearnerRun } from '#lib/cohort/report-learner.ts'
import styles from './report.module.css'
import type { Say } from './say-in.ts'
import { Table } from './table.tsx'

/** One module of one learner: how it stands, the attempts at the check, the ways through the scenario. */
export function LearnerModuleReport({
  title,
  number,
  href,
  progress,
  module,
  date,
  say,
}: {
  title: string
  number: number
  href: string
  progress: LearnerModule
  module: ReportedModule
  date: (at: number) => string
  say: Say
}) {
  const { attempts, runs } = progress
  return (
    <section className={styles['section']} data-module={number} aria-labelledby={`module-${progress.slug}`}>
      <h2 id={`module-${progress.slug}`}>
        <a href={href}>{title}</a>
      </h2>
      <p className={styles['figures']}>
        <span>{standing(progress, say).join(' · ')}</span>
      </p>
      <h3>{say('attemptsTitle')}</h3>
      {attempts.length === 0 ? (
        <p className={styles['soft']}>{say('attemptsNone')}</p>
      ) : (
        <Table
          label={`${title}: ${say('attemptsTitle')}`}
          columns={[
            { label: say('columnBegan'), look: 'whole' },
            { label: say('columnFinished'), look: 'whole' },
            { label: say('columnScore'), look: 'number' },
            { label: say('columnResult'), look: 'whole' },
            { label: say('columnMissing'), look: 'wide' },
          ]}
          rows={attempts.map(({ beganAt, finishedAt, scaled, reached, missing }) => [
            date(beganAt),
            finishedAt === null ? say('none') : date(finishedAt),
            scaled === null ? say('none') : `${percentOf(scaled)} %`,
            say(finishedAt === null ? 'attemptOpen' : reached ? 'attemptReached' : 'attemptNot'),
            missing.length === 0 ? say('none') : <Missing key="missing" ids={missing} module={module} />,
          ])}
        />
      )}
      {module.scenario ? (
        <>
          <h3>{say('pathTitle')}</h3>
          {runs.length === 0 ? <p className={styles['soft']}>{say('pathNone')}</p> : null}
          {runs.map((run) => (
            <Run key={run.run} run={run} story={module.scenario!.story} date={date} say={say} />
          ))}
        </>
      ) : null}
    </section>
  )
}

function standing({ lessonsDone, lessons, best, taskDone }: LearnerModule, say: Say): string[] {
  return [
    say('lessonsDone', { done: lessonsDone, count: lessons }),
    ...(best === null ? [] : [say('best', { percent: percentOf(best) ?? 0 })]),
    ...(taskDone ? [say('taskDone')] : []),
  ]
}

function Missing({ ids, module }: { ids: readonly string[]; module: ReportedModule }) {
  const { objectives } = module.loaded.module
  return (
    <ul className={styles['plain']}>
      {ids.map((id) => (
        <li key={id}>
          {id} {objectives.find((one) => one.id === id)?.text}
        </li>
      ))}
    </ul>
  )
}

type Story = NonNullable<ReportedModule['scenario']>['story']

/** The places of a run, in order. What was chosen in each is the learner's own. */
function Run({ run, story, date, say }: { run: LearnerRun; story: Story; date: (at: number) => string; say: Say }) {
  const titleOf = (id: string) => [...story.scenes, ...story.endings].find((one) => one.id === id)?.title ?? id
  const last = titleOf(run.places.at(-1)!)
  const end = { ended: 'pathEnded', stopped: 'pathStopped', former: 'pathFormer' }[run.end]
  const [from, to] = [date(run.beganAt), date(run.lastAt)]
  return (
    <div className={styles['run']}>
      <p className={styles['figures']}>
        <strong>{say(run.first ? 'pathFirst' : run.turned ? 'pathTurned' : 'pathAgain')}</strong> · {say(end, { title: last })}
        <span>{from === to ? from : say('pathDates', { from, to })}</span>
      </p>
      <ol className={styles['path']}>
        {run.places.map((id) => (
          <li key={id}>{titleOf(id)}</li>
        ))}
      </ol>
    </div>
  )
}
