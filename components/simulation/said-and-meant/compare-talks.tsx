'use client'

import { CompareWith } from '#components/simulation/parts/compare-with.tsx'
import parts from '#components/simulation/parts/parts.module.css'
import type { ResultProps } from '#components/simulation/parts/result-props.ts'
import { useOtherRun } from '#components/simulation/parts/use-other-run.ts'
import fold from '#components/ui/fold.module.css'
import { say } from '#lib/message/format.ts'
import { type Plan, turnsInTalk } from '#lib/simulation/said-and-meant/moves.ts'
import { planOfPreset, presets } from '#lib/simulation/said-and-meant/presets.ts'
import { lastState, type Run, runPlan, summarise } from '#lib/simulation/said-and-meant/run.ts'
import { markOf, opennessWord, talkSummary } from './describe.ts'
import { FactMark } from './fact-mark.tsx'
import tables from './fact-table.module.css'
import styles from './talk-result.module.css'
import { TalkWaves } from './talk-waves.tsx'

const model = { presets, planOfPreset, runPlan }

/** This talk beside another with the same person: an earlier one of the learner's own, or a ready-made way to listen. */
export function CompareTalks({ words, run, earlier, own }: Omit<ResultProps<Run, Plan>, 'insight' | 'children'>) {
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const beside = useOtherRun(words, model, run.world, earlier, 'form', { name: t(`name_${run.world.speaker.id}`) })
  const talks = [
    { name: t(own ? 'compare_yours' : 'compare_shown'), run },
    { name: beside.name, run: beside.run },
  ].map((talk) => ({ ...talk, state: lastState(talk.run), sums: summarise(run.world, lastState(talk.run)) }))
  const [more, less] = talks[0]!.sums.clear >= talks[1]!.sums.clear ? [talks[0]!, talks[1]!] : [talks[1]!, talks[0]!]
  const names = { a: more.name, b: less.name }
  const difference = more.sums.clear - less.sums.clear
  const counts: [string, (talk: (typeof talks)[number]) => string | number][] = [
    ['compare_clear', ({ sums }) => sums.clear],
    ['compare_otherwise', ({ sums }) => sums.otherwise],
    ['compare_unheard', ({ sums }) => sums.unheard],
    ['compare_openness', ({ state }) => `${opennessWord(words, state.openness)} (${state.openness})`],
  ]
  return (
    <>
      <CompareWith words={words} own={own} beside={beside} />
      <p role="status" className={styles['verdict']}>
        {difference === 0 ? t('compare_same') : t('compare_more', { ...names, count: difference })}{' '}
        {difference > 0 && less.sums.heard > more.sums.heard ? t('compare_words', { a: less.name, b: more.name }) : ''}
      </p>
      <div className={styles['pair']}>
        {talks.map((talk, index) => (
          <figure key={index === 0 ? 'this' : 'other'}>
            <figcaption>
              {talk.name} <span>{t('result_clear_short', { clear: talk.sums.clear, all: talk.sums.all })}</span>
            </figcaption>
            <TalkWaves words={words} run={talk.run} label={talkSummary(words, talk.run, true)} open />
          </figure>
        ))}
      </div>
      <table className={`${parts['table']} ${tables['facts']}`}>
        <Head names={[t('compare_count'), ...talks.map(({ name }) => name)]} />
        <tbody>
          {counts.map(([key, value]) => (
            <tr key={key}>
              <th scope="row">{t(key)}</th>
              {talks.map((talk, index) => (
                <td key={index === 0 ? 'this' : 'other'}>{value(talk)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <details className={styles['compared']}>
        <summary className={fold['summary']}>{t('compare_facts')}</summary>
        <table className={`${parts['table']} ${tables['facts']}`}>
          <Head names={[t('compare_fact'), ...talks.map(({ name }) => name)]} />
          <tbody>
            {run.world.facts.map((fact) => (
              <tr key={fact.id}>
                <th scope="row">{t(`fact_${fact.id}`)}</th>
                {talks.map(({ state }, index) => {
                  const mark = markOf(state.known[fact.id], true)
                  return (
                    <td key={index === 0 ? 'this' : 'other'}>
                      <FactMark mark={mark} /> {t(`mark_${mark}`)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <details className={styles['compared']}>
        <summary className={fold['summary']}>{t('compare_moves')}</summary>
        <table className={`${parts['table']} ${tables['facts']}`}>
          <Head names={[t('compare_turn'), ...talks.map(({ name }) => name)]} />
          <tbody>
            {Array.from({ length: turnsInTalk }, (_, turn) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the turns of a talk, told apart only by their place
              <tr key={turn}>
                <th scope="row">{turn + 1}</th>
                {talks.map(({ run: each }, index) => (
                  <td key={index === 0 ? 'this' : 'other'}>{t(each.plan[turn] ? `move_${each.plan[turn]}` : 'compare_nothing')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

function Head({ names }: { names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}
