'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { ConsequenceView } from '#components/scenario/consequence-view.tsx'
import { Meters } from '#components/scenario/meters.tsx'
import { phaseOf } from '#components/scenario/phase-of.ts'
import { Prose } from '#components/scenario/prose.tsx'
import { SceneView } from '#components/scenario/scene-view.tsx'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import { startAnywhere } from '#lib/preview/start-anywhere.ts'
import { replayRun, type Taken } from '#lib/scenario/run-scenario.ts'
import type { Scenario } from '#lib/scenario/schema.ts'
import styles from './preview.module.css'

/** The story from any scene with any meters, by the machine and the screens that learners have. Nothing is recorded. */
export function PlayAnywhere({
  scenario,
  from,
  messages,
  locale,
}: {
  scenario: Scenario
  from: string
  messages: { preview: Messages; scenario: Messages }
  locale: string
}) {
  const [scene, setScene] = useState(from)
  const [values, setValues] = useState<Record<string, number>>({})
  const [run, setRun] = useState<{ start: string; values: Record<string, number>; choices: Taken[]; read: number } | null>(null)
  const say_ = (key: string, filled?: Record<string, string | number>) => say(messages.preview, key, filled, locale)
  return (
    <div className={styles['player']}>
      <form
        className={styles['settings']}
        onSubmit={(event) => {
          event.preventDefault()
          setRun({ start: scene, values, choices: [], read: 0 })
        }}
      >
        <label>
          {say_('from')}
          <select value={scene} onChange={(event) => setScene(event.currentTarget.value)}>
            {scenario.scenes.map(({ id, title }) => (
              <option key={id} value={id}>
                {id} · {title}
              </option>
            ))}
          </select>
        </label>
        {scenario.meters.map(({ id, label, start, min, max }) => (
          <label key={id}>
            {label} ({say_('between', { min, max })})
            <input
              type="number"
              min={min}
              max={max}
              step={1}
              value={values[id] ?? start}
              onChange={(event) => setValues({ ...values, [id]: event.currentTarget.valueAsNumber || 0 })}
            />
          </label>
        ))}
        <Button look="primary" type="submit">
          {say_(run ? 'again' : 'begin')}
        </Button>
      </form>
      {run ? (
        <Run
          key={`${run.start} ${JSON.stringify(run.values)}`}
          scenario={scenario}
          run={run}
          onChoose={(choice) => setRun({ ...run, choices: [...run.choices, choice] })}
          onRead={() => setRun({ ...run, read: run.read + 1 })}
          onBack={() => setRun({ ...run, choices: run.choices.slice(0, -1), read: Math.max(0, run.choices.length - 1) })}
          messages={messages}
          locale={locale}
        />
      ) : null}
    </div>
  )
}

function Run({
  scenario: written,
  run: { start, values, choices, read },
  onChoose,
  onRead,
  onBack,
  messages,
  locale,
}: {
  scenario: Scenario
  run: { start: string; values: Record<string, number>; choices: readonly Taken[]; read: number }
  onChoose(taken: Taken): void
  onRead(): void
  onBack(): void
  messages: { preview: Messages; scenario: Messages }
  locale: string
}) {
  const scenario = useMemo(() => startAnywhere(written, start, values), [written, start, values])
  const replay = useMemo(() => replayRun(scenario, choices), [scenario, choices])
  const phase = phaseOf(replay, read)
  const heading = useRef<HTMLHeadingElement>(null)
  const screen = `${phase.name} ${read} ${choices.length}`
  useEffect(() => {
    if (screen) heading.current?.focus({ preventScroll: true })
  }, [screen])
  const step = phase.name === 'consequence' ? phase.step : null
  const scene = scenario.scenes.find(({ id }) => id === (phase.name === 'scene' ? phase.scene : step?.scene))
  const choice = scene?.choices.find(({ id }) => id === step?.choice)
  const ending = phase.name === 'ending' ? scenario.endings.find(({ id }) => id === phase.ending) : undefined
  return (
    <div className={styles['run']}>
      <Meters
        meters={scenario.meters}
        values={step ? step.after : replay.meters}
        moved={step?.moved ?? []}
        step={screen}
        told={step !== null}
        still={step?.moved.length === 0}
        moving={false}
        messages={messages.scenario}
        locale={locale}
      />
      <div>
        <p className={styles['soft']}>{say(messages.preview, 'stands', { id: ending?.id ?? scene?.id ?? '' })}</p>
        {phase.name === 'scene' && scene ? (
          <>
            <SceneView
              scene={scene}
              choices={scene.choices.filter(({ id }) => replay.offered.includes(id))}
              note={null}
              heading={heading}
              onChoose={(id) => onChoose({ scene: scene.id, choice: id })}
              messages={messages.scenario}
            />
            {replay.offered.length === 0 ? <p className={styles['fault']}>{say(messages.preview, 'nothingOffered')}</p> : null}
          </>
        ) : null}
        {phase.name === 'consequence' && scene && choice ? (
          <>
            <ConsequenceView
              scene={scene}
              choice={choice}
              skill={scenario.skills.find(({ id }) => id === choice.skill)}
              heading={heading}
              messages={messages.scenario}
            />
            <Button look="primary" onClick={onRead}>
              {say(messages.scenario, phase.end ? 'goOnToEnd' : 'goOn')}
            </Button>
          </>
        ) : null}
        {ending ? (
          <>
            <h3 ref={heading} tabIndex={-1}>
              {ending.title}
            </h3>
            <Prose text={ending.text} />
            <h4>{say(messages.scenario, 'debriefTitle')}</h4>
            <Prose text={ending.debrief} />
          </>
        ) : null}
        {choices.length > 0 ? (
          <p>
            <Button look="quiet" onClick={onBack}>
              {say(messages.preview, 'back')}
            </Button>
          </p>
        ) : null}
      </div>
    </div>
  )
}
