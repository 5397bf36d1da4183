import Link from 'next/link'
import { useMemo } from 'react'
import { Button } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
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
          {stronger.length > 0 ? (
            <>
              <h4 className={styles['mark']}>
                <Mark kind="stronger" />
                {words('skillStronger', { count: stronger.length })}
              </h4>
              <Uses uses={stronger} words={words} />
            </>
          ) : null}
          {skill.lesson && stronger.length > 0 ? (
            <p>
              <Link
                prefetch={false}
                className={styles['read']}
                href={lessonHref(skill.lesson)}
                aria-label={words('readAgainOf', { skill: skill.label })}
              >
                {words('readAgain')}
              </Link>
            </p>
          ) : null}
          {well.length > 0 ? (
            // what went well is on the path below as well: here it is one line that opens
            <details className={styles['well']}>
              <summary className={fold['summary']}>
                <Mark kind="well" />
                {words('skillWell', { count: well.length })}
              </summary>
              <Uses uses={well} words={words} />
            </details>
          ) : null}
        </article>
      ))}
    </div>
  )
}

function Uses({ uses, words }: { uses: readonly SkillUse[]; words: Say }) {
  return (
    <ul className={styles['uses']}>
      {uses.map(({ scene, taken, stronger }) => (
        <li key={scene.id}>
          <b>{scene.title}:</b> <Line text={taken.text} />
          {stronger ? <span className={styles['better']}>{words('strongerWas', { choice: stronger.text })}</span> : null}
        </li>
      ))}
    </ul>
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
  const strong = taken.quality === 'strong' ? undefined : others.find(({ choice }) => choice.quality === 'strong')
  return (
    <li>
      <p className={styles['when']}>{scene.when}</p>
      <h3>{scene.title}</h3>
      <p className={styles['taken']}>
        <Line text={taken.text} />
      </p>
      {moved.length > 0 ? (
        <p>
          <Changes scenario={scenario} moved={moved} />
        </p>
      ) : null}
      <div className={styles['more']}>
        <details>
          <summary className={fold['summary']} aria-label={words(strong ? 'othersStrongerOf' : 'othersOf', { title: scene.title })}>
            {words(strong ? 'othersStronger' : 'others')}
          </summary>
          <p className={styles['result']}>
            <b>{words('followed')}</b> <Line text={taken.result} />
          </p>
          <ul>
            {others.map((other) => (
              <li key={other.choice.id}>
                {other === strong ? (
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
        <Button
          className={styles['from']}
          look="quiet"
          onClick={() => onPlayFrom(index)}
          aria-label={words('playFromOf', { title: scene.title })}
        >
          {words('playFrom')}
        </Button>
      </div>
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
