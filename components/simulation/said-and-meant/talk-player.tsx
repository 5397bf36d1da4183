'use client'

import { useMemo, useRef, useState } from 'react'
import { AfterButtons } from '#components/simulation/parts/after-buttons.tsx'
import { Fold } from '#components/simulation/parts/fold.tsx'
import type { Which } from '#components/simulation/parts/kept-run.ts'
import { NextButton } from '#components/simulation/parts/next-button.tsx'
import { Player } from '#components/simulation/parts/player.tsx'
import { useMove } from '#components/simulation/parts/use-move.ts'
import { type PlayerProps, useRun } from '#components/simulation/parts/use-run.ts'
import fold from '#components/ui/fold.module.css'
import { say } from '#lib/message/format.ts'
import type { Shown } from '#lib/simulation/said-and-meant/encode-state.ts'
import { type Move, turnsInTalk } from '#lib/simulation/said-and-meant/moves.ts'
import { lastState, runPlan, summarise } from '#lib/simulation/said-and-meant/run.ts'
import { makeWorld } from '#lib/simulation/said-and-meant/world.ts'
import { speakerName, talkSummary } from './describe.ts'
import { MoveList } from './move-list.tsx'
import styles from './talk-player.module.css'
import { TalkResult } from './talk-result.tsx'
import { rules } from './talk-rules.ts'
import { TalkWaves } from './talk-waves.tsx'
import { Transcript } from './transcript.tsx'
import { YourNotes } from './your-notes.tsx'

/**
 * One talk, turn by turn; at the end what was there. A talk that came by a link is played in memory only and never touches
 * the learner's own.
 */
export function TalkPlayer(props: PlayerProps<Shown>) {
  const { id, words, idle, insight } = props
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const kept = useRun(rules, props)
  const { shown } = kept
  const [result, setResult] = useState(() => rules.isFinished(shown))
  const heading = useRef<HTMLHeadingElement>(null)
  const latest = useRef<HTMLLIElement>(null)
  const { move } = useMove()

  const run = useMemo(() => runPlan(makeWorld(shown.seed), shown.plan), [shown])
  const { world } = run
  const state = lastState(run)
  const turn = run.turns.length
  const summary = talkSummary(words, run, result)
  const name = speakerName(words, world)
  // the turn in which this topic began
  const began = shown.plan.lastIndexOf('next', state.ended ? turn - 2 : turn) + 1

  // What is new gets the focus: the reply in a talk, the heading on another screen.
  function choose(next: Move) {
    kept.play({ ...shown, plan: [...shown.plan, next] })
    move({ focus: latest, block: 'nearest' })
  }

  function go(to: 'talk' | 'result') {
    move({ focus: heading })
    setResult(to === 'result')
  }

  function begin(which: Which) {
    kept.begin(which)
    go('talk')
  }

  function leaveLink() {
    go(rules.isFinished(kept.leaveLink()) ? 'result' : 'talk')
  }

  const after = <AfterButtons words={words} id={id} run={{ ...kept, begin }} begun={turn > 0} ended={result} />

  return (
    <Player words={words} idle={idle} run={kept} leaveLink={leaveLink}>
      <div className={styles['head']}>
        <h4 ref={heading} tabIndex={-1}>
          {result
            ? t('result_title')
            : t('turn_title', {
                turn: Math.min(turn + 1, turnsInTalk),
                turns: turnsInTalk,
                topic: t(`topic_${world.topics[state.topic]!.id}`),
              })}
        </h4>
        {turn === 0 ? (
          <p className={styles['intro']}>
            {t(`intro_${world.speaker.id}`)} {t(`mood_${world.mood}`)}
          </p>
        ) : null}
        {turn === 0 ? <p>{t('start_lead', { name, all: summarise(world, state).all })}</p> : null}
      </div>
      <div className={styles['stage']} data-screen={result ? 'result' : 'talk'}>
        <div className={styles['picture']}>
          <TalkWaves words={words} run={run} label={summary} open={result} />
          <p role="status" className={styles['summary']}>
            {summary}
          </p>
          {result ? null : <YourNotes words={words} run={run} />}
        </div>
        <div className={styles['panel']} data-part="panel">
          {result ? (
            <TalkResult words={words} run={run} insight={insight} own={kept.own} earlier={kept.earlier}>
              {after}
            </TalkResult>
          ) : (
            <>
              {began > 0 ? (
                <details className={styles['earlier']}>
                  <summary className={fold['summary']}>{t('earlier_talk')}</summary>
                  <Transcript words={words} run={run} from={0} to={began - 1} />
                </details>
              ) : null}
              <Transcript words={words} run={run} from={began} to={turn} latest={latest} />
              {state.ended ? (
                <>
                  {run.turns.at(-1)?.turn.reply === 'ends' ? null : <p>{t('reply_time', { name })}</p>}
                  <NextButton onClick={() => go('result')}>{t('to_result')}</NextButton>
                </>
              ) : (
                <MoveList key={turn} words={words} world={world} state={state} choose={choose} />
              )}
              {after}
            </>
          )}
        </div>
        <div className={styles['notes']}>
          <Fold title={t('legend_title')} lines={['legend_you', 'legend_speaker', 'legend_deep'].map((key) => t(key, { name }))} />
          <Fold
            title={t('rules_title')}
            lines={['rule_open', 'rule_half', 'rule_unclear', 'rule_trust', 'rule_missed', 'rule_model'].map((key) => t(key, { name }))}
          />
        </div>
      </div>
    </Player>
  )
}
