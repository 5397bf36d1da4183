import styles from '#components/toolkit/ledger.module.css'
import type { SayDay } from '#components/toolkit/say-day.ts'
import { rowId } from '#components/toolkit/use-ledger.ts'
import { Button } from '#components/ui/button.tsx'
import { type Commitment, type CommitmentGroup, dueOf } from '#lib/toolkit/commitments.ts'
import type { Press, Words } from './commitment-list.tsx'
import own from './commitments.module.css'
import { StateMark } from './state-mark.tsx'

/** One promise: by when, to whom and what in a line; the rest folded away. */
export function CommitmentEntry({
  commitment,
  group,
  day,
  words,
  onWrite,
  onPress,
}: {
  commitment: Commitment
  group: CommitmentGroup
  day: SayDay
  words: Words
  onWrite(form: 'commitment' | 'move'): void
  onPress(what: Press): void
}) {
  const { id, who, what, by, seen, state, moved, told } = commitment
  const due = dueOf(commitment)
  const facts: [string, string][] = [
    ['seen', seen],
    ['first-day', moved && by ? day.long(by) : ''],
    ['told', told ? day.long(told) : ''],
  ]
  const ends = (
    <>
      <Button aria-describedby={rowId(id)} onClick={() => onPress('keep')}>
        {words('keep')}
      </Button>
      <Button aria-describedby={rowId(id)} onClick={() => onWrite('move')}>
        {words('renegotiate')}
      </Button>
      {group === 'past' ? (
        <Button aria-describedby={rowId(id)} onClick={() => onPress('miss')}>
          {words('miss')}
        </Button>
      ) : null}
    </>
  )
  return (
    <>
      <details>
        <summary className={styles['row']} id={rowId(id)}>
          <span className={styles['when']}>
            {due ? (
              <>
                <time dateTime={due}>{day.short(due)}</time> {group === 'done' ? null : <small>{day.away(due)}</small>}
              </>
            ) : (
              <small>{words('no-date')}</small>
            )}
            {state === 'open' ? null : (
              <small className={own['state']}>
                {' '}
                <StateMark state={state} /> {words(`state-${state}`)}
              </small>
            )}
          </span>{' '}
          <span className={styles['who']}>{who ? <span>{who}</span> : <small>{words('nobody')}</small>}</span>{' '}
          <span className={styles['what']}>
            <span className={styles['name']}>{what}</span>
          </span>
        </summary>
        <div className={styles['inside']}>
          <dl>
            {facts.map(([name, text]) =>
              text ? (
                <div key={name}>
                  <dt>{words(name)}</dt>
                  <dd>{text}</dd>
                </div>
              ) : null,
            )}
          </dl>
          <div className={styles['buttons']}>
            {group === 'done' ? (
              <Button look="quiet" onClick={() => onPress('reopen')}>
                {words('reopen')}
              </Button>
            ) : (
              ends
            )}
            <Button look="quiet" onClick={() => onWrite('commitment')}>
              {words('edit')}
            </Button>
            <Button look="quiet" onClick={() => onPress('remove')}>
              {words('remove')}
            </Button>
          </div>
        </div>
      </details>
      {group === 'past' ? (
        <div className={styles['now']}>
          <div className={styles['buttons']}>{ends}</div>
        </div>
      ) : null}
    </>
  )
}
