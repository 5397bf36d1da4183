import Link from 'next/link'
import { type ReactNode, useMemo } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import { type Debrief, type DebriefStep, debriefRun, type Other, type SkillUse } from '#lib/scenario/debrief-run.ts'
import { type Moved, type Replay, replayRun } from '#lib/scenario/run-scenario.ts'
import type { Ending, Scenario } from '#lib/scenario/schema.ts'
import type { Run } from '#lib/scenario/select-runs.ts'
import styles from './debrief.module.css'
import { Line } from './prose.tsx'
import { StoryMap } from './story-map.tsx'

type Say = (key: string, values?: Record<string, string | number>) => string

/** After the ending: the skills behind the choices, and the path beside the other ones. */
export function DebriefView({
  scenario,
  replay,
  runs,
  ending,
  lessonHref,
  onPlayFrom,
  messages,
  locale,
}: {
  scenario: Scenario
  replay: Replay
  runs: readonly Run[]
  ending: Ending
  lessonHref(lesson: string): string
  onPlayFrom(step: number): void
  messages: Messages
  locale: string
}) {
  const debrief = useMemo(() => debriefRun(scenario, replay), [scenario, replay])
  const been = useMemo(() => placesBeen(scenario, runs), [scenario, runs])
  const words: Say = (key, values = {}) => say(messages, key, values, locale)
  return (
    <>
      <section className={styles['section']} aria-labelledby="scenario-skills">
        <h2 id="scenario-skills">{words('skillsTitle')}</h2>
        <p className={styles['lead']}>{words('skillsLead')}</p>
        <Skills debrief={debrief} lessonHref={lessonHref} words={words} />
      </section>
      <section className={styles['section']} aria-labelledby="scenario-path">
        <h2 id="scenario-path">{words('pathTitle')}</h2>
        <p className={styles['lead']}>{words('pathLead')}</p>
        <div className={styles['sides']}>
          <div className={styles['map']}>
            <StoryMap scenario={scenario} replay={replay} been={been} messages={messages} locale={locale} />
          </div>
          <ol className={styles['path']}>
            {debrief.steps.map((step) => (
              <PathStep key={step.scene.id} scenario={scenario} step={step} onPlayFrom={onPlayFrom} words={words} />
            ))}
            <li className={styles['end']}>{words('reached', { title: ending.title })}</li>
          </ol>
        </div>
      </section>
    </>
  )
}

function Skills({ debrief, lessonHref, words }: { debrief: Debrief; lessonHref(lesson: string): string; words: Say }) {
  return (
    <div className={styles['skills']}>
      {debrief.skills.map(({ skill, well, stronger }) => (
        <article className={styles['skill']} key={skill.id}>
          <h3>{skill.label}</h3>
          <p className={styles['idea']}>{skill.idea}</p>
          <Uses title={words('skillWell')} mark="well" uses={well}>
            {() => null}
          </Uses>
          <Uses title={words('skillStronger')} mark="stronger" uses={stronger}>
            {(use) =>
              use.stronger ? <span className={styles['better']}>{words('strongerWas', { choice: use.stronger.text })}</span> : null
            }
          </Uses>
          {skill.lesson && stronger.length > 0 ? (
            <p>
              <Link className={styles['read']} href={lessonHref(skill.lesson)}>
                {words('readAgain')}
                <span className="visually-hidden">: {skill.label}</span>
              </Link>
            </p>
          ) : null}
        </article>
      ))}
    </div>
  )
}

function Uses({
  title,
  mark,
  uses,
  children,
}: {
  title: string
  mark: 'well' | 'stronger'
  uses: readonly SkillUse[]
  children(use: SkillUse): ReactNode
}) {
  if (uses.length === 0) return null
  return (
    <>
      <h4 className={styles['mark']}>
        <Mark kind={mark} />
        {title}
      </h4>
      <ul className={styles['uses']}>
        {uses.map((use) => (
          <li key={use.scene.id}>
            <b>{use.scene.title}:</b> <Line text={use.taken.text} />
            {children(use)}
          </li>
        ))}
      </ul>
    </>
  )
}

function Mark({ kind }: { kind: 'well' | 'stronger' }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      {kind === 'well' ? <path d="M2 8.5l4 4 8-9" /> : <path d="M8 14V3M3 7.5 8 2.5l5 5" />}
    </svg>
  )
}

function PathStep({
  scenario,
  step,
  onPlayFrom,
  words,
}: {
  scenario: Scenario
  step: DebriefStep
  onPlayFrom(step: number): void
  words: Say
}) {
  const { index, scene, taken, moved, others } = step
  return (
    <li>
      <p className={styles['when']}>{scene.when}</p>
      <h3>{scene.title}</h3>
      <p className={styles['taken']}>
        <Line text={taken.text} />
      </p>
      <p className={styles['result']}>
        <Line text={taken.result} /> <Changes scenario={scenario} moved={moved} />
      </p>
      <details className={styles['others']}>
        <summary>
          {words('others')}
          <span className="visually-hidden">: {scene.title}</span>
        </summary>
        <ul>
          {others.map((other) => (
            <li key={other.choice.id}>
              {other.choice.quality === 'strong' && taken.quality !== 'strong' ? (
                <p className={styles['mark']}>
                  <Mark kind="stronger" />
                  {words('strongerHere')}
                </p>
              ) : null}
              <p className={styles['taken']}>
                <Line text={other.choice.text} />
              </p>
              <p className={styles['result']}>
                <Line text={other.choice.result} /> <Changes scenario={scenario} moved={other.moved} />
              </p>
              <p className={styles['because']}>
                <Line text={other.choice.feedback} />
              </p>
              <p className={styles['leads']}>{leadsTo(other, words)}</p>
            </li>
          ))}
        </ul>
      </details>
      <Button className={styles['from']} look="quiet" onClick={() => onPlayFrom(index)}>
        {words('playFrom')}
        <span className="visually-hidden">: {scene.title}</span>
      </Button>
    </li>
  )
}

/** "Reach +1": sign and number, so that it reads without colour. */
function Changes({ scenario, moved }: { scenario: Scenario; moved: readonly Moved[] }) {
  return moved.map(({ meter, by }) => (
    <span className={styles['change']} key={meter}>
      {scenario.meters.find(({ id }) => id === meter)?.label} {by > 0 ? `+${by}` : `−${-by}`}
    </span>
  ))
}

function leadsTo({ to }: Other, words: Say): string {
  if (to.kind === 'ending') return words(to.same ? 'leadsSame' : 'leadsOther')
  return words(to.onPath ? 'leadsOnPath' : 'leadsScene', { title: to.title })
}

function placesBeen(scenario: Scenario, runs: readonly Run[]): Set<string> {
  const been = new Set<string>()
  for (const run of runs) {
    if (!run.whole) continue
    const { steps, scene, ending } = replayRun(scenario, run.choices)
    for (const step of steps) been.add(step.scene)
    been.add(scene ?? ending ?? scenario.start)
  }
  return been
}
