'use client'

import { useId, useMemo, useState } from 'react'
import { AfterButtons } from '#components/simulation/parts/after-buttons.tsx'
import { Fold } from '#components/simulation/parts/fold.tsx'
import { NextButton } from '#components/simulation/parts/next-button.tsx'
import { Player } from '#components/simulation/parts/player.tsx'
import { StepHead } from '#components/simulation/parts/step-head.tsx'
import type { PlayerProps } from '#components/simulation/parts/use-run.ts'
import { useSteppedRun } from '#components/simulation/parts/use-stepped-run.ts'
import fold from '#components/ui/fold.module.css'
import { say } from '#lib/message/format.ts'
import type { Shown } from '#lib/simulation/week-of-in-tray/encode-state.ts'
import { hoursFor } from '#lib/simulation/week-of-in-tray/plan.ts'
import { lastState, runPlan } from '#lib/simulation/week-of-in-tray/run.ts'
import { openTasks } from '#lib/simulation/week-of-in-tray/step.ts'
import type { TaskId } from '#lib/simulation/week-of-in-tray/tasks.ts'
import { makeWorld } from '#lib/simulation/week-of-in-tray/world.ts'
import { DayReport } from './day-report.tsx'
import { dayName, planeSummary } from './describe.ts'
import { GoalList } from './goal-list.tsx'
import { PlanDay, toggled } from './plan-day.tsx'
import { Plane } from './plane.tsx'
import styles from './run-player.module.css'
import { RunResult } from './run-result.tsx'
import { rules } from './run-rules.ts'
import { RunTables } from './run-tables.tsx'
import { TaskCard } from './task-card.tsx'

const titles = { plan: 'day_title', report: 'evening_title', result: 'result_title' }

/**
 * One run, day by day: plan the morning, see the evening, plan again; after Friday the result. A run that came by a link is
 * played in memory only and never touches the learner's own.
 */
export function RunPlayer(props: PlayerProps<Shown>) {
  const { id, words, idle, insight } = props
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const [selected, setSelected] = useState<TaskId | null>(null)
  const steps = useSteppedRun(rules, props, () => setSelected(null))
  const { shown, screen, draft } = steps
  const name = useId()

  const run = useMemo(() => runPlan(makeWorld(shown.seed), shown.plan.slice(0, shown.done)), [shown])
  const { world } = run
  const state = lastState(run)
  const morning = screen === 'plan'
  const day = dayName(words, steps.step)
  const come = world.order.filter((task) => world.plans[task].arrives <= state.day + (morning ? 1 : 0))
  // in the evening, what ended today is still to be seen; after Friday, everything
  const onPlane = {
    plan: openTasks(world, state),
    report: come.filter((task) => (state.tasks[task].end?.day ?? state.day) === state.day),
    result: come,
  }[screen]
  const chosen = morning && selected && onPlane.includes(selected) ? selected : null

  const after = <AfterButtons words={words} id={id} run={steps} begun={shown.done > 0} ended={screen === 'result'} />

  return (
    <Player words={words} idle={idle} run={steps} leaveLink={steps.leaveLink}>
      <StepHead
        run={steps}
        steps={rules.steps}
        title={t(titles[screen], { day })}
        lead={morning && shown.done === 0 ? t('start_lead') : null}
      />
      {morning ? (
        <details className={styles['goals']} open={shown.done === 0} key={shown.done === 0 ? 'first' : 'later'}>
          <summary className={fold['summary']}>{t('goals_title')}</summary>
          <GoalList words={words} world={world} state={state} />
        </details>
      ) : null}
      <div className={styles['stage']} data-screen={screen}>
        <div className={styles['picture']} ref={steps.picture}>
          <Plane
            words={words}
            world={world}
            state={state}
            shown={onPlane}
            summary={planeSummary(words, world, state, morning ? 'morning' : 'evening')}
            name={name}
            selected={chosen}
            planned={morning ? onPlane.filter((task) => hoursFor(draft, task) > 0) : []}
            fresh={morning && shown.done > 0}
            choose={morning ? setSelected : undefined}
          >
            {chosen ? (
              <TaskCard
                words={words}
                world={world}
                state={state}
                task={chosen}
                draft={draft}
                toggle={() => steps.setDraft(toggled(state, draft, chosen))}
              />
            ) : null}
          </Plane>
        </div>
        <div className={styles['panel']} data-part="panel">
          <div role="status" className={styles['report']}>
            {screen === 'report' ? <DayReport words={words} run={run} day={shown.done} /> : null}
          </div>
          {screen === 'report' ? (
            <NextButton onClick={steps.goOn}>
              {steps.finished ? t('to_result') : t('next_day', { day: dayName(words, shown.done + 1) })}
            </NextButton>
          ) : null}
          {morning ? (
            <PlanDay
              words={words}
              world={world}
              state={state}
              draft={draft}
              change={steps.setDraft}
              run={() => {
                setSelected(null)
                steps.play()
              }}
            />
          ) : null}
          {screen === 'result' ? (
            <RunResult words={words} run={run} insight={insight} own={steps.own} earlier={steps.earlier}>
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
    </Player>
  )
}
