'use client'

import { useId } from 'react'
import { usePrivate } from '#components/device/use-private.ts'
import type { Say } from '#components/quiz/text.ts'
import fold from '#components/ui/fold.module.css'
import { countWords } from '#lib/activity/count-words.ts'
import type { PublicReflection } from '#lib/quiz/public-item.ts'
import styles from './interactions.module.css'

/** As the reflection of a module keeps it, so that both show the same words. */
type Own = { text: string; done: boolean }
const nothing: Own = { text: '', done: false }

/** Reflection: writing for oneself, on this device only. */
export function ReflectView({ item, keep, say, locale }: { item: PublicReflection; keep: string; say: Say; locale: string }) {
  const own = usePrivate<Own>(keep, nothing)
  const id = useId()
  const value = own.value ?? nothing
  return (
    <div className={styles['reflect']}>
      <p>{item.stem}</p>
      <label htmlFor={id}>{say('reflectLabel')}</label>
      <textarea
        id={id}
        rows={5}
        value={value.text}
        readOnly={own.value === null}
        aria-describedby={`${id}-note`}
        onChange={(event) => own.save({ ...value, text: event.currentTarget.value })}
      />
      <div className={styles['note']} id={`${id}-note`}>
        <p>{say('reflectNote')}</p>
        <p>{say('reflectWords', { count: countWords(value.text, locale), from: item.words.from, to: item.words.to })}</p>
      </div>
      <details>
        <summary className={fold['summary']}>{say('reflectPointer')}</summary>
        <p>{item.pointer}</p>
      </details>
    </div>
  )
}
