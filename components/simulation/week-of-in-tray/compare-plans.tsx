'use client'

import { CompareWith } from '#components/simulation/parts/compare-with.tsx'
import parts from '#components/simulation/parts/parts.module.css'
import type { ResultProps } from '#components/simulation/parts/result-props.ts'
import { useOtherRun } from '#components/simulation/parts/use-other-run.ts'
import { say } from '#lib/message/format.ts'
import type { Plan } from '#lib/simulation/week-of-in-tray/plan.ts'
import { planOfPreset, presets } from '#lib/simulation/week-of-in-tray/presets.ts'
import { type Run, runPlan, type Summary, summarise } from '#lib/simulation/week-of-in-tray/run.ts'
import { goals } from '#lib/simulation/week-of-in-tray/tasks.ts'
import styles from './run-result.module.css'
import { TimeTable } from './time-table.tsx'

const rows = {
  goals: ({ met }: Summary) => met,
  a: (summary: Summary) => summary.goals.flatMap(({ left }) => left).length,
  bills: ({ bills }: Summary) => bills.length,
  extra: ({ extra }: Summary) => extra,
}

const model = { presets, planOfPreset, runPlan }

/** This week beside another plan for the same in-tray: one of the learner's own earlier ones, or a ready-made one. */
export function ComparePlans({ words, run, earlier, own }: Omit<ResultProps<Run, Plan>, 'insight' | 'children'>) {
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const beside = useOtherRun(words, model, run.world, earlier, summarise(run).met < goals.length ? 'goal' : 'clock')
  const weeks = [
    { name: t(own ? 'compare_yours' : 'compare_shown'), summary: summarise(run) },
    { name: beside.name, summary: summarise(beside.run) },
  ]
  const [better, worse] = weeks.toSorted((a, b) => b.summary.met - a.summary.met)
  const values = { a: better!.name, b: worse!.name, more: better!.summary.met, fewer: worse!.summary.met, met: better!.summary.met }
  return (
    <>
      <CompareWith words={words} own={own} beside={beside} />
      <p role="status" className={styles['verdict']}>
        {t(values.more === values.fewer ? 'compare_sentence_same' : 'compare_sentence_more', { ...values, all: goals.length })}
      </p>
      <TimeTable words={words} weeks={weeks} />
      <table className={parts['table']}>
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
