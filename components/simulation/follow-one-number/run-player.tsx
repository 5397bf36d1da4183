'use client'

import { useMemo, useState } from 'react'
import { AfterButtons } from '#components/simulation/parts/after-buttons.tsx'
import { Fold } from '#components/simulation/parts/fold.tsx'
import { NextButton } from '#components/simulation/parts/next-button.tsx'
import { Player } from '#components/simulation/parts/player.tsx'
import { StepHead } from '#components/simulation/parts/step-head.tsx'
import type { PlayerProps } from '#components/simulation/parts/use-run.ts'
import { useSteppedRun } from '#components/simulation/parts/use-stepped-run.ts'
import styles from '#components/simulation/parts/week-stage.module.css'
import { say } from '#lib/message/format.ts'
import type { Shown } from '#lib/simulation/follow-one-number/encode-state.ts'
import { lastState, runPlan, summarise } from '#lib/simulation/follow-one-number/run.ts'
import { makeWorld, weeksInRun } from '#lib/simulation/follow-one-number/world.ts'
import { weekSentences } from './describe.ts'
import { FlowDrawing } from './flow-drawing.tsx'
import { PlanWeek } from './plan-week.tsx'
import { RunResult } from './run-result.tsx'
import { rules } from './run-rules.ts'
import { RunTables } from './run-tables.tsx'

const folds = [
  ['legend_title', ['legend_ring', 'legend_stream', 'legend_table', 'legend_map', 'legend_truth']],
  ['rules_title', ['rule_due', 'rule_chase', 'rule_explain', 'rule_tell', 'rule_luck']],
  ['leaves_out_title', ['leaves_out_numbers', 'leaves_out_reasons', 'leaves_out_talk', 'leaves_out_decision']],
] as const

const titles = { plan: 'week_title', report: 'week_done_title', result: 'result_title' }

/**
 * One run, week by week: plan, see what happened, plan again; at the end the decision. A run that came by a link is
 * played in memory only and never touches the learner's own.
 */
export function RunPlayer(props: PlayerProps<Shown>) {
  const { id, words, idle, insight } = props
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const steps = useSteppedRun(rules, props)
  const { shown, screen } = steps
  const [playing, setPlaying] = useState(false)

  const run = useMemo(() => runPlan(makeWorld(shown.seed), shown.plan.slice(0, shown.done)), [shown])
  const state = lastState(run)
  const before = run.weeks.at(-2) ?? run.start

  const after = <AfterButtons words={words} id={id} run={steps} begun={shown.done > 0} ended={screen === 'result'} />

  return (
    <Player words={words} idle={idle} run={steps} leaveLink={steps.leaveLink}>
      <StepHead
        run={steps}
        steps={rules.steps}
        title={t(titles[screen], { week: steps.step, weeks: weeksInRun })}
        lead={screen === 'result' ? null : shown.done === 0 ? t('start_lead') : t('table_so_far', summarise(run.world, state).places)}
      />
      <div className={styles['stage']} data-screen={screen}>
        <div className={styles['picture']} ref={steps.picture} dir="ltr">
          <FlowDrawing words={words} world={run.world} state={state} playing={screen === 'report' && playing} />
        </div>
        <div className={styles['panel']} data-part="panel">
          <div role="status" className={styles['report']}>
            {screen === 'report' ? (
              <ul>
                {weekSentences(words, run.world, before, run.plan.at(-1) ?? [], state).map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            ) : null}
          </div>
          {screen === 'report' ? (
            <NextButton onClick={steps.goOn}>{steps.finished ? t('to_result') : t('next_week', { week: shown.done + 1 })}</NextButton>
          ) : null}
          {screen === 'plan' ? (
            <PlanWeek
              key={shown.done}
              words={words}
              state={state}
              draft={steps.draft}
              lastWeek={shown.plan[shown.done - 1] ?? []}
              change={steps.setDraft}
              run={() => {
                setPlaying(true)
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
          <RunTables words={words} state={state} />
          {folds.map(([title, lines]) => (
            <Fold key={title} title={t(title)} lines={lines.map((line) => t(line))} />
          ))}
        </div>
      </div>
    </Player>
  )
}
