'use client'

import { useMemo, useRef, useState } from 'react'
import { AfterButtons } from '#components/simulation/parts/after-buttons.tsx'
import { Fold } from '#components/simulation/parts/fold.tsx'
import type { Which } from '#components/simulation/parts/kept-run.ts'
import { Player } from '#components/simulation/parts/player.tsx'
import { useMove } from '#components/simulation/parts/use-move.ts'
import { type PlayerProps, useRun } from '#components/simulation/parts/use-run.ts'
import { Button } from '#components/ui/button.tsx'
import { say } from '#lib/message/format.ts'
import { encodePlan, type Shown } from '#lib/simulation/temperature-of-a-meeting/encode-state.ts'
import type { Response } from '#lib/simulation/temperature-of-a-meeting/plan.ts'
import { planOfPreset } from '#lib/simulation/temperature-of-a-meeting/presets.ts'
import { isFinished, runPlan } from '#lib/simulation/temperature-of-a-meeting/run.ts'
import { makeWorld, momentsInMeeting } from '#lib/simulation/temperature-of-a-meeting/world.ts'
import { ChooseResponse } from './choose-response.tsx'
import { degrees, latestLegs, movedText, newsOf } from './describe.ts'
import { HeatChart } from './heat-chart.tsx'
import styles from './run-player.module.css'
import { RunResult } from './run-result.tsx'
import { rules, withResponse } from './run-rules.ts'
import { RunTable } from './run-table.tsx'

const ruleLines = ['rule_kept', 'rule_left', 'rule_hear', 'rule_place', 'rule_seed', 'rule_model', 'rule_out']

/**
 * One meeting: a moment, a response, both lines move, the next moment; then the next morning, from where any moment can be
 * tried again. A run that came by a link is played in memory only and never touches the learner's own.
 */
export function RunPlayer(props: PlayerProps<Shown>) {
  const { id, words, idle, insight } = props
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const kept = useRun(rules, props)
  const { shown } = kept
  /** the moment that is being tried again, counted from 0 */
  const [again, setAgain] = useState<number | null>(null)
  const { moved, move } = useMove()
  const heading = useRef<HTMLHeadingElement>(null)

  const world = useMemo(() => makeWorld(shown.seed), [shown.seed])
  const whole = useMemo(() => runPlan(world, shown.plan), [world, shown])
  const run = useMemo(() => (again === null ? whole : runPlan(world, shown.plan.slice(0, again))), [world, whole, shown, again])
  const { earlier } = kept
  const beside = besideOf()
  const moment = again ?? (isFinished(shown.plan) ? null : shown.plan.length)
  const latest = latestLegs(run)
  const done = again === null && run.plan.length > 0 ? latest.filter(({ kind }) => kind !== 'happened') : []
  const before = run.legs[run.legs.length - latest.length - 1]!.state
  const now = run.legs.at(-1)!
  const news = newsOf(words, run, done)
  const brought = now.kind === 'happened' ? newsOf(words, run, [now]) : []

  function besideOf(): { name: string; run: ReturnType<typeof runPlan> } | null {
    if (again !== null) return { name: t('before'), run: whole }
    const other = shown.beside
    if (other === null || !isFinished(shown.plan)) return null
    if (typeof other === 'string') return { name: t(`preset_${other}`), run: runPlan(world, planOfPreset(world, other)) }
    const code = encodePlan(other)
    const known = earlier.find(({ plan }) => encodePlan(plan) === code)
    return { name: known ? t('earlier', { number: known.number }) : t('before'), run: runPlan(world, other) }
  }

  function respond(response: Response) {
    kept.play(withResponse(shown, moment!, response))
    tryAgain(null)
  }

  function tryAgain(which: number | null) {
    setAgain(which)
    move({ focus: heading })
  }

  function begin(which: Which) {
    kept.begin(which)
    tryAgain(null)
  }

  function leaveLink() {
    kept.leaveLink()
    tryAgain(null)
  }

  const after =
    again === null ? (
      <AfterButtons words={words} id={id} run={{ ...kept, begin }} begun={shown.plan.length > 0} ended={moment === null} first="other" />
    ) : (
      <div>
        <Button look="quiet" onClick={() => tryAgain(null)}>
          {t('back_to_result')}
        </Button>
      </div>
    )

  return (
    <Player words={words} idle={idle} run={kept} leaveLink={leaveLink}>
      <h4 ref={heading} tabIndex={-1} className={styles['heading']}>
        {moment === null
          ? t('result_title')
          : t(again === null ? 'moment_title' : 'again_title', { moment: moment + 1, moments: momentsInMeeting })}
      </h4>
      {run.plan.length === 0 && again === null ? <p className={styles['start']}>{t('start_lead')}</p> : null}
      <div className={styles['stage']} data-screen={moment === null ? 'result' : 'moment'}>
        <div className={styles['picture']}>
          <HeatChart
            words={words}
            run={run}
            beside={beside}
            now={moment}
            drawnFrom={moved && again === null ? run.legs.length - latest.length : null}
          />
        </div>
        <div className={styles['panel']} data-part="panel">
          <div role="status" className={styles['news']}>
            {news.length > 0 ? (
              <>
                <ul>
                  {news.map(({ label, text }, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: sentences of one step in a fixed order; two may be alike
                    <li key={index}>
                      {label ? <b>{label} </b> : null}
                      {text}
                    </li>
                  ))}
                </ul>
                <p>
                  {movedText(words, 'own', before, done.at(-1)!.state)} {movedText(words, 'other', before, done.at(-1)!.state)}
                </p>
              </>
            ) : null}
          </div>
          {moment === null ? (
            <RunResult
              words={words}
              run={whole}
              insight={insight}
              other={beside}
              beside={shown.beside}
              earlier={earlier}
              compare={(other) => kept.change({ ...shown, beside: other })}
              tryAgain={tryAgain}
            >
              {after}
            </RunResult>
          ) : (
            <>
              <p className={styles['event']}>{t(`moment_${world.moments[moment]!.id}`)}</p>
              <p className={styles['carried']}>
                {brought.map(({ text }) => `${text} `)}
                {t('brought', { own: degrees(now.state.own), other: degrees(now.state.other) })}
              </p>
              <ChooseResponse
                key={`${shown.seed}-${shown.plan.length}-${again}`}
                words={words}
                moment={moment}
                id={world.moments[moment]!.id}
                before={again === null ? null : shown.plan[again]!}
                choose={respond}
              />
              {after}
            </>
          )}
        </div>
        <div className={styles['notes']}>
          <RunTable words={words} run={run} beside={moment === null ? beside : null} />
          <Fold title={t('rules_title')} lines={ruleLines.map((key) => t(key))} />
        </div>
      </div>
    </Player>
  )
}
