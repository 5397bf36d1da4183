import { drawFlow } from '#lib/cohort/report-drawing.ts'
import { percentOf } from '#lib/cohort/report-figures.ts'
import { dividedScene, type Flow, type ScenarioReport } from '#lib/cohort/report-flow.ts'
import { sceneRows } from '#lib/cohort/report-tables.ts'
import { deriveMap } from '#lib/scenario/derive-map.ts'
import type { Scenario } from '#lib/scenario/schema.ts'
import { Bar } from './bar.tsx'
import { FlowGraph } from './flow-graph.tsx'
import styles from './report.module.css'
import type { Say } from './say-in.ts'
import { SceneReport } from './scene-report.tsx'
import { Table } from './table.tsx'

export type Which = 'first' | 'all'

/** How the group went through the scenario: the map, the endings, the runs not finished, and every scene with its choices. */
export function ScenarioSection({
  report,
  story,
  which,
  href,
  say,
}: {
  report: ScenarioReport
  story: Scenario
  which: Which
  /** of this page, with the runs it counts */
  href: (which: Which) => string
  say: Say
}) {
  if (report.all.runs === 0)
    return (
      <section className={styles['section']} id="scenario" aria-labelledby="scenario-title">
        <h2 id="scenario-title">{say('scenario')}</h2>
        <p className={styles['soft']}>{say('scenarioNobody')}</p>
      </section>
    )
  const flow = report[which]
  const map = deriveMap(story)
  const titles = new Map([...story.scenes, ...story.endings].map(({ id, title }) => [id, title]))
  const divided = dividedScene(report.first, story.scenes)
  const layers = new Map(map.places.map(({ id, layer, column }) => [id, layer * 100 + column]))
  const scenes = sceneRows(flow, story).sort((a, b) => (layers.get(a.id) ?? 1e6) - (layers.get(b.id) ?? 1e6))
  const leadsTo = (scene: string, choice: string) =>
    map.lines.flatMap((line) => (line.from === scene && line.choices.includes(choice) ? [line.to] : []))
  return (
    <section className={styles['section']} id="scenario" aria-labelledby="scenario-title">
      <h2 id="scenario-title">{say('scenario')}</h2>
      <p className={styles['soft']}>
        {say('scenarioLead', {
          people: say('people', { count: report.all.people }),
          runs: say('runs', { count: report.all.runs }),
          again: say('people', { count: report.again.people }),
        })}
      </p>
      <nav aria-label={say('showLabel')}>
        <ul className={styles['jumps']}>
          {(['first', 'all'] as const).map((one) => (
            <li key={one}>
              <a href={`${href(one)}#scenario`} aria-current={one === which ? 'true' : undefined}>
                {say(one === 'first' ? 'showFirst' : 'showAll')} ({report[one].runs})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p className={styles['soft']}>{say(which === 'first' ? 'firstNote' : 'allNote')}</p>
      <p className={styles['soft']}>
        {say('privacy')} {flow.cut > 0 ? say('cut', { count: flow.cut }) : null}
      </p>

      <h3 id="flow">{say('flowTitle')}</h3>
      <FlowGraph drawing={drawFlow(map, titles, flow)} say={say} />
      <details className={styles['notes']}>
        <summary>{say('asTable')}</summary>
        <Table
          label={say('tableOf', { title: say('flowTitle') })}
          columns={[
            { label: say('columnFrom'), look: 'wide' },
            { label: say('columnTo'), look: 'wide' },
            { label: say('columnBy') },
            { label: say('columnRuns'), look: 'number' },
          ]}
          rows={map.lines.map(({ from, to, choices }) => [
            titles.get(from),
            titles.get(to),
            choices.join(', '),
            flow.lines.get(`${from} ${to}`) ?? 0,
          ])}
        />
      </details>

      <h3>{say('endingsTitle')}</h3>
      <Ends flow={flow} story={story} say={say} />

      <h3>{say('scenesTitle')}</h3>
      <p className={styles['soft']}>{say('scenesLead')}</p>
      {scenes.map((row) => (
        <SceneReport
          key={row.id}
          row={row}
          partly={flow.cut > 0}
          story={story}
          divided={which === 'first' && divided?.id === row.id ? percentOf(divided.share) : null}
          titles={titles}
          leadsTo={leadsTo}
          say={say}
        />
      ))}
    </section>
  )
}

/** Of all runs, whole: how a run came out is shown of two people as of twenty. */
function Ends({ flow, story, say }: { flow: Flow; story: Scenario; say: Say }) {
  const { ends } = flow
  const stopped = story.scenes
    .map(({ id, title }) => ({ id, title, n: ends.stoppedAt.get(id) ?? 0 }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
  const most = Math.max(1, flow.runs)
  return (
    <div className={styles['columns']}>
      <div>
        <h4>{say('endings')}</h4>
        <ul className={styles['rows']}>
          {story.endings.map(({ id, title, good }) => {
            const n = ends.endings.get(id) ?? 0
            return (
              <li key={id} id={id} className={styles['line']}>
                <span>
                  {title} <span className={styles['verdict']}>({say(good ? 'endingGood' : 'endingOther')})</span>
                </span>
                <Bar percent={(100 * n) / most} />
                <span className={styles['figures']}>
                  <strong>{say('choicePercent', { n, of: flow.runs, percent: Math.round((100 * n) / most) })}</strong>
                </span>
              </li>
            )
          })}
        </ul>
      </div>
      <div>
        <h4>{say('stoppedAt')}</h4>
        <p className={styles['soft']}>
          {ends.stopped > 0 ? say('unfinished', { count: ends.stopped }) : say('unfinishedNone')}{' '}
          {ends.former > 0 ? say('former', { count: ends.former }) : null}
        </p>
        {stopped.length > 0 ? (
          <ul className={styles['rows']}>
            {stopped.map(({ id, title, n }) => (
              <li key={id} className={styles['line']}>
                <a href={`#${id}`}>{title}</a>
                <Bar percent={(100 * n) / most} look="before" />
                <span className={styles['figures']}>
                  <strong>{say('objectiveOf', { n, of: flow.runs })}</strong>
                </span>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  )
}
