'use client'

import { useId, useMemo, useState } from 'react'
import { say } from '#lib/message/format.ts'
import type { Plan } from '#lib/simulation/promise-ledger/plan.ts'
import { planOfPreset, presets } from '#lib/simulation/promise-ledger/presets.ts'
import { type Run, runPlan, summarise } from '#lib/simulation/promise-ledger/run.ts'
import { days, trustFigure, type Words } from './describe.ts'
import { Ledger } from './ledger.tsx'
import styles from './run-result.module.css'

/** This run beside another one in the same world: one of the learner's own earlier ones, or a ready-made one. */
export function CompareRuns({
  words,
  run,
  earlier,
  own,
}: {
  words: Words
  run: Run
  earlier: readonly { number: number; plan: Plan }[]
  /** false where the run came by a link */
  own: boolean
}) {
  const id = useId()
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const [choice, setChoice] = useState<string>(earlier.length > 0 ? `earlier-${earlier.at(-1)!.number}` : presets[0])
  const preset = presets.find((each) => each === choice)
  const before = earlier.find(({ number }) => choice === `earlier-${number}`)
  const other = useMemo(
    () => runPlan(run.world, preset ? planOfPreset(run.world, preset) : (before?.plan ?? [])),
    [run.world, preset, before],
  )
  const mine = t(own ? 'compare_yours' : 'compare_shown')
  const name = preset ? t(`preset_${preset}`) : t('earlier', { number: before?.number ?? 0 })
  const [a, b] = [summarise(run), summarise(other)]
  return (
    <>
      <p className={styles['lead']}>{t('compare_lead')}</p>
      <div className={styles['with']}>
        <label htmlFor={id}>{t(own ? 'compare_with' : 'compare_shown_with')}</label>
        <select id={id} value={choice} onChange={(event) => setChoice(event.target.value)}>
          {earlier.map(({ number }) => (
            <option key={number} value={`earlier-${number}`}>
              {t('earlier', { number })}
            </option>
          ))}
          {presets.map((each) => (
            <option key={each} value={each}>
              {t(`preset_${each}`)}
            </option>
          ))}
        </select>
        <p className={styles['note']}>{preset ? t(`preset_${preset}_note`) : t('earlier_note')}</p>
      </div>
      <p role="status" className={styles['verdict']}>
        {t('compare_sentence_both', {
          a: mine,
          days_a: days(words, a.delivered),
          trust_a: trustFigure(words, a.trust),
          b: name,
          days_b: days(words, b.delivered),
          trust_b: trustFigure(words, b.trust),
        })}
      </p>
      <Ledger
        words={words}
        runs={[
          { name: mine, run },
          { name, run: other },
        ]}
      />
    </>
  )
}
