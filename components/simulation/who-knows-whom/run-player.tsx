'use client'

import { useId, useMemo, useState } from 'react'
import { AfterButtons } from '#components/simulation/parts/after-buttons.tsx'
import { Fold } from '#components/simulation/parts/fold.tsx'
import { NextButton } from '#components/simulation/parts/next-button.tsx'
import { Player } from '#components/simulation/parts/player.tsx'
import { StepHead } from '#components/simulation/parts/step-head.tsx'
import type { PlayerProps } from '#components/simulation/parts/use-run.ts'
import { useSteppedRun } from '#components/simulation/parts/use-stepped-run.ts'
import styles from '#components/simulation/parts/week-stage.module.css'
import { oneDecimal } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import type { Shown } from '#lib/simulation/who-knows-whom/encode-state.ts'
import type { PersonId } from '#lib/simulation/who-knows-whom/people.ts'
import { lastState, runPlan, summarise } from '#lib/simulation/who-knows-whom/run.ts'
import { makeWorld, weeksInRun } from '#lib/simulation/who-knows-whom/world.ts'
import { mapSummary, weekSentences } from './describe.ts'
import { NetworkMap } from './network-map.tsx'
import { PeopleOnMap } from './people-on-map.tsx'
import { PlanWeek } from './plan-week.tsx'
import { QuestionList } from './question-list.tsx'
import { RunResult } from './run-result.tsx'
import { rules } from './run-rules.ts'
import { RunTables } from './run-tables.tsx'

const titles = { plan: 'week_title', report: 'week_done_title', result: 'result_title' }

/**
 * One run, week by week: plan, see what happened, plan again; at the end the result. A run that came by a link is played
 * in memory only and never touches the learner's own.
 */
export function RunPlayer(props: PlayerProps<Shown>) {
  const { id, words, idle, insight } = props
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const [animated, setAnimated] = useState(false)
  const [selected, setSelected] = useState<PersonId | null>(null)
  const steps = useSteppedRun(rules, props, () => setSelected(null))
  const { shown, screen } = steps
  const name = useId()

  const run = useMemo(() => runPlan(makeWorld(shown.seed), shown.plan.slice(0, shown.done)), [shown])
  const state = lastState(run)
  const news = run.weeks.at(-1)?.events ?? []
  const before = run.weeks.at(-2)?.state ?? run.start
  const { mean, needs } = summarise(state)
  const summary = mapSummary(words, state)

  const after = <AfterButtons words={words} id={id} run={steps} begun={shown.done > 0} ended={screen === 'result'} />

  return (
    <Player words={words} idle={idle} run={steps} leaveLink={steps.leaveLink}>
      <StepHead
        run={steps}
        steps={rules.steps}
        title={t(titles[screen], { week: steps.step, weeks: weeksInRun })}
        lead={screen === 'result' ? null : needs > 0 ? t('mean_so_far', { days: oneDecimal(words, mean) }) : t('start_lead')}
      />
      <div className={styles['stage']} data-screen={screen}>
        <div className={styles['picture']} ref={steps.picture}>
          {screen === 'plan' ? <QuestionList words={words} state={state} id={`${id}-open`} /> : null}
          <NetworkMap
            words={words}
            state={state}
            news={screen === 'report' && animated ? news : []}
            selected={screen === 'plan' ? selected : null}
            summary={summary}
          >
            {screen === 'plan' ? <PeopleOnMap words={words} name={name} state={state} selected={selected} choose={setSelected} /> : null}
          </NetworkMap>
        </div>
        <div className={styles['panel']} data-part="panel">
          <div role="status" className={styles['report']}>
            {screen === 'report' ? (
              <ul>
                {sentences().map((sentence, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: sentences of one week in a fixed order; two may be alike
                  <li key={index}>{sentence}</li>
                ))}
              </ul>
            ) : null}
          </div>
          {screen === 'report' ? (
            <>
              {steps.finished ? null : <QuestionList words={words} state={state} id={`${id}-open`} />}
              <NextButton onClick={steps.goOn}>{steps.finished ? t('to_result') : t('next_week', { week: shown.done + 1 })}</NextButton>
            </>
          ) : null}
          {screen === 'plan' ? (
            <PlanWeek
              words={words}
              state={state}
              draft={steps.draft}
              lastWeek={shown.plan[shown.done - 1] ?? []}
              selected={selected}
              choose={setSelected}
              change={steps.setDraft}
              run={() => {
                setAnimated(true)
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
          <Fold title={t('legend_title')} lines={['legend_lines', 'legend_thin', 'legend_flags'].map((key) => t(key))} />
          <RunTables words={words} state={state} />
          <Fold
            title={t('rules_title')}
            lines={['rule_path', 'rule_fade', 'rule_goodwill', 'rule_mean', 'rule_model'].map((key) => t(key))}
          />
        </div>
      </div>
    </Player>
  )

  function sentences(): string[] {
    const all = weekSentences(words, news, before.occasions, shown.seed)
    return all.length > 0 ? all : [t('quiet_week')]
  }
}
