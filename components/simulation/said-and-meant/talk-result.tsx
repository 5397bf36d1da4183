import { Insight } from '#components/simulation/parts/insight.tsx'
import type { ResultProps } from '#components/simulation/parts/result-props.ts'
import fold from '#components/ui/fold.module.css'
import { say } from '#lib/message/format.ts'
import type { Plan } from '#lib/simulation/said-and-meant/moves.ts'
import { lastState, outcomeOf, type Run, summarise } from '#lib/simulation/said-and-meant/run.ts'
import { CompareTalks } from './compare-talks.tsx'
import { markOf, noteOf, openerOf, speakerName } from './describe.ts'
import { FactMark } from './fact-mark.tsx'
import styles from './talk-result.module.css'
import { Transcript } from './transcript.tsx'

const outcomes = ['clear', 'taken-otherwise', 'unheard'] as const
const titles = { clear: 'result_clear_title', 'taken-otherwise': 'result_otherwise_title', unheard: 'result_unheard_title' }

/** After the talk: what was heard, what was taken otherwise, what was never heard and what would have brought it; then the idea by its name. */
export function TalkResult({ words, run, insight, earlier, own, children }: ResultProps<Run, Plan>) {
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const { world } = run
  const state = lastState(run)
  const summary = summarise(world, state)
  const name = speakerName(words, world)

  function about(id: string): string[] {
    const known = state.known[id]
    if (!known) return [openerOf(words, world, state, id)]
    const by =
      known.by === null
        ? t('result_start', { name })
        : t('result_by', { turn: known.turn, move: t(known.by === 'next' ? 'move_start' : `move_${known.by}`) })
    if (known.clear) return [`${by}, ${t(known.checked ? 'result_confirmed' : 'result_unconfirmed')}.`]
    return [t('result_notes', { note: noteOf(words, world, id, known) }), t('opens_paraphrase')]
  }

  return (
    <div className={styles['result']}>
      <p className={styles['figure']}>
        <b>{summary.clear}</b> <span>{t('result_clear', { all: summary.all })}</span>
      </p>
      <p className={styles['lead']}>{t('result_lead', { otherwise: summary.otherwise, unheard: summary.unheard })}</p>
      {outcomes.map((outcome) => {
        const facts = world.facts.filter(({ id }) => outcomeOf(state.known[id]) === outcome)
        return (
          <div key={outcome} className={styles['group']}>
            <h5>
              {t(titles[outcome])} <span>{facts.length}</span>
            </h5>
            {facts.length === 0 ? <p className={styles['lead']}>{t('result_none')}</p> : null}
            <ul>
              {facts.map(({ id }) => (
                <li key={id}>
                  <FactMark mark={markOf(state.known[id], true)} />
                  <div>
                    <p>{t(`fact_${id}`)}</p>
                    {about(id).map((line) => (
                      <p key={line} className={styles['small']}>
                        {line}
                      </p>
                    ))}
                  </div>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      <Insight words={words} text={insight} />
      <h5 className={styles['head']}>{t('compare_title')}</h5>
      <CompareTalks words={words} run={run} earlier={earlier} own={own} />
      <details className={styles['whole']}>
        <summary className={fold['summary']}>{t('whole_talk')}</summary>
        <Transcript words={words} run={run} from={0} to={run.turns.length} named />
      </details>
      {children}
    </div>
  )
}
