'use client'

import { useEffect, useRef, useState } from 'react'
import { FitMark } from '#components/activity/parts/fit-mark.tsx'
import { Button } from '#components/ui/button.tsx'
import { type Flow, type FlowRound, isInOrder, type Step, toMove } from '#lib/activity/flow.ts'
import { moveOption } from '#lib/quiz/move-option.ts'
import styles from './flow.module.css'

/** Checked so often without success, the order can be shown. */
const enoughChecks = 2

/** The steps as a list to put in order: arrows for one place, a menu for any place. What moved keeps the focus, and its place is said. */
export function FlowOrder({
  data,
  round,
  ready,
  check,
  t,
}: {
  data: Flow
  round: FlowRound
  ready: boolean
  check(order: string[], shown: boolean): void
  t(key: string, values?: Record<string, string | number>): string
}) {
  const [order, setOrder] = useState<readonly string[]>(round.order)
  /** steps the last check asked to move, without those moved since; null before a check */
  const [marked, setMarked] = useState<readonly string[] | null>(null)
  const [moved, setMoved] = useState<{ id: string; by: string } | null>(null)
  const [news, setNews] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const steps = order.flatMap((id) => data.steps.find((step) => step.id === id) ?? [])
  const count = steps.length

  // the browser drops the focus of what it takes from one place in the page to another
  useEffect(() => {
    if (moved) list.current?.querySelector<HTMLElement>(`[data-step="${moved.id}"] [data-by="${moved.by}"]`)?.focus()
  }, [moved])

  function move(step: Step, to: number, by: string) {
    const from = order.indexOf(step.id)
    if (to < 0 || to >= count || to === from) return
    setOrder(moveOption(order, from, to))
    setMarked(marked?.filter((id) => id !== step.id) ?? null)
    setMoved({ id: step.id, by })
    setNews(t('moved', { step: step.short, place: to + 1, count }))
  }
  function look() {
    const wrong = toMove(data, order)
    if (isInOrder(data, order)) return check([...order], false)
    setMarked(wrong)
    setNews(t('checked', { stand: count - wrong.length, total: count, count: wrong.length }))
    check([...order], false)
  }

  return (
    <>
      <p className={styles['help']}>{t('help')}</p>
      <ol className={styles['order']} ref={list}>
        {steps.map((step, place) => (
          <li key={step.id} className={styles['line']} data-step={step.id} data-marked={marked?.includes(step.id) || undefined}>
            <select
              aria-label={t('to', { step: step.short })}
              value={place}
              disabled={!ready}
              data-by="place"
              onChange={(event) => move(step, Number(event.currentTarget.value), 'place')}
            >
              {steps.map((other, index) => (
                <option key={other.id} value={index}>
                  {index + 1}
                </option>
              ))}
            </select>
            <div className={styles['words']}>
              <b>{step.who}</b>
              <span>{step.text}</span>
              {marked?.includes(step.id) ? <FitMark fit="poor" word={t('move')} /> : null}
            </div>
            <span className={styles['arrows']}>
              {(['up', 'down'] as const).map((by) => {
                const to = by === 'up' ? place - 1 : place + 1
                return (
                  <button
                    key={by}
                    type="button"
                    data-by={by}
                    aria-label={t(by, { step: step.short })}
                    aria-disabled={to < 0 || to >= count || undefined}
                    disabled={!ready}
                    onClick={() => move(step, to, by)}
                  >
                    <svg viewBox="0 0 20 20" aria-hidden="true">
                      <path d={by === 'up' ? 'M10 16V4.500M5 9.200l5-5 5 5' : 'M10 4v11.500M5 10.800l5 5 5-5'} />
                    </svg>
                  </button>
                )
              })}
            </span>
          </li>
        ))}
      </ol>
      <p className={marked ? styles['news'] : 'visually-hidden'} role="status">
        {news}
      </p>
      <div className={styles['actions']}>
        <Button look="primary" disabled={!ready} onClick={look}>
          {t('check')}
        </Button>
        {round.checks >= enoughChecks ? (
          <Button
            look="quiet"
            onClick={() =>
              check(
                data.steps.map(({ id }) => id),
                true,
              )
            }
          >
            {t('show')}
          </Button>
        ) : null}
      </div>
    </>
  )
}
