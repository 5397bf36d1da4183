'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
import { say } from '#lib/message/format.ts'
import { effects } from '#lib/simulation/promise-ledger/effects.ts'
import { decodeState, encodeState, type Shown } from '#lib/simulation/promise-ledger/encode-state.ts'
import { lastState, runPlan } from '#lib/simulation/promise-ledger/run.ts'
import { makeWorld, weeksInRun } from '#lib/simulation/promise-ledger/world.ts'
import { eventSentence, ledgerSummary, requestName, signed, type Words, whySentence } from './describe.ts'
import { begunAgain, draftOf, earlierInWorld, isFinished, type Kept, played, shownOf, withDraft } from './kept-run.ts'
import { Ledger } from './ledger.tsx'
import { PlanWeek } from './plan-week.tsx'
import styles from './run-player.module.css'
import { RunResult } from './run-result.tsx'
import { TrustTable } from './trust-table.tsx'

type Screen = 'plan' | 'report' | 'result'

/**
 * One run, week by week: decide, see what the partners saw, decide again; at the end the result. A run that came by a link is
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
  const [copied, setCopied] = useState<'copied' | 'copy_failed' | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)

  const world = useMemo(() => makeWorld(shown.seed), [shown.seed])
  const run = useMemo(() => runPlan(world, shown.plan.slice(0, shown.week)), [world, shown])
  const news = run.weeks.at(-1)?.events ?? []
  const week = screen === 'plan' ? shown.week + 1 : shown.week

  // Each new screen is a new place: the focus goes to its heading.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the screen and the week are what moved
  useEffect(() => {
    if (!moved.current) return
    heading.current?.focus({ preventScroll: true })
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    heading.current?.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: 'start' })
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
    if (isFinished(next) && !linked) finish(next)
    go('report')
  }

  function again(town: 'same' | 'other') {
    if (linked) setLinked(shownOf(begunAgain({ run: encodeState(shown), earlier: [] }, town)))
    else keep(begunAgain(kept, town))
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
            // biome-ignore lint/suspicious/noArrayIndexKey: six weeks, told apart only by their place
            <li key={index} data-done={index < shown.week} data-now={index === shown.week && screen === 'plan'} />
          ))}
        </ol>
        {shown.week === 0 ? <p className={styles['lead']}>{t('start_lead')}</p> : null}
      </div>
      <div className={styles['stage']} data-screen={screen}>
        <div className={styles['panel']}>
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
            <Button look="primary" className={styles['next']} onClick={() => go(isFinished(shown) ? 'result' : 'plan')}>
              {isFinished(shown) ? t('to_result') : t('next_week', { week: shown.week + 1 })}
            </Button>
          ) : null}
          {screen === 'plan' ? (
            <PlanWeek
              key={`${shown.seed}-${shown.week}`}
              words={words}
              world={world}
              state={lastState(run)}
              draft={draftOf(shown)}
              change={(draft) => change(withDraft(shown, draft))}
              run={runWeek}
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
            <RunResult words={words} run={run} insight={insight} own={linked === null} earlier={linked ? [] : earlierInWorld(kept, shown)}>
              {after}
            </RunResult>
          </div>
        ) : null}
        <div className={styles['notes']}>
          <details className={styles['fold']}>
            <summary className={fold['summary']}>{t('legend_title')}</summary>
            <ul>
              <li>{t('legend_done')}</li>
              <li>{t('legend_seen')}</li>
            </ul>
          </details>
          {shown.week > 0 ? <TrustTable words={words} run={run} /> : null}
          <details className={styles['fold']}>
            <summary className={fold['summary']}>{t('rules_title')}</summary>
            <ul>
              {rules().map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          </details>
        </div>
      </div>
    </div>
  )

  function rules(): string[] {
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

function firstScreen(shown: Shown): Screen {
  if (isFinished(shown)) return 'result'
  const { answers, words, work } = draftOf(shown)
  return shown.week > 0 && answers.length + words.length + work.length === 0 ? 'report' : 'plan'
}
