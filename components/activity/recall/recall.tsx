'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { useSettled } from '#components/activity/choice/use-settled.ts'
import type { ActivityProps } from '#components/activity/island.tsx'
import privacy from '#components/activity/private/private.module.css'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import { record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import styles from './recall.module.css'

type Own = { text: string; compared: boolean; ticked: string[] }
const nothing: Own = { text: '', compared: false, ticked: [] }

/**
 * Free recall: write what one remembers, then hold it against a full answer and tick what was there. The words stay on the
 * device; a statement carries only the points ticked.
 */
export default function Recall({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'recall'>>) {
  const own = usePrivate<Own>(object, nothing)
  const settled = useSettled((points: string[]) =>
    record({ verb: 'answered', object, contentHash, result: { response: { points }, success: points.length === data.points.length } }),
  )
  const [moveTo, setMoveTo] = useState<'answer' | 'text' | null>(null)
  const answer = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (moveTo === 'answer') answer.current?.focus()
    if (moveTo === 'text') text.current?.focus()
    setMoveTo(null)
  }, [moveTo])
  const textId = useId()
  const pointsId = useId()
  const value = own.value ?? nothing

  function compare() {
    own.save({ ...value, compared: true })
    settled.now(value.ticked)
    setMoveTo('answer')
  }
  function tick(point: string, had: boolean) {
    const ticked = data.points.map(({ id }) => id).filter((id) => (id === point ? had : value.ticked.includes(id)))
    own.save({ ...value, ticked })
    settled.say(ticked)
  }
  function again() {
    own.save(nothing)
    setMoveTo('text')
  }

  return (
    <Box id={`activity-${data.id}`} kicker={say(messages, 'recall-kicker', {}, locale)} title={data.title} lead={data.lead}>
      <PrivateNote>{say(messages, 'recall-private', {}, locale)}</PrivateNote>
      <div className={`${privacy['field']} ${styles['field']}`}>
        <label htmlFor={textId}>{say(messages, 'recall-label', {}, locale)}</label>
        <textarea
          id={textId}
          className={privacy['input']}
          ref={text}
          rows={4}
          value={value.text}
          readOnly={value.compared}
          onChange={(event) => own.save({ ...value, text: event.currentTarget.value })}
        />
      </div>
      {value.compared ? (
        <div ref={answer} tabIndex={-1} className={styles['answer']}>
          <h4 className={styles['heading']}>{say(messages, 'recall-answer', {}, locale)}</h4>
          <p className={styles['full']}>{data.answer}</p>
          <fieldset className={option['group']}>
            <legend className={styles['legend']} id={pointsId}>
              {say(messages, 'recall-points', {}, locale)}
            </legend>
            {data.points.map((point) => (
              <label key={point.id} className={option['option']}>
                <input
                  type="checkbox"
                  checked={value.ticked.includes(point.id)}
                  onChange={(event) => tick(point.id, event.currentTarget.checked)}
                />
                <span>{point.text}</span>
              </label>
            ))}
          </fieldset>
          <p className={styles['count']} role="status">
            {value.ticked.length === 0
              ? ''
              : say(messages, 'recall-count', { had: value.ticked.length, count: data.points.length }, locale)}
          </p>
          <Button look="quiet" onClick={again}>
            {say(messages, 'recall-again', {}, locale)}
          </Button>
        </div>
      ) : (
        <Button look="primary" onClick={compare} disabled={own.value === null}>
          {say(messages, 'recall-compare', {}, locale)}
        </Button>
      )}
    </Box>
  )
}
