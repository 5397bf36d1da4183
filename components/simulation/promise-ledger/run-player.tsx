'use client'

import { useMemo } from 'react'
import { AfterButtons } from '#components/simulation/parts/after-buttons.tsx'
import { Fold } from '#components/simulation/parts/fold.tsx'
import { NextButton } from '#components/simulation/parts/next-button.tsx'
import { Player } from '#components/simulation/parts/player.tsx'
import { StepHead } from '#components/simulation/parts/step-head.tsx'
import type { PlayerProps } from '#components/simulation/parts/use-run.ts'
import { useSteppedRun } from '#components/simulation/parts/use-stepped-run.ts'
import { say } from '#lib/message/format.ts'
import { effects } from '#lib/simulation/promise-ledger/effects.ts'
import type { Shown } from '#lib/simulation/promise-ledger/encode-state.ts'
import { lastState, runPlan } from '#lib/simulation/promise-ledger/run.ts'
import { makeWorld, weeksInRun } from '#lib/simulation/promise-ledger/world.ts'
import { eventSentence, ledgerSummary, requestName, signed, whySentence } from './describe.ts'
import { Ledger } from './ledger.tsx'
import { PlanWeek } from './plan-week.tsx'
import styles from './run-player.module.css'
import { RunResult } from './run-result.tsx'
import { rules } from './run-rules.ts'
import { TrustTable } from './trust-table.tsx'

const titles = { plan: 'week_title', report: 'week_done_title', result: 'result_title' }

/**
 * One run, week by week: decide, see what the partners saw, decide again; at the end the result. A run that came by a link is
 * played in memory only and never touches the learner's own.
 */
export function RunPlayer(props: PlayerProps<Shown>) {
  const { id, words, idle, insight } = props
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const steps = useSteppedRun(rules, props)
  const { shown, screen } = steps

  const world = useMemo(() => makeWorld(shown.seed), [shown.seed])
  const run = useMemo(() => runPlan(world, shown.plan.slice(0, shown.done)), [world, shown])
  const news = run.weeks.at(-1)?.events ?? []

  const after = <AfterButtons words={words} id={id} run={steps} begun={shown.done > 0} ended={screen === 'result'} />

  return (
    <Player words={words} idle={idle} run={steps} leaveLink={steps.leaveLink}>
      <StepHead
        run={steps}
        steps={rules.steps}
        title={t(titles[screen], { week: steps.step, weeks: weeksInRun })}
        lead={shown.done === 0 ? t('start_lead') : null}
      />
      <div className={styles['stage']} data-screen={screen}>
        <div className={styles['panel']} data-part="panel">
          <div role="status" className={styles['report']}>
            {screen === 'report' ? (
              <>
                <h5>{t('report_title')}</h5>
                {news.length === 0 ? <p>{t('quiet_week')}</p> : null}
                <ul>
                  {news.map((event, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: events of one week in a fixed order
                    <li key={index}>
                      <b>{signed(words, event.effect)}</b>{' '}
                      <span>
                        {eventSentence(words, event)} <i>{requestName(words, world, event.request)}</i>
                      </span>
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
          </div>
          {screen === 'report' ? (
            <NextButton onClick={steps.goOn}>{steps.finished ? t('to_result') : t('next_week', { week: shown.done + 1 })}</NextButton>
          ) : null}
          {screen === 'plan' ? (
            <PlanWeek
              key={`${shown.seed}-${shown.done}`}
              words={words}
              world={world}
              state={lastState(run)}
              draft={steps.draft}
              change={steps.setDraft}
              run={steps.play}
            />
          ) : null}
          {screen === 'result' ? null : after}
        </div>
        <div className={styles['page']}>
          <Ledger
            words={words}
            runs={[{ name: '', run }]}
            summary={ledgerSummary(words, run)}
            {...(screen === 'result' ? { why: (partner) => whySentence(words, run, partner) } : {})}
          />
        </div>
        {screen === 'result' ? (
          <div className={styles['result']}>
            <RunResult words={words} run={run} insight={insight} own={steps.own} earlier={steps.earlier}>
              {after}
            </RunResult>
          </div>
        ) : null}
        <div className={styles['notes']}>
          <Fold title={t('legend_title')} lines={[t('legend_done'), t('legend_seen')]} />
          {shown.done > 0 ? <TrustTable words={words} run={run} /> : null}
          <Fold title={t('rules_title')} lines={ruleLines()} />
        </div>
      </div>
    </Player>
  )

  function ruleLines(): string[] {
    const points = (cause: keyof typeof effects) => signed(words, effects[cause])
    return [
      t('rule_seen'),
      t('rule_kept', { kept: points('kept'), changed: points('kept-changed'), part: points('kept-part') }),
      t('rule_missed', { missed: points('missed'), silence: points('silence'), late: points('came-late') }),
      t('rule_vague', { vague: points('came-vague'), waiting: points('waiting') }),
      t('rule_no', { yes: points('yes'), no: points('no'), again: points('no-again'), back: points('taken-back') }),
      t('rule_model'),
      t('rule_leaves'),
    ]
  }
}
