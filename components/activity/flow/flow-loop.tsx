'use client'

import { type CSSProperties, useState } from 'react'
import { FitMark } from '#components/activity/parts/fit-mark.tsx'
import { Button } from '#components/ui/button.tsx'
import { enoughOut, type Flow, stateWithout } from '#lib/activity/flow.ts'
import styles from './flow.module.css'

/** The flow as it is drawn, round and back. Each step can be taken out, one at a time; below stands what happens then. */
export function FlowLoop({
  data,
  seen,
  takeOut,
  again,
  t,
}: {
  data: Flow
  /** steps taken out so far */
  seen: readonly string[]
  takeOut(id: string): void
  again(): void
  t(key: string, values?: Record<string, string | number>): string
}) {
  const [out, setOut] = useState<string | null>(null)
  const step = data.steps.find(({ id }) => id === out)
  const hit = data.steps.filter(({ id }) => stateWithout(data, out, id) === 'hit')
  const last = data.steps.at(-1)
  const broken = last && stateWithout(data, out, last.id) !== 'whole'
  const columns = Math.ceil(data.steps.length / 2)
  const left = enoughOut(data) - seen.length

  return (
    <div className={styles['loop']}>
      <h4>{t('loop')}</h4>
      <p className={styles['help']}>{t('loop-help')}</p>
      <ol className={styles['ring']} data-broken={broken || undefined} style={{ '--columns': columns } as CSSProperties}>
        {data.steps.map(({ id, short, who }, place) => {
          const state = stateWithout(data, out, id)
          const first = place < columns
          return (
            <li
              key={id}
              className={styles['node']}
              data-turn={place === data.steps.length - 1 ? 'end' : place === columns - 1 ? 'down' : first ? 'on' : 'back'}
              style={{ '--column': first ? place + 1 : 2 * columns - place, '--row': first ? 1 : 3 } as CSSProperties}
            >
              <button
                type="button"
                aria-pressed={state === 'out'}
                data-state={state}
                onClick={() => {
                  setOut(state === 'out' ? null : id)
                  if (state !== 'out') takeOut(id)
                }}
              >
                <i aria-hidden="true">{place + 1}</i>
                <span>
                  <b>{short}</b>
                  <small>{who}</small>
                  {state === 'whole' ? null : (
                    <span className={styles['state']}>{state === 'out' ? t('out') : <FitMark fit="poor" word={t('hit')} />}</span>
                  )}
                </span>
              </button>
            </li>
          )
        })}
        <li className={styles['back']}>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M10 17V4M4.500 9.500 10 4l5.500 5.500" />
          </svg>
          <span>
            <small>{t('back')}</small>
            {data.back}
          </span>
        </li>
      </ol>
      <div className={styles['result']} role="status" data-shown={step ? '' : undefined}>
        {step ? (
          <>
            <h5>{t('without', { step: step.short })}</h5>
            <p>{step.without}</p>
            {hit.length > 0 ? <p className="visually-hidden">{t('hits', { steps: hit.map(({ short }) => short).join(', ') })}</p> : null}
          </>
        ) : (
          <p className={styles['help']}>{t(seen.length === 0 ? 'none-out' : 'whole')}</p>
        )}
        {left > 0 && step ? <p className={styles['help']}>{t('more', { count: left })}</p> : null}
      </div>
      {left <= 0 ? <p className={styles['closing']}>{data.closing}</p> : null}
      <div className={styles['actions']}>
        {out ? <Button onClick={() => setOut(null)}>{t('put-back')}</Button> : null}
        <Button look="quiet" onClick={again}>
          {t('again')}
        </Button>
      </div>
    </div>
  )
}
