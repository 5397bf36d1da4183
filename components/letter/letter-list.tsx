/** The letters of one page of the outbox, each with its state, its words and what can be done with it. */
import { Act } from '#components/facilitate/act.tsx'
import { CopyText } from '#components/facilitate/copy-text.tsx'
import facilitate from '#components/facilitate/facilitate.module.css'
import { pick } from '#components/facilitate/pick.ts'
import fold from '#components/ui/fold.module.css'
import { mailtoOf, mayTryAgain, type OutboxLetter, textOf } from '#lib/letter/outbox.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './letter.module.css'
import { sayProblem, sayState } from './say-letter.ts'

export function LetterList({
  cohort,
  letters,
  byHand,
  closed,
  now,
  date,
  messages,
  common,
}: {
  cohort: string
  letters: readonly OutboxLetter[]
  /** there is no mail server: whoever looks at them sends them */
  byHand: boolean
  /** nothing can be changed */
  closed: boolean
  now: number
  date: (at: number) => string
  messages: Messages
  /** what every facilitator's page says about changes and copying */
  common: Messages
}) {
  const acts = pick(common)
  const copies = { ...pick(common), copied: say(messages, 'copied'), 'copy-failed': say(messages, 'not-copied') }
  return (
    <ul className={facilitate['rows']}>
      {letters.map((letter) => {
        const { id, kind, toName, toAddress, subject, body } = letter
        const toSend = letter.state === 'kept' || (byHand && letter.state === 'waiting')
        const problem = sayProblem(letter, messages)
        const named = say(messages, 'letter-to', { subject, name: toName || toAddress })
        const mailto = toSend ? mailtoOf(letter) : null
        const act = (label: string, state: 'handed' | 'waiting') => (
          <Act
            method="PUT"
            path={`/api/cohorts/${cohort}/letters`}
            body={{ ids: [id], state }}
            label={say(messages, label)}
            name={`${say(messages, label)}: ${named}`}
            messages={acts}
          />
        )
        return (
          <li key={id} className={styles['letter']}>
            <div className={facilitate['what']}>
              <p className={styles['subject']}>
                <bdi>{subject}</bdi>
              </p>
              <small>
                {toName ? (
                  <>
                    <bdi>{toName}</bdi> · {toAddress}
                  </>
                ) : (
                  toAddress
                )}
              </small>
              <small>
                {say(messages, `kind-${kind}`)} · {sayState(letter, { byHand, now, date, messages })}
              </small>
              {problem === null ? null : <small className={styles['problem']}>{problem}</small>}
            </div>
            {toSend && !closed ? (
              <div className={facilitate['does']}>
                <CopyText
                  text={textOf(letter)}
                  label={say(messages, 'copy')}
                  name={`${say(messages, 'copy')}: ${named}`}
                  look="press"
                  messages={copies}
                />
                {mailto === null ? null : (
                  <a className={facilitate['press']} href={mailto}>
                    {say(messages, 'open-mail')}
                    <span className="visually-hidden">: {named}</span>
                  </a>
                )}
                {act('handed', 'handed')}
              </div>
            ) : mayTryAgain(letter, now) && !closed ? (
              <div className={facilitate['does']}>
                {act('again', 'waiting')}
                {act('handed', 'handed')}
              </div>
            ) : null}
            <details className={styles['words']}>
              <summary className={fold['summary']}>
                {say(messages, 'open')}
                <span className="visually-hidden">: {named}</span>
              </summary>
              <div className={styles['body']}>{body === '' ? say(messages, 'body-gone') : body}</div>
            </details>
          </li>
        )
      })}
    </ul>
  )
}
