import styles from '#components/toolkit/ledger.module.css'
import type { SayDay } from '#components/toolkit/say-day.ts'
import { rowId } from '#components/toolkit/use-ledger.ts'
import { Button } from '#components/ui/button.tsx'
import { type Contact, type ContactGroup, lastMet } from '#lib/toolkit/networking-schedule.ts'
import type { Words } from './contact-list.tsx'

/** One contact: when, who and what for in a line; the rest folded away. */
export function ContactEntry({
  contact,
  group,
  today,
  day,
  words,
  onWrite,
  onRemove,
}: {
  contact: Contact
  group: ContactGroup
  today: string
  day: SayDay
  words: Words
  onWrite(form: 'contact' | 'held'): void
  onRemove(): void
}) {
  const { id, organisation, type, next, objective, outcome } = contact
  const met = lastMet(contact, today)
  const date = group === 'rest' ? met : next
  const what = group === 'rest' ? outcome || objective : objective
  const planned = group === 'rest' && next !== '' && outcome !== ''
  const facts: [string, string][] = [
    ['contact', contact.contact],
    ['last', contact.last ? day.long(contact.last) : ''],
    ['next', next ? day.long(next) : ''],
    ['objective', group === 'rest' && outcome ? objective : ''],
    ['outcome', group === 'rest' ? '' : outcome],
    ['notes', contact.notes],
  ]
  return (
    <>
      <details>
        <summary className={styles['row']} id={rowId(id)}>
          <span className={styles['when']}>
            {date ? (
              <>
                <time dateTime={date}>{group === 'rest' ? `${words('met')} ${day.short(date)}` : day.short(date)}</time>{' '}
                <small>{day.away(date)}</small>
              </>
            ) : (
              <small>{words('never')}</small>
            )}
          </span>{' '}
          <span className={styles['who']}>
            <span className={styles['name']}>{organisation}</span> {type ? <small>{words(`type-${type}`)}</small> : null}
          </span>{' '}
          <span className={styles['what']} data-soft={what ? undefined : true}>
            <span>{what || words('no-objective')}</span>
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
            {group === 'outcome' ? <Button onClick={() => onWrite('held')}>{words('write-outcome')}</Button> : null}
            {planned ? <Button onClick={() => onWrite('held')}>{words('plan-next')}</Button> : null}
            <Button look="quiet" onClick={() => onWrite('contact')}>
              {words('edit')}
            </Button>
            <Button look="quiet" onClick={onRemove}>
              {words('remove')}
            </Button>
          </div>
        </div>
      </details>
      {group === 'outcome' ? (
        <div className={styles['now']}>
          <div className={styles['buttons']}>
            <Button onClick={() => onWrite('held')} aria-describedby={rowId(id)}>
              {words('write-outcome')}
            </Button>
          </div>
        </div>
      ) : null}
    </>
  )
}
