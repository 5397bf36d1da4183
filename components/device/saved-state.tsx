'use client'

import { useSyncExternalStore } from 'react'
import { type Messages, say } from '#lib/message/format.ts'
import { describeSaved } from './describe-saved.ts'
import type { LogStatus } from './device-log.ts'
import { type Line, lineState, startOutbox, subscribeLine } from './outbox.ts'
import styles from './saved-state.module.css'
import { thisDevice } from './this-device.ts'

function subscribe(listener: () => void): () => void {
  startOutbox()
  return thisDevice().subscribe(listener)
}
const noStatus = (): LogStatus | null => null
const noLine = (): Line => 'idle'

/**
 * One quiet line: where the learner's work is. What is normal is only shown; a screen reader hears of trouble and of its end,
 * not of every save.
 */
export function SavedState({ messages, locale = 'en' }: { messages: Messages; locale?: string }) {
  const log = useSyncExternalStore(subscribe, () => thisDevice().status(), noStatus)
  const line = useSyncExternalStore(subscribeLine, lineState, noLine)
  const { word, trouble } = log ? describeSaved(log, line) : ({ word: 'nothing', trouble: false } as const)
  const refused = log?.refused ?? []
  const sentence = word === 'nothing' ? '' : say(messages, word, {}, locale)
  return (
    <div className={styles['state']} data-state={word} data-trouble={trouble || refused.length > 0 || undefined}>
      <p className={styles['line']} aria-hidden={trouble || undefined}>
        <Mark word={word} trouble={trouble} />
        {sentence}
      </p>
      {refused.length > 0 ? (
        <p className={styles['line']}>
          {say(messages, 'refused', { count: refused.length, codes: [...new Set(refused)].join(', ') }, locale)}
        </p>
      ) : null}
      <p role="status" className="visually-hidden">
        {trouble ? sentence : ''}
      </p>
    </div>
  )
}

/** Empty ring: not with the site yet; filled: with the site; square: something is in the way. */
function Mark({ word, trouble }: { word: string; trouble: boolean }) {
  if (word === 'nothing') return null
  return (
    <svg className={styles['mark']} viewBox="0 0 12 12" aria-hidden="true">
      {trouble ? (
        <rect x="1.5" y="1.5" width="9" height="9" />
      ) : (
        <circle cx="6" cy="6" r="4.5" fill={word === 'saved' ? 'currentColor' : 'none'} />
      )}
    </svg>
  )
}
