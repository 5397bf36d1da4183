'use client'

import { LazyMotion, MotionConfig } from 'framer-motion'
import * as m from 'framer-motion/m'
import Link from 'next/link'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
import { type Messages, say } from '#lib/message/format.ts'
import { startMeters, wordFor } from '#lib/scenario/move-meters.ts'
import { orderChoices } from '#lib/scenario/order-choices.ts'
import type { Step } from '#lib/scenario/run-scenario.ts'
import type { Scenario } from '#lib/scenario/schema.ts'
import { ConsequenceView } from './consequence-view.tsx'
import { DebriefView } from './debrief-view.tsx'
import { EndingView } from './ending-view.tsx'
import { Meters } from './meters.tsx'
import { People } from './people.tsx'
import { keyOf } from './phase-of.ts'
import styles from './player.module.css'
import { SceneView } from './scene-view.tsx'
import { useScenarioRun } from './use-scenario-run.ts'

const none: Readonly<Record<string, string>> = {}

/**
 * Plays a scenario. What is shown follows from the learner's statements (use-scenario-run): a reload, a crash or another
 * device goes on at the same scene. This file puts the screens together and looks after focus, live region and movement.
 */
export function ScenarioPlayer({
  scenario,
  module,
  hashes,
  moved = none,
  next,
  mark,
  intro,
  messages,
  locale,
}: {
  scenario: Scenario
  /** its title, address and slug */
  module: { slug: string; title: string; href: string }
  /** fingerprint of the scenario and of each scene, by object id */
  hashes: Readonly<Record<string, string>>
  /** ids that carry on under another one: old object id → new */
  moved?: Readonly<Record<string, string>>
  /** where to go after the ending */
  next: { href: string; label: string }
  /** the mark of the module, rendered on the server */
  mark: ReactNode
  /** rendered on the server: setting, people, meters */
  intro: ReactNode
  messages: Messages
  locale: string
}) {
  const place = useMemo(() => ({ object: `${module.slug}/scenario`, hashes }), [module.slug, hashes])
  const { loaded, phase, run, replay, came, runs, seen, begin, choose, goOn, playFrom } = useScenarioRun(scenario, place, moved)
  const { load, moving } = useMotionFeatures()
  const key = run ? `${run.id} ${keyOf(phase)}` : keyOf(phase)
  const heading = useFocusOnChange(key, loaded)

  const step = phase.name === 'consequence' ? phase.step : phase.name === 'scene' ? phase.last : null
  const values = phase.name === 'consequence' ? phase.step.after : (replay?.meters ?? startMeters(scenario.meters))
  const scene = scenario.scenes.find(({ id }) => id === (phase.name === 'scene' ? phase.scene : step?.scene))
  const chosen = (one: Step | null) =>
    scenario.scenes.find(({ id }) => id === one?.scene)?.choices.find(({ id }) => id === one?.choice) ?? null
  const choice = chosen(step)
  const ending = phase.name === 'ending' ? scenario.endings.find(({ id }) => id === phase.ending) : undefined
  const playing = phase.name === 'scene' || phase.name === 'consequence'
  const note =
    phase.name !== 'scene' || came === 'began' || !step
      ? null
      : came === 'returned'
        ? { text: say(messages, 'back'), choice }
        : { text: say(messages, 'again'), choice: null }

  const main = (
    <m.div
      className={styles['main']}
      key={key}
      initial={moving && phase.name !== 'intro' ? { opacity: 0, y: 10 } : false}
      animate={{ opacity: 1, y: 0 }}
      transition={{ duration: 0.24, ease: [0.2, 0, 0, 1] }}
    >
      {phase.name === 'intro' ? (
        <>
          {intro}
          <div className={styles['begin']}>
            <Button look="primary" disabled={!loaded} onClick={begin}>
              {say(messages, loaded ? 'begin' : 'looking')}
            </Button>
            <noscript>
              <p>{say(messages, 'script')}</p>
            </noscript>
          </div>
        </>
      ) : null}
      {phase.name === 'scene' && scene && run && replay ? (
        <SceneView
          scene={scene}
          choices={orderChoices(
            scene.choices.filter(({ id }) => replay.offered.includes(id)),
            run.id,
            scene.id,
          )}
          note={note}
          heading={heading}
          onChoose={choose}
          messages={messages}
        />
      ) : null}
      {phase.name === 'consequence' && scene && choice ? (
        <ConsequenceView
          scene={scene}
          choice={choice}
          skill={scenario.skills.find(({ id }) => id === choice.skill)}
          heading={heading}
          messages={messages}
        />
      ) : null}
      {ending ? (
        <EndingView
          scenario={scenario}
          ending={ending}
          seen={seen}
          next={next}
          heading={heading}
          onRestart={begin}
          messages={messages}
          locale={locale}
        />
      ) : null}
    </m.div>
  )
  const meters =
    phase.name === 'intro' ? null : (
      <div className={styles['side']} key="meters">
        <Meters
          meters={scenario.meters}
          values={values}
          moved={phase.name === 'ending' ? [] : (step?.moved ?? [])}
          step={step ? `${run?.id} ${step.scene}` : ''}
          told={phase.name === 'consequence'}
          still={phase.name === 'consequence' && step?.moved.length === 0}
          moving={moving}
          messages={messages}
          locale={locale}
        />
      </div>
    )
  return (
    <LazyMotion features={load} strict>
      <MotionConfig reducedMotion="user">
        <article className={styles['player']} data-phase={phase.name} aria-labelledby="scenario-title">
          <header className={styles['head']}>
            {phase.name === 'intro' ? (
              <p className={styles['crumb']}>
                {mark}
                <span>
                  <Link href={module.href} prefetch={false}>
                    {module.title}
                  </Link>{' '}
                  · {say(messages, 'kicker')} · {say(messages, 'minutes', { count: scenario.minutes }, locale)}
                </span>
              </p>
            ) : null}
            <h1 className={styles['name']} id="scenario-title">
              {scenario.title}
            </h1>
            {phase.name === 'intro' ? null : (
              <Link
                prefetch={false}
                className={styles['leave']}
                href={module.href}
                aria-describedby={playing ? 'scenario-kept' : undefined}
              >
                {say(messages, playing ? 'leave' : 'close')}
              </Link>
            )}
          </header>
          <p className="visually-hidden" role="status">
            {phase.name === 'consequence' ? tellMoves(scenario, phase.step, messages, locale) : ''}
          </p>
          <div className={styles['stage']}>{phase.name === 'consequence' ? [main, meters] : [meters, main]}</div>
          {phase.name === 'consequence' ? (
            <div className={styles['on']}>
              <Button look="primary" onClick={goOn}>
                {say(messages, phase.end ? 'goOnToEnd' : 'goOn')}
              </Button>
            </div>
          ) : null}
          {ending && replay ? (
            <DebriefView
              scenario={scenario}
              replay={replay}
              runs={runs}
              ending={ending}
              lessonHref={(lesson) => `${module.href}/lessons/${lesson}`}
              onPlayFrom={playFrom}
              messages={messages}
              locale={locale}
            />
          ) : null}
          {playing ? (
            <footer className={styles['foot']}>
              <p id="scenario-kept">{say(messages, 'leaveKept')}</p>
              <details>
                <summary className={fold['summary']}>{say(messages, 'peopleShort')}</summary>
                <People people={scenario.people} />
              </details>
              <details key={run?.id}>
                <summary className={fold['summary']}>{say(messages, 'restart')}</summary>
                <p>{say(messages, 'restartSure')}</p>
                <Button onClick={begin}>{say(messages, 'restartDo')}</Button>
              </details>
            </footer>
          ) : null}
        </article>
      </MotionConfig>
    </LazyMotion>
  )
}

/** What a screen reader hears when meters move: names, amounts, words. The reasons stand beside the meters. */
function tellMoves(scenario: Scenario, { moved, after }: Step, messages: Messages, locale: string): string {
  if (moved.length === 0) return say(messages, 'still')
  return moved
    .map(({ meter: id, by }) => {
      const meter = scenario.meters.find((one) => one.id === id)!
      const values = { meter: meter.label, by: Math.abs(by), word: wordFor(meter, after[id] ?? meter.min) }
      return say(messages, by > 0 ? 'movedUp' : 'movedDown', values, locale)
    })
    .join(' ')
}

/** A new screen begins at its heading, for eyes and for screen readers; the first one leaves focus where it is. */
function useFocusOnChange(key: string, loaded: boolean) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef<string | null>(null)
  useEffect(() => {
    if (!loaded) return
    const first = before.current === null
    if (before.current === key) return
    before.current = key
    if (first) return
    window.scrollTo({ top: 0, behavior: 'instant' })
    heading.current?.focus({ preventScroll: true })
  }, [key, loaded])
  return heading
}

/** Until the features are there (or if they never come), everything simply stands where it belongs. */
function useMotionFeatures() {
  const [moving, setMoving] = useState(false)
  const load = useCallback(
    () =>
      import('./motion-features.ts').then(
        ({ default: features }) => {
          setMoving(true)
          return features
        },
        () => new Promise<never>(() => {}),
      ),
    [],
  )
  return { load, moving }
}
