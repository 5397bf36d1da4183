import { dateOf } from '#lib/credential/describe-achievement.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'
import styles from './state-line.module.css'

/** What the server found when it made the page. `at`: Unix milliseconds of the check. */
export type State =
  | { kind: 'verified'; at: number }
  | { kind: 'revoked'; on: number; reason: string }
  /** it did not pass */
  | { kind: 'wrong'; at: number }
  /** it could not be checked */
  | { kind: 'unsure'; at: number }

const marks = {
  verified: 'M7.5 12.4l3.1 3.1 6-6.6',
  revoked: 'M8.4 8.4l7.2 7.2M15.6 8.4l-7.2 7.2',
  wrong: 'M8.4 8.4l7.2 7.2M15.6 8.4l-7.2 7.2',
  unsure: 'M12 7.2v5.6M12 16.2v.1',
} as const
const titles = { verified: 'stateVerified', revoked: 'stateRevoked', wrong: 'stateWrong', unsure: 'stateUnsure' } as const

/** Whether the certificate counts: a mark, a word, and what was looked at. Never by colour alone. */
export function StateLine({
  state,
  issuer,
  check,
  messages,
  locale,
}: {
  state: State
  issuer: string
  /** where to check it oneself */
  check: string
  messages: Messages
  locale: string
}) {
  const time = 'at' in state ? timeOf(state.at, locale) : ''
  return (
    <div className={styles['state']} data-state={state.kind}>
      <svg className={styles['mark']} viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="10.25" />
        <path d={marks[state.kind]} />
      </svg>
      <p className={styles['word']}>{say(messages, titles[state.kind])}</p>
      <div className={styles['text']}>
        <p>
          {state.kind === 'revoked'
            ? say(messages, 'stateRevokedText', { issuer, date: dateOf(state.on, locale) })
            : say(messages, `${titles[state.kind]}Text`, { issuer, time })}
        </p>
        {state.kind === 'revoked' && state.reason !== '' ? <p>{say(messages, 'stateRevokedReason', { reason: state.reason })}</p> : null}
      </div>
      <a className={styles['check']} href={check}>
        {say(messages, 'stateCheck')}
      </a>
    </div>
  )
}

/** To the minute, in UTC and saying so: whoever reads it may be anywhere. */
function timeOf(at: number, locale: string): string {
  const format = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
    timeZoneName: 'short',
  } as const
  return new Intl.DateTimeFormat(formatLocale(locale), format).format(at)
}
