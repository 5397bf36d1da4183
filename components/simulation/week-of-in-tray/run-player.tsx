'use client'

import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
import { say } from '#lib/message/format.ts'
import { decodeState, encodeState, type Shown } from '#lib/simulation/week-of-in-tray/encode-state.ts'
import { hoursFor } from '#lib/simulation/week-of-in-tray/plan.ts'
import { lastState, runPlan } from '#lib/simulation/week-of-in-tray/run.ts'
import { openTasks } from '#lib/simulation/week-of-in-tray/step.ts'
import type { TaskId } from '#lib/simulation/week-of-in-tray/tasks.ts'
import { daysInRun, makeWorld } from '#lib/simulation/week-of-in-tray/world.ts'
import { DayReport } from './day-report.tsx'
import { dayName, planeSummary, type Words } from './describe.ts'
import { GoalList } from './goal-list.tsx'
import { begunAgain, draftOf, earlierWithTray, isFinished, type Kept, played, shownOf, withDraft } from './kept-run.ts'
import { PlanDay, toggled } from './plan-day.tsx'
import { Plane } from './plane.tsx'
import styles from './run-player.module.css'
import { RunResult } from './run-result.tsx'
import { RunTables } from './run-tables.tsx'
import { TaskCard } from './task-card.tsx'

type Screen = 'plan' | 'report' | 'result'

/**
 * One run, day by day: plan the morning, see the evening, plan again; after Friday the result. A run that came by a link is
 * played in memory only and never touches the learner's own.
 */
export function RunPlayer({
  id,
  words,
  kept,
  keep,
  finish,
  insight,
  idle = false,
}: {
  id: string
  words: Words
  /** the page has not read this device yet: shown, not to be used */
  idle?: boolean
  kept: Kept
  keep(next: Kept): void
  finish(shown: Shown): void
  insight: string
}) {
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const [fromAddress] = useState(() => decodeState(idle ? '' : window.location.search))
  const [linked, setLinked] = useState<Shown | null>(fromAddress.found === 'state' ? fromAddress.shown : null)
  const shown = linked ?? shownOf(kept)
  const [screen, setScreen] = useState<Screen>(() => firstScreen(shown))
  const [selected, setSelected] = useState<TaskId | null>(null)
  const [copied, setCopied] = useState<'copied' | 'copy_failed' | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const picture = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  const name = useId()

  const run = useMemo(() => runPlan(makeWorld(shown.seed), shown.plan.slice(0, shown.day)), [shown])
  const { world } = run
  const state = lastState(run)
  const draft = draftOf(shown)
  const morning = screen === 'plan'
  const day = dayName(words, morning ? shown.day + 1 : shown.day)
  const come = world.order.filter((task) => world.plans[task].arrives <= state.day + (morning ? 1 : 0))
  // in the evening, what ended today is still to be seen; after Friday, everything
  const onPlane = {
    plan: openTasks(world, state),
    report: come.filter((task) => (state.tasks[task].end?.day ?? state.day) === state.day),
    result: come,
  }[screen]
  const chosen = morning && selected && onPlane.includes(selected) ? selected : null

  // Each new screen is a new place: the focus goes to its heading, and the drawing comes into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the screen and the day are what moved
  useEffect(() => {
    if (!moved.current) return
    heading.current?.focus({ preventScroll: true })
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    ;(screen === 'report' ? picture : heading).current?.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: 'start' })
  }, [screen, shown.day, shown.seed])

  function change(next: Shown) {
    setCopied(null)
    if (linked) setLinked(next)
    else keep({ ...kept, run: encodeState(next) })
  }

  function go(next: Screen) {
    moved.current = true
    setSelected(null)
    setScreen(next)
  }

  function runDay() {
    const next = played(shown)
    change(next)
    if (isFinished(next) && !linked) finish(next)
    go('report')
  }

  function again(tray: 'same' | 'other') {
    setCopied(null)
    if (linked) setLinked({ plan: [], day: 0, seed: shownOf(begunAgain({ run: encodeState(shown), earlier: [] }, tray)).seed })
    else keep(begunAgain(kept, tray))
    go('plan')
  }

  function leaveLink() {
    setLinked(null)
    window.history.replaceState(null, '', window.location.pathname + window.location.hash)
    go(firstScreen(shownOf(kept)))
  }

  async function copyLink() {
    const address = `${window.location.pathname}?${encodeState(shown)}#${id}`
    try {
      await navigator.clipboard.writeText(window.location.origin + address)
      setCopied('copied')
    } catch {
      window.history.replaceState(null, '', address)
      setCopied('copy_failed')
    }
  }

  const after = (
    <div className={styles['after']}>
      {screen === 'result' ? (
        <>
          <Button look="primary" onClick={() => again('same')}>
            {t('again_same')}
          </Button>
          <Button onClick={() => again('other')}>{t('again_other')}</Button>
        </>
      ) : null}
      <Button look="quiet" onClick={copyLink}>
        {t('copy')}
      </Button>
      {screen !== 'result' && shown.day > 0 ? (
        <Button look="quiet" onClick={() => again('same')}>
          {t('start_over')}
        </Button>
      ) : null}
      <p role="status">{copied ? t(copied) : ''}</p>
    </div>
  )

  return (
    <div className={styles['player']} inert={idle}>
      {fromAddress.found === 'malformed' ? <p className={styles['notice']}>{t('malformed')}</p> : null}
      {linked ? (
        <p className={styles['notice']}>
          {t('from_link')}{' '}
          <Button look="quiet" onClick={leaveLink}>
            {t('from_link_back')}
          </Button>
        </p>
      ) : null}
      <div className={styles['head']}>
        <h4 ref={heading} tabIndex={-1}>
          {t(screen === 'result' ? 'result_title' : morning ? 'day_title' : 'evening_title', { day })}
        </h4>
        <ol className={styles['days']} aria-hidden="true">
          {Array.from({ length: daysInRun }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: five days, told apart only by their place
            <li key={index} data-done={index < shown.day} data-now={index === shown.day && morning} />
          ))}
        </ol>
        {morning && shown.day === 0 ? <p className={styles['lead']}>{t('start_lead')}</p> : null}
      </div>
      {morning ? (
        <details className={styles['goals']} open={shown.day === 0} key={shown.day === 0 ? 'first' : 'later'}>
          <summary className={fold['summary']}>{t('goals_title')}</summary>
          <GoalList words={words} world={world} state={state} />
        </details>
      ) : null}
      <div className={styles['stage']} data-screen={screen}>
        <div className={styles['picture']} ref={picture}>
          <Plane
            words={words}
            world={world}
            state={state}
            shown={onPlane}
            summary={planeSummary(words, world, state, morning ? 'morning' : 'evening')}
            name={name}
            selected={chosen}
            planned={morning ? onPlane.filter((task) => hoursFor(draft, task) > 0) : []}
            fresh={morning && shown.day > 0}
            choose={morning ? setSelected : undefined}
          >
            {chosen ? (
              <TaskCard
                words={words}
                world={world}
                state={state}
                task={chosen}
                draft={draft}
                toggle={() => change(withDraft(shown, toggled(state, draft, chosen)))}
              />
            ) : null}
          </Plane>
        </div>
        <div className={styles['panel']}>
          <div role="status" className={styles['report']}>
            {screen === 'report' ? <DayReport words={words} run={run} day={shown.day} /> : null}
          </div>
          {screen === 'report' ? (
            <Button look="primary" className={styles['next']} onClick={() => go(isFinished(shown) ? 'result' : 'plan')}>
              {isFinished(shown) ? t('to_result') : t('next_day', { day: dayName(words, shown.day + 1) })}
            </Button>
          ) : null}
          {morning ? (
            <PlanDay
              words={words}
              world={world}
              state={state}
              draft={draft}
              change={(next) => change(withDraft(shown, next))}
              run={runDay}
            />
          ) : null}
          {screen === 'result' ? (
            <RunResult
              words={words}
              run={run}
              insight={insight}
              own={linked === null}
              earlier={linked ? [] : earlierWithTray(kept, shown).map(({ number, shown: { plan } }) => ({ number, plan }))}
            >
              {after}
            </RunResult>
          ) : (
            after
          )}
        </div>
        <div className={styles['notes']}>
          <Fold title={t('legend_title')} lines={['legend_place', 'legend_tail', 'legend_shape', 'legend_full'].map((key) => t(key))} />
          <RunTables words={words} world={world} state={state} come={come} />
          <Fold
            title={t('rules_title')}
            lines={['rule_night', 'rule_drift', 'rule_c', 'rule_left_out', 'rule_model'].map((key) => t(key))}
          />
        </div>
      </div>
    </div>
  )
}

function Fold({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <details className={styles['fold']}>
      <summary className={fold['summary']}>{title}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}

function firstScreen(shown: Shown): Screen {
  if (isFinished(shown)) return 'result'
  return shown.day > 0 && draftOf(shown).every((task) => task === null) ? 'report' : 'plan'
}
