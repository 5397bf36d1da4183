import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import type { PersonId } from '#lib/simulation/who-knows-whom/people.ts'
import { highestGoodwill, introducer, type State } from '#lib/simulation/who-knows-whom/step.ts'
import { nameOf, tieWord } from './describe.ts'
import styles from './plan-week.module.css'

/** What you know about a person and your tie to them, in words. */
export function PersonCard({ words, state, person }: { words: Words; state: State; person: PersonId }) {
  const { messages } = words
  const tie = state.ties[person]
  const by = introducer(state.ties, person)
  return (
    <div className={styles['card']}>
      <p className={styles['who']}>
        <b>{nameOf(words, person)}</b>, {say(messages, `role_${person}`)}
      </p>
      {tie.open ? (
        <ul>
          <li>{say(messages, 'card_tie', { tie: say(messages, `tie_${tieWord(tie)}`) })}</li>
          <li>{say(messages, 'card_goodwill', { goodwill: tie.goodwill, most: highestGoodwill })}</li>
          <li>{tie.tended === 0 ? say(messages, 'card_last_start') : say(messages, 'card_last', { week: tie.tended })}</li>
        </ul>
      ) : (
        <p>{by ? say(messages, 'card_new', { by: nameOf(words, by) }) : say(messages, 'card_away')}</p>
      )}
    </div>
  )
}
