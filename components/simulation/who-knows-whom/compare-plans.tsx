'use client'

import { useId, useMemo, useState } from 'react'
import { say } from '#lib/message/format.ts'
import type { Plan } from '#lib/simulation/who-knows-whom/plan.ts'
import { kinds } from '#lib/simulation/who-knows-whom/plan.ts'
import { planOfPreset, presets } from '#lib/simulation/who-knows-whom/presets.ts'
import { lastState, type Run, runPlan, summarise } from '#lib/simulation/who-knows-whom/run.ts'
import { oneDecimal, type Words } from './describe.ts'
import styles from './run-result.module.css'
import { WaitTable } from './wait-table.tsx'

/** This run beside another plan in the same world: one of the learner's own earlier ones, or a ready-made one. */
export function ComparePlans({
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
  const [choice, setChoice] = useState<string>(earlier.length > 0 ? `earlier-${earlier.at(-1)!.number}` : 'asking')
  const preset = presets.find((each) => each === choice)
  const before = earlier.find(({ number }) => choice === `earlier-${number}`)
  const other = useMemo(
    () => runPlan(run.world, preset ? planOfPreset(run.world, preset) : (before?.plan ?? [])),
    [run.world, preset, before],
  )
  const mine = t(own ? 'compare_yours' : 'compare_shown')
  const name = preset ? t(`preset_${preset}`) : t('earlier', { number: before?.number ?? 0 })
  const difference = summarise(lastState(run)).mean - summarise(lastState(other)).mean
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
        {Math.abs(difference) < 0.05
          ? t('compare_sentence_same')
          : t('compare_sentence_shorter', {
              days: oneDecimal(words, Math.abs(difference)),
              a: difference < 0 ? mine : name,
              b: difference < 0 ? name : mine,
            })}
      </p>
      <WaitTable
        words={words}
        caption={t('chart_title')}
        plans={[
          { name: mine, state: lastState(run) },
          { name, state: lastState(other) },
        ]}
      />
      <table className={styles['effects']}>
        <caption>{t('compare_used')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare_kind')}</th>
            <th scope="col">{mine}</th>
            <th scope="col">{name}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`kind_${kind}`)}</th>
              <td>{countOf(run.plan, kind)}</td>
              <td>{countOf(other.plan, kind)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function countOf(plan: Plan, kind: (typeof kinds)[number]): number {
  return plan.flat().filter((contact) => contact.kind === kind).length
}
