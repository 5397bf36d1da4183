import parts from '#components/simulation/parts/parts.module.css'
import type { Words } from '#components/simulation/parts/words.ts'
import fold from '#components/ui/fold.module.css'
import { say } from '#lib/message/format.ts'
import { lastState, type Run, summarise } from '#lib/simulation/said-and-meant/run.ts'
import { markOf, noteOf, opennessWord } from './describe.ts'
import { FactMark } from './fact-mark.tsx'
import styles from './fact-table.module.css'

/** All that the drawing shows, in words: what came up, when, with what, and whether it was given back. */
export function YourNotes({ words, run }: { words: Words; run: Run }) {
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const state = lastState(run)
  const { unheard } = summarise(run.world, state)
  const heard = run.world.facts.flatMap(({ id }) => (state.known[id] ? [{ id, ...state.known[id] }] : [])).sort((a, b) => a.turn - b.turn)
  return (
    <details className={styles['notes']}>
      <summary className={fold['summary']}>{t('notes_title')}</summary>
      <table className={`${parts['table']} ${styles['facts']}`}>
        <thead>
          <tr>
            <th scope="col">{t('notes_note')}</th>
            <th scope="col">{t('notes_turn')}</th>
            <th scope="col">{t('notes_by')}</th>
            <th scope="col">{t('notes_state')}</th>
          </tr>
        </thead>
        <tbody>
          {heard.map((known) => (
            <tr key={known.id}>
              <th scope="row">
                <FactMark mark={markOf(known, false)} /> {noteOf(words, run.world, known.id, known)}
              </th>
              <td>{known.turn}</td>
              <td>
                {t(known.by === null || known.by === 'next' ? 'move_start' : known.by === 'own-number' ? 'tag_back' : `move_${known.by}`)}
              </td>
              <td>{t(known.checked ? 'notes_yes' : 'notes_no')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {unheard > 0 ? t('notes_rest', { count: unheard }) : ''}{' '}
        {t('notes_openness', { word: opennessWord(words, state.openness), openness: state.openness })}
      </p>
    </details>
  )
}
