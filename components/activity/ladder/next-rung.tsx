'use client'

import { useId, useState } from 'react'
import { FitMark } from '#components/activity/parts/fit-mark.tsx'
import { StepCount } from '#components/activity/parts/step-count.tsx'
import { useFocusOn } from '#components/activity/parts/use-focus-on.ts'
import type { Option, Rung } from '#lib/activity/ladder.ts'
import styles from './ladder.module.css'

/** The question, asked again on every rung. What does not hold says why and stays, spent. */
export function NextRung({
  rung,
  place,
  total,
  question,
  slipped,
  ready,
  choose,
  t,
}: {
  rung: Rung
  /** from 0 */
  place: number
  total: number
  question: string
  slipped: readonly Option[]
  ready: boolean
  choose(option: string): void
  t(key: string, values?: Record<string, string | number>): string
}) {
  const id = useId()
  const [tried, setTried] = useState<string | null>(null)
  const why = useFocusOn<HTMLDivElement>(tried)
  return (
    <>
      <StepCount place={place} total={total} label={t('place', { place: place + 1, total })} />
      <p className={styles['question']} id={id}>
        {question}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields */}
      <div className={styles['options']} role="group" aria-labelledby={id}>
        {rung.options.map((option) => {
          const spent = slipped.includes(option)
          return (
            <div key={option.id} className={styles['choice']}>
              <button
                type="button"
                className={styles['option']}
                disabled={!ready || spent}
                data-spent={spent || undefined}
                onClick={() => {
                  setTried(option.right ? null : option.id)
                  choose(option.id)
                }}
              >
                {option.text}
              </button>
              {spent ? (
                <div className={styles['why']} ref={option.id === tried ? why : null} tabIndex={-1}>
                  <FitMark fit="poor" word={t('slips')} />
                  <p>{option.feedback}</p>
                </div>
              ) : null}
            </div>
          )
        })}
      </div>
    </>
  )
}
