import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { say } from '#lib/message/format.ts'
import styles from './parts.module.css'
import type { Words } from './words.ts'

/** The frame of a player: what the address has to do with it, and what is played. */
export function Player({
  words: { messages },
  idle,
  run,
  leaveLink,
  children,
}: {
  words: Words
  idle: boolean
  run: { own: boolean; malformed: boolean }
  leaveLink(): void
  children: ReactNode
}) {
  return (
    <div className={styles['player']} inert={idle}>
      {run.malformed ? <p className={styles['notice']}>{say(messages, 'malformed')}</p> : null}
      {run.own ? null : (
        <p className={styles['notice']}>
          {say(messages, 'from_link')}{' '}
          <Button look="quiet" onClick={leaveLink}>
            {say(messages, 'from_link_back')}
          </Button>
        </p>
      )}
      {children}
    </div>
  )
}
