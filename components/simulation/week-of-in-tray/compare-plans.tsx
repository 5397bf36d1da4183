'use client'

import { useId, useMemo, useState } from 'react'
import { say } from '#lib/message/format.ts'
import type { Plan } from '#lib/simulation/week-of-in-tray/plan.ts'
import { planOfPreset, presets } from '#lib/simulation/week-of-in-tray/presets.ts'
import { type Run, runPlan, type Summary, summarise } from '#lib/simulation/week-of-in-tray/run.ts'
import { goals } from '#lib/simulation/week-of-in-tray/tasks.ts'
import type { Words } from './describe.ts'
import styles from './run-result.module.css'
import { TimeTable } from './time-table.tsx'

const rows = {
  goals: ({ met }: Summary) => met,
  a: (summary: Summary) => summary.goals.flatMap(({ left }) => left).length,
  bills: ({ bills }: Summary) => bills.length,
  extra: ({ extra }: Summary) => extra,
}

/** This week beside another plan for the same in-tray: one of the learner's own earlier ones, or a ready-made one. */
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
  const [choice, setChoice] = useState<string>(
    earlier.length > 0 ? `earlier-${earlier.at(-1)!.number}` : summarise(run).met < goals.length ? 'goal' : 'clock',
  )
  const preset = presets.find((each) => each === choice)
  const before = earlier.find(({ number }) => choice === `earlier-${number}`)
  const other = useMemo(
    () => runPlan(run.world, preset ? planOfPreset(run.world, preset) : (before?.plan ?? [])),
    [run.world, preset, before],
  )
  const weeks = [
    { name: t(own ? 'compare_yours' : 'compare_shown'), summary: summarise(run) },
    { name: preset ? t(`preset_${preset}`) : t('earlier', { number: before?.number ?? 0 }), summary: summarise(other) },
  ]
  const [better, worse] = weeks.toSorted((a, b) => b.summary.met - a.summary.met)
  const values = { a: better!.name, b: worse!.name, more: better!.summary.met, fewer: worse!.summary.met, met: better!.summary.met }
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
        <p className={styles['lead']}>{preset ? t(`preset_${preset}_note`) : t('earlier_note')}</p>
      </div>
      <p role="status" className={styles['verdict']}>
        {t(values.more === values.fewer ? 'compare_sentence_same' : 'compare_sentence_more', { ...values, all: goals.length })}
      </p>
      <TimeTable words={words} weeks={weeks} />
      <table className={styles['facts']}>
        <caption>{t('compare_table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare_what')}</th>
            {weeks.map(({ name }) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(rows).map(([row, read]) => (
            <tr key={row}>
              <th scope="row">{t(`compare_${row}`)}</th>
              {weeks.map(({ name, summary }) => (
                <td key={name}>{read(summary)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
