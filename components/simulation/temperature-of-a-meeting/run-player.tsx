'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
import { say } from '#lib/message/format.ts'
import { decodeState, encodePlan, encodeState, type Shown } from '#lib/simulation/temperature-of-a-meeting/encode-state.ts'
import type { Response } from '#lib/simulation/temperature-of-a-meeting/plan.ts'
import { planOfPreset } from '#lib/simulation/temperature-of-a-meeting/presets.ts'
import { isFinished, runPlan } from '#lib/simulation/temperature-of-a-meeting/run.ts'
import { makeWorld, momentsInMeeting } from '#lib/simulation/temperature-of-a-meeting/world.ts'
import { ChooseResponse } from './choose-response.tsx'
import { degrees, latestLegs, movedText, newsOf, type Words } from './describe.ts'
import { HeatChart } from './heat-chart.tsx'
import { begunAgain, earlierOf, type Kept, keptWith, shownOf, withResponse } from './kept-run.ts'
import styles from './run-player.module.css'
import { RunResult } from './run-result.tsx'
import { RunTable } from './run-table.tsx'

const rules = ['rule_kept', 'rule_left', 'rule_hear', 'rule_place', 'rule_seed', 'rule_model', 'rule_out']

/**
 * One meeting: a moment, a response, both lines move, the next moment; then the next morning, from where any moment can be
 * tried again. A run that came by a link is played in memory only and never touches the learner's own.
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
  /** the moment that is being tried again, counted from 0 */
  const [again, setAgain] = useState<number | null>(null)
  const [moved, setMoved] = useState(0)
  const [copied, setCopied] = useState<'copied' | 'copy_failed' | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  const world = useMemo(() => makeWorld(shown.seed), [shown.seed])
  const whole = useMemo(() => runPlan(world, shown.plan), [world, shown])
  const run = useMemo(() => (again === null ? whole : runPlan(world, shown.plan.slice(0, again))), [world, whole, shown, again])
  const earlier = linked ? [] : earlierOf(kept, shown)
  const beside = besideOf()
  const moment = again ?? (isFinished(shown.plan) ? null : shown.plan.length)
  const latest = latestLegs(run)
  const done = again === null && run.plan.length > 0 ? latest.filter(({ kind }) => kind !== 'happened') : []
  const before = run.legs[run.legs.length - latest.length - 1]!.state
  const now = run.legs.at(-1)!
  const news = newsOf(words, run, done)
  const brought = now.kind === 'happened' ? newsOf(words, run, [now]) : []

  // Each step is a new place: the focus goes to its heading, and the picture below it comes into view.
  useEffect(() => {
    if (moved === 0) return
    heading.current?.focus({ preventScroll: true })
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    heading.current?.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: 'start' })
  }, [moved])

  function besideOf(): { name: string; run: ReturnType<typeof runPlan> } | null {
    if (again !== null) return { name: t('before'), run: whole }
    const other = shown.beside
    if (other === null || !isFinished(shown.plan)) return null
    if (typeof other === 'string') return { name: t(`preset_${other}`), run: runPlan(world, planOfPreset(world, other)) }
    const code = encodePlan(other)
    const known = earlier.find(({ plan }) => encodePlan(plan) === code)
    return { name: known ? t('earlier', { number: known.number }) : t('before'), run: runPlan(world, other) }
  }

  function change(next: Shown) {
    setCopied(null)
    if (linked) setLinked(next)
    else keep(keptWith(kept, next))
  }

  function respond(response: Response) {
    const next = withResponse(shown, moment!, response)
    change(next)
    if (isFinished(next.plan) && !linked) finish(next)
    setAgain(null)
    setMoved(moved + 1)
  }

  function tryAgain(which: number | null) {
    setAgain(which)
    setMoved(moved + 1)
  }

  function begin(meeting: 'same' | 'other') {
    change(begunAgain(shown, meeting))
    tryAgain(null)
  }

  function leaveLink() {
    setLinked(null)
    window.history.replaceState(null, '', window.location.pathname + window.location.hash)
    tryAgain(null)
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
      {moment === null ? (
        <>
          <Button look="primary" onClick={() => begin('other')}>
            {t('again_other')}
          </Button>
          <Button onClick={() => begin('same')}>{t('again_same')}</Button>
        </>
      ) : null}
      {again === null ? (
        <Button look="quiet" onClick={copyLink}>
          {t('copy')}
        </Button>
      ) : (
        <Button look="quiet" onClick={() => tryAgain(null)}>
          {t('back_to_result')}
        </Button>
      )}
      {moment !== null && again === null && shown.plan.length > 0 ? (
        <Button look="quiet" onClick={() => begin('same')}>
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
            drawnFrom={moved > 0 && again === null ? run.legs.length - latest.length : null}
          />
        </div>
        <div className={styles['panel']}>
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
              compare={(other) => change({ ...shown, beside: other })}
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
          <details className={styles['rules']}>
            <summary className={fold['summary']}>{t('rules_title')}</summary>
            <ul>
              {rules.map((key) => (
                <li key={key}>{t(key)}</li>
              ))}
            </ul>
          </details>
        </div>
      </div>
    </div>
  )
}
