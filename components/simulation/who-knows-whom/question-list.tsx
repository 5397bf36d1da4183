import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { daysWaited } from '#lib/simulation/who-knows-whom/run.ts'
import type { State } from '#lib/simulation/who-knows-whom/step.ts'
import { FlagMark } from './flag-mark.tsx'
import styles from './question-list.module.css'

/** The questions that wait for an answer, those just come included, with the number that their flag carries. */
export function QuestionList({ words, state, id }: { words: Words; state: State; id: string }) {
  const { messages, locale } = words
  const open = state.needs
    .map((need, index) => ({ ...need, number: index + 1 }))
    .filter((need) => need.arrives <= state.week + 1 && need.days === null)
  return (
    <section className={styles['questions']} aria-labelledby={id}>
      <h5 id={id}>{say(messages, 'questions_title')}</h5>
      {open.length === 0 ? (
        <p className={styles['none']}>{say(messages, 'questions_none')}</p>
      ) : (
        <ol>
          {open.map((need) => (
            <li key={need.id} value={need.number}>
              <FlagMark number={need.number} />
              <span>
                {say(messages, `need_${need.id}`)}{' '}
                <span className={styles['waiting']}>
                  {need.arrives > state.week
                    ? say(messages, 'question_new')
                    : say(messages, 'question_waiting', { count: daysWaited(need, state.week) }, locale)}
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
