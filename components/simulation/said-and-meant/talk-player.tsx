'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { Words } from '#components/simulation/parts/words.ts'
import { Button } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
import { say } from '#lib/message/format.ts'
import { decodeState, encodeState, type Shown } from '#lib/simulation/said-and-meant/encode-state.ts'
import { type Move, turnsInTalk } from '#lib/simulation/said-and-meant/moves.ts'
import { lastState, runPlan, summarise } from '#lib/simulation/said-and-meant/run.ts'
import { makeWorld } from '#lib/simulation/said-and-meant/world.ts'
import { speakerName, talkSummary } from './describe.ts'
import { begunAgain, earlierTalks, freshWith, isFinished, type Kept, shownOf, withMove } from './kept-run.ts'
import { MoveList } from './move-list.tsx'
import styles from './talk-player.module.css'
import { TalkResult } from './talk-result.tsx'
import { TalkWaves } from './talk-waves.tsx'
import { Transcript } from './transcript.tsx'
import { YourNotes } from './your-notes.tsx'

/**
 * One talk, turn by turn; at the end what was there. A talk that came by a link is played in memory only and never touches
 * the learner's own.
 */
export function TalkPlayer({
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
  const [result, setResult] = useState(() => isFinished(shown))
  const [copied, setCopied] = useState<'copied' | 'copy_failed' | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const latest = useRef<HTMLLIElement>(null)
  const moved = useRef<'talk' | 'screen' | null>(null)

  const run = useMemo(() => runPlan(makeWorld(shown.seed), shown.plan), [shown])
  const { world } = run
  const state = lastState(run)
  const turn = run.turns.length
  const summary = talkSummary(words, run, result)
  const name = speakerName(words, world)
  // the turn in which this topic began
  const began = shown.plan.lastIndexOf('next', state.ended ? turn - 2 : turn) + 1

  // What is new gets the focus: the reply in a talk, the heading on another screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the turn and the screen are what moved
  useEffect(() => {
    const target = moved.current === 'talk' ? latest.current : moved.current === 'screen' ? heading.current : null
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: moved.current === 'talk' ? 'nearest' : 'start' })
    moved.current = null
  }, [turn, result, shown.seed])

  function choose(move: Move) {
    const next = withMove(shown, move)
    setCopied(null)
    moved.current = 'talk'
    if (linked) setLinked(next)
    else {
      keep({ ...kept, run: encodeState(next) })
      if (isFinished(next)) finish(next)
    }
  }

  function go(to: 'talk' | 'result') {
    moved.current = 'screen'
    setCopied(null)
    setResult(to === 'result')
  }

  function again(person: 'same' | 'other') {
    if (linked) setLinked(freshWith(person, shown))
    else keep(begunAgain(kept, person))
    go('talk')
  }

  function leaveLink() {
    setLinked(null)
    window.history.replaceState(null, '', window.location.pathname + window.location.hash)
    go(isFinished(shownOf(kept)) ? 'result' : 'talk')
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
      {result ? (
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
      {!result && turn > 0 ? (
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
        <div className={styles['panel']}>
          {result ? (
            <TalkResult
              words={words}
              run={run}
              insight={insight}
              own={linked === null}
              earlier={linked ? [] : earlierTalks(kept, shown).map(({ number, shown: { plan } }) => ({ number, plan }))}
            >
              {after}
            </TalkResult>
          ) : (
            <>
              {began > 0 ? (
                <details className={styles['fold']}>
                  <summary className={fold['summary']}>{t('earlier_talk')}</summary>
                  <Transcript words={words} run={run} from={0} to={began - 1} />
                </details>
              ) : null}
              <Transcript words={words} run={run} from={began} to={turn} latest={latest} />
              {state.ended ? (
                <>
                  {run.turns.at(-1)?.turn.reply === 'ends' ? null : <p>{t('reply_time', { name })}</p>}
                  <Button look="primary" className={styles['next']} onClick={() => go('result')}>
                    {t('to_result')}
                  </Button>
                </>
              ) : (
                <MoveList key={turn} words={words} world={world} state={state} choose={choose} />
              )}
              {after}
            </>
          )}
        </div>
        <div className={styles['notes']}>
          <details className={styles['fold']}>
            <summary className={fold['summary']}>{t('legend_title')}</summary>
            <ul>
              {['legend_you', 'legend_speaker', 'legend_deep'].map((key) => (
                <li key={key}>{t(key, { name })}</li>
              ))}
            </ul>
          </details>
          <details className={styles['fold']}>
            <summary className={fold['summary']}>{t('rules_title')}</summary>
            <ul>
              {['rule_open', 'rule_half', 'rule_unclear', 'rule_trust', 'rule_missed', 'rule_model'].map((key) => (
                <li key={key}>{t(key, { name })}</li>
              ))}
            </ul>
          </details>
        </div>
      </div>
    </div>
  )
}
