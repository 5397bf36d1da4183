'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { Words } from '#components/simulation/parts/words.ts'
import styles from '#components/simulation/who-knows-whom/run-player.module.css'
import { Button } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
import { say } from '#lib/message/format.ts'
import { decodeState, encodeState, type Shown } from '#lib/simulation/follow-one-number/encode-state.ts'
import { lastState, runPlan, summarise } from '#lib/simulation/follow-one-number/run.ts'
import { makeWorld, weeksInRun } from '#lib/simulation/follow-one-number/world.ts'
import { weekSentences } from './describe.ts'
import { FlowDrawing } from './flow-drawing.tsx'
import { begunAgain, draftOf, earlierInWorld, isFinished, type Kept, played, shownOf, withDraft } from './kept-run.ts'
import { PlanWeek } from './plan-week.tsx'
import { RunResult } from './run-result.tsx'
import { RunTables } from './run-tables.tsx'

type Screen = 'plan' | 'report' | 'result'

const folds = [
  ['legend_title', ['legend_ring', 'legend_stream', 'legend_table', 'legend_map', 'legend_truth']],
  ['rules_title', ['rule_due', 'rule_chase', 'rule_explain', 'rule_tell', 'rule_luck']],
  ['leaves_out_title', ['leaves_out_numbers', 'leaves_out_reasons', 'leaves_out_talk', 'leaves_out_decision']],
] as const

/**
 * One run, week by week: plan, see what happened, plan again; at the end the decision. A run that came by a link is
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
  const [playing, setPlaying] = useState(false)
  const [copied, setCopied] = useState<'copied' | 'copy_failed' | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const picture = useRef<HTMLDivElement>(null)
  const moved = useRef(false)

  const run = useMemo(() => runPlan(makeWorld(shown.seed), shown.plan.slice(0, shown.week)), [shown])
  const state = lastState(run)
  const before = run.weeks.at(-2) ?? run.start
  const week = screen === 'plan' ? shown.week + 1 : shown.week

  // Each new screen is a new place: the focus goes to its heading, and the drawing comes into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the screen and the week are what moved
  useEffect(() => {
    if (!moved.current) return
    heading.current?.focus({ preventScroll: true })
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    ;(screen === 'report' ? picture : heading).current?.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: 'start' })
  }, [screen, shown.week, shown.seed])

  function change(next: Shown) {
    setCopied(null)
    if (linked) setLinked(next)
    else keep({ ...kept, run: encodeState(next) })
  }

  function go(next: Screen) {
    moved.current = true
    setScreen(next)
  }

  function runWeek() {
    const next = played(shown)
    change(next)
    setPlaying(true)
    if (isFinished(next) && !linked) finish(next)
    go('report')
  }

  function again(world: 'same' | 'other') {
    if (linked) setLinked({ plan: [], week: 0, seed: shownOf(begunAgain({ run: encodeState(shown), earlier: [] }, world)).seed })
    else keep(begunAgain(kept, world))
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
      {screen !== 'result' && shown.week > 0 ? (
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
          {screen === 'result' ? t('result_title') : t(screen === 'plan' ? 'week_title' : 'week_done_title', { week, weeks: weeksInRun })}
        </h4>
        <ol className={styles['weeks']} aria-hidden="true">
          {Array.from({ length: weeksInRun }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: eight weeks, told apart only by their place
            <li key={index} data-done={index < shown.week} data-now={index === shown.week && screen === 'plan'} />
          ))}
        </ol>
        {screen === 'result' ? null : (
          <p className={styles['mean']}>{shown.week === 0 ? t('start_lead') : t('table_so_far', summarise(run.world, state).places)}</p>
        )}
      </div>
      <div className={styles['stage']} data-screen={screen}>
        <div className={styles['picture']} ref={picture} dir="ltr">
          <FlowDrawing words={words} world={run.world} state={state} playing={screen === 'report' && playing} />
        </div>
        <div className={styles['panel']}>
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
            <Button look="primary" className={styles['next']} onClick={() => go(isFinished(shown) ? 'result' : 'plan')}>
              {isFinished(shown) ? t('to_result') : t('next_week', { week: shown.week + 1 })}
            </Button>
          ) : null}
          {screen === 'plan' ? (
            <PlanWeek
              key={shown.week}
              words={words}
              state={state}
              draft={draftOf(shown)}
              lastWeek={shown.plan[shown.week - 1] ?? []}
              change={(draft) => change(withDraft(shown, draft))}
              run={runWeek}
            />
          ) : null}
          {screen === 'result' ? (
            <RunResult
              words={words}
              run={run}
              insight={insight}
              own={linked === null}
              earlier={linked ? [] : earlierInWorld(kept, shown).map(({ number, shown: { plan } }) => ({ number, plan }))}
            >
              {after}
            </RunResult>
          ) : (
            after
          )}
        </div>
        <div className={styles['notes']}>
          <RunTables words={words} state={state} />
          {folds.map(([title, lines]) => (
            <details key={title} className={styles['legend']}>
              <summary className={fold['summary']}>{t(title)}</summary>
              <ul>
                {lines.map((key) => (
                  <li key={key}>{t(key)}</li>
                ))}
              </ul>
            </details>
          ))}
        </div>
      </div>
    </div>
  )
}

function firstScreen(shown: Shown): Screen {
  if (isFinished(shown)) return 'result'
  return shown.week > 0 && draftOf(shown).length === 0 ? 'report' : 'plan'
}
