'use client'

import { CompareWith } from '#components/simulation/parts/compare-with.tsx'
import type { Earlier } from '#components/simulation/parts/kept-run.ts'
import parts from '#components/simulation/parts/parts.module.css'
import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { encodePlan } from '#lib/simulation/temperature-of-a-meeting/encode-state.ts'
import type { Plan } from '#lib/simulation/temperature-of-a-meeting/plan.ts'
import { type Preset, presets } from '#lib/simulation/temperature-of-a-meeting/presets.ts'
import { type Run, summarise } from '#lib/simulation/temperature-of-a-meeting/run.ts'
import { degrees } from './describe.ts'

export type Beside = Preset | Plan | null

/** Which other way stands beside this one: an earlier one of the learner's, or a ready-made one. */
export function CompareRuns({
  words,
  run,
  other,
  beside,
  earlier,
  choose,
}: {
  words: Words
  run: Run
  other: { name: string; run: Run } | null
  beside: Beside
  earlier: Earlier<Plan>
  choose(beside: Beside): void
}) {
  const t = (key: string, values = {}) => say(words.messages, key, values)
  const plan = beside === null || typeof beside === 'string' ? null : encodePlan(beside)
  const known = earlier.find((each) => encodePlan(each.plan) === plan)
  const value = typeof beside === 'string' ? beside : plan === null ? '' : known ? `earlier-${known.number}` : 'before'

  function select(chosen: string) {
    const preset = presets.find((each) => each === chosen)
    choose(preset ?? earlier.find(({ number }) => chosen === `earlier-${number}`)?.plan ?? null)
  }

  return (
    <>
      <CompareWith
        words={words}
        own
        beside={{
          choice: value,
          choose: select,
          options: [
            { value: '', name: t('compare_none') },
            ...(value === 'before' ? [{ value, name: t('before') }] : []),
            ...earlier.map(({ number }) => ({ value: `earlier-${number}`, name: t('earlier', { number }) })),
            ...presets.map((each) => ({ value: each as string, name: t(`preset_${each}`) })),
          ],
          note: beside === null ? null : t(typeof beside === 'string' ? `preset_${beside}_note` : 'before_note'),
        }}
      />
      <p role="status" className="visually-hidden">
        {other ? verdict(words, run, other) : ''}
      </p>
      {other ? (
        <table className={parts['table']}>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('compare_mine')}</th>
              <th scope="col">{other.name}</th>
            </tr>
          </thead>
          <tbody>
            {rowsOf(run, other.run).map(([key, mine, theirs]) => (
              <tr key={key}>
                <th scope="row">{t(`compare_${key}`)}</th>
                <td>{mine}</td>
                <td>{theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  )
}

function rowsOf(run: Run, other: Run): [string, number, number][] {
  const [mine, theirs] = [summarise(run), summarise(other)]
  return [
    ['settled', mine.settled, theirs.settled],
    ['half', mine.half, theirs.half],
    ['own', degrees(mine.own), degrees(theirs.own)],
    ['other', degrees(mine.other), degrees(theirs.other)],
    ['minutes', mine.minutes, theirs.minutes],
  ]
}

function verdict(words: Words, run: Run, other: { name: string; run: Run }): string {
  const [a, b] = [summarise(run), summarise(other.run)]
  return say(words.messages, 'verdict', {
    a: say(words.messages, 'compare_mine'),
    settledA: a.settled,
    ownA: degrees(a.own),
    otherA: degrees(a.other),
    b: other.name,
    settledB: b.settled,
    ownB: degrees(b.own),
    otherB: degrees(b.other),
  })
}
