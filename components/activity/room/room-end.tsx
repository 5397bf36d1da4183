import type { Ref } from 'react'
import { Button } from '#components/ui/button.tsx'
import { closeRoom, type RoomState, reasons } from '#lib/activity/room.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './room.module.css'

/** What the break brought: the closing words, the notebook, and which of the four reasons it served. */
export function RoomEnd({
  data,
  state,
  words,
  heading,
  onAgain,
}: {
  data: ActivityOf<'room'>
  state: RoomState
  words: (key: string, values?: Record<string, string | number>) => string
  heading: Ref<HTMLHeadingElement>
  onAgain(): void
}) {
  const { learnt, served, tone } = closeRoom(state)
  return (
    <div className={styles['end']}>
      <h4 ref={heading} tabIndex={-1}>
        {words('end')}
      </h4>
      <p className={styles['closing']}>{data.closing[tone]}</p>
      <h5>{words('notes')}</h5>
      {learnt.length > 0 ? (
        <ul className={styles['notes']}>
          {learnt.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p>{words('notes-empty')}</p>
      )}
      <h5>{words('reasons')}</h5>
      <ul className={styles['reasons']}>
        {reasons.map((reason) => {
          const yes = served.includes(reason)
          return (
            <li key={reason} data-served={yes || undefined}>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="8" cy="8" r="6.5" />
                {yes ? <path d="m5 8.2 2.2 2.2L11.2 6" /> : null}
              </svg>
              <span>{words(`reason-${reason}`)}</span>
              <small>{words(yes ? 'served' : 'not-served')}</small>
            </li>
          )
        })}
      </ul>
      <Button look="primary" onClick={onAgain}>
        {words('again')}
      </Button>
    </div>
  )
}
