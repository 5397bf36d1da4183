import { Line, Prose } from '#components/scenario/prose.tsx'
import type { ChoiceRow, SceneRow } from '#lib/cohort/report-tables.ts'
import type { Choice, Scenario } from '#lib/scenario/schema.ts'
import { Bar, OpenMark } from './bar.tsx'
import styles from './report.module.css'
import type { Say } from './say-in.ts'

const qualities = { strong: 'choiceStrong', mixed: 'choiceMixed', weak: 'choiceWeak' } as const

/** One scene: who came, what they chose, and behind each choice what came of it. Without JavaScript. */
export function SceneReport({
  row,
  partly,
  story,
  divided,
  titles,
  leadsTo,
  say,
}: {
  row: SceneRow
  /** some runs are not followed to their end */
  partly: boolean
  story: Scenario
  /** the share of pairs that chose differently, where this is the scene that divided the group most */
  divided: number | null
  titles: ReadonlyMap<string, string>
  leadsTo: (scene: string, choice: string) => readonly string[]
  say: Say
}) {
  const scene = story.scenes.find(({ id }) => id === row.id)!
  return (
    <section className={styles['scene']} id={row.id} aria-labelledby={`${row.id}-title`}>
      <h4 id={`${row.id}-title`}>{row.title}</h4>
      <p className={styles['soft']}>
        {row.came === 0
          ? say(partly ? 'sceneUnknown' : 'sceneNobody')
          : row.came === row.people
            ? say('sceneCame', { count: row.people })
            : say('sceneRuns', { runs: say('runs', { count: row.came }), people: say('people', { count: row.people }) })}{' '}
        {row.stopped > 0 ? say('sceneStopped', { n: row.stopped }) : null}{' '}
        {row.came > 0 && row.choices === null ? say('sceneTooFew') : null}
      </p>
      {divided === null ? null : <p className={styles['divided']}>{say('sceneDivided', { percent: divided })}</p>}
      <ul className={styles['choices']}>
        {scene.choices.map((choice) => (
          <li key={choice.id}>
            <ChoiceReport
              scene={scene.id}
              choice={choice}
              row={row.choices?.find((one) => one.choice === choice.id) ?? null}
              story={story}
              to={leadsTo(scene.id, choice.id)}
              titles={titles}
              say={say}
            />
          </li>
        ))}
      </ul>
      <p className={styles['back']}>
        <a href="#flow">{say('choiceBack')}</a>
      </p>
    </section>
  )
}

function ChoiceReport({
  scene,
  choice,
  row,
  story,
  to,
  titles,
  say,
}: {
  scene: string
  choice: Choice
  row: ChoiceRow | null
  story: Scenario
  to: readonly string[]
  titles: ReadonlyMap<string, string>
  say: Say
}) {
  const moved = story.meters.filter(({ id }) => (choice.effects[id] ?? 0) !== 0)
  return (
    <details className={styles['open']}>
      <summary className={styles['line']}>
        <span className={styles['words']}>
          <OpenMark />
          <span className={styles['code']}>{choice.id}</span>
          <span>
            <Line text={choice.text} />
            {choice.when && choice.when.length > 0 ? <span className={styles['verdict']}> ({say('choiceWhen')})</span> : null}
          </span>
        </span>
        {row ? <Bar percent={row.percent ?? 0} /> : <span />}
        {row ? (
          <span className={styles['figures']}>
            <strong>{say('choicePercent', { n: row.n, of: row.of, percent: row.percent ?? 0 })}</strong>
            <span>{say(qualities[choice.quality])}</span>
          </span>
        ) : (
          <span className={styles['figures']}>
            <span>{say(qualities[choice.quality])}</span>
          </span>
        )}
      </summary>
      <div>
        <div className={styles['consequence']} id={`${scene}-${choice.id}`}>
          <h5>{say('choiceThen')}</h5>
          <Prose text={choice.result} />
          <h5>{say('choiceWhy')}</h5>
          <Prose text={choice.feedback} />
          {moved.length > 0 ? (
            <ul className={styles['plain']}>
              {moved.map(({ id, label }) => (
                <li key={id} className={styles['verdict']}>
                  {label} {choice.effects[id]! > 0 ? '+' : '−'}
                  {Math.abs(choice.effects[id]!)}: {choice.reasons[id]}
                </li>
              ))}
            </ul>
          ) : null}
          <h5>{say('choiceLeads')}</h5>
          <p>
            {to.map((id, at) => (
              <span key={id}>
                {at > 0 ? ' · ' : ''}
                <a href={`#${id}`}>{titles.get(id) ?? id}</a>
              </span>
            ))}
          </p>
        </div>
      </div>
    </details>
  )
}
