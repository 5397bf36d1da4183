'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type Card, fits, type MixedRound, verdictOn } from '#lib/activity/mixed-round.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './mixed-round.module.css'

/** One card: choose a category, read why. After the choice the focus goes to the feedback, since the buttons are spent. */
export function CardView({
  data,
  card,
  place,
  total,
  chosen,
  choose,
  next,
  messages,
  locale,
}: {
  data: MixedRound
  card: Card
  /** from 0 */
  place: number
  total: number
  chosen: string | null
  choose(category: string): void
  next(): void
  messages: Messages
  locale: string
}) {
  const feedback = useRef<HTMLDivElement>(null)
  const [openedWith] = useState(chosen)
  useEffect(() => {
    if (chosen !== null && openedWith === null) feedback.current?.focus()
  }, [chosen, openedWith])
  const t = (key: string, values = {}) => say(messages, key, values, locale)
  const label = (id: string) => data.categories.find((category) => category.id === id)?.label ?? id
  const verdict = chosen === null ? null : verdictOn(card, chosen)

  return (
    <>
      <p className={styles['place']}>
        <span>{t('mixed-round-place', { place: place + 1, total })}</span>
        <span className={styles['track']} aria-hidden="true">
          {Array.from({ length: total }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the places themselves
            <i key={i} data-past={i < place || undefined} data-here={i === place || undefined} />
          ))}
        </span>
      </p>
      <p className={styles['card']}>{card.text}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields */}
      <div className={styles['categories']} role="group" aria-label={t('mixed-round-choose')}>
        {data.categories.map((category) => {
          const mark = chosen === null ? null : category.id === chosen ? 'chosen' : fits(card, category.id) ? 'fits' : 'other'
          return (
            <button
              key={category.id}
              type="button"
              className={styles['category']}
              data-mark={mark ?? undefined}
              disabled={chosen !== null}
              onClick={() => choose(category.id)}
            >
              <span className={styles['label']}>{category.label}</span>
              <span className={styles['cue']}>{category.cue}</span>
              {mark === 'chosen' ? <span className={styles['mark']}>{t('mixed-round-yours')}</span> : null}
              {mark === 'fits' && verdict === 'wrong' ? <span className={styles['mark']}>{t('mixed-round-fits')}</span> : null}
            </button>
          )
        })}
      </div>
      {chosen !== null && verdict !== null ? (
        <div className={styles['reply']}>
          <div ref={feedback} tabIndex={-1} className={styles['feedback']}>
            <p>
              <b>{t(`mixed-round-${verdict}`, { fits: label(card.category), chosen: label(chosen) })}</b>{' '}
              {verdict === 'wrong' ? card.confusions?.[chosen] : null}
            </p>
            <p>{card.feedback}</p>
          </div>
          <Button look="primary" onClick={next}>
            {t(place + 1 < total ? 'mixed-round-next' : 'mixed-round-finish')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
