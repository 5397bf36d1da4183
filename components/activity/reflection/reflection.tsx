'use client'

import { useEffect, useId, useRef, useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import { countWords } from '#lib/activity/count-words.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import field from './field.module.css'
import styles from './reflection.module.css'
import { saveFile } from './save-file.ts'

type Own = { text: string; done: boolean }
const nothing: Own = { text: '', done: false }

/** Writing for oneself. The words stay on this device; the only statement says that something was written. */
export default function Reflection({ data, object, contentHash, module, messages, locale }: ActivityProps<ActivityOf<'reflection'>>) {
  const own = usePrivate<Own>(object, nothing)
  const [asking, setAsking] = useState(false)
  const [moveTo, setMoveTo] = useState<'text' | 'pointer' | 'question' | 'erase' | null>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  const pointer = useRef<HTMLDivElement>(null)
  const question = useRef<HTMLDivElement>(null)
  const eraser = useRef<HTMLButtonElement>(null)
  const textId = useId()
  const value = own.value ?? nothing
  const words = countWords(value.text, locale)
  const t = (key: string, values = {}) => say(messages, key, values, locale)

  useEffect(() => {
    if (moveTo === null) return
    ;({ text, pointer, question, erase: eraser })[moveTo].current?.focus()
    setMoveTo(null)
  }, [moveTo])

  function finish() {
    own.save({ ...value, done: true })
    record({ verb: 'reflected', object, contentHash, result: { completion: true } })
    setMoveTo('pointer')
  }
  function erase() {
    own.erase()
    setAsking(false)
    setMoveTo('text')
  }

  return (
    <Box id={`activity-${data.id}`} kicker={t('reflection-kicker')} title={data.title} lead={data.lead}>
      <p className={styles['prompt']}>{data.prompt}</p>
      {data.care ? <p className={styles['care']}>{data.care}</p> : null}
      <div className={field['field']}>
        <label htmlFor={textId}>{t('reflection-label')}</label>
        <textarea
          id={textId}
          ref={text}
          rows={6}
          value={value.text}
          aria-describedby={`${textId}-note`}
          onChange={(event) => own.save({ ...value, text: event.currentTarget.value })}
        />
        <div className={field['note']}>
          <p id={`${textId}-note`}>{t('reflection-private')}</p>
          <p>{t('reflection-words', { count: words })}</p>
        </div>
      </div>
      {value.done ? (
        <div ref={pointer} tabIndex={-1} className={styles['pointer']}>
          <h4>{t('reflection-pointer')}</h4>
          <p>{data.pointer}</p>
        </div>
      ) : null}
      <div className={field['actions']}>
        {value.done ? null : (
          <Button look="primary" onClick={finish} disabled={words === 0}>
            {t('reflection-done')}
          </Button>
        )}
        {words > 0 ? (
          <>
            <Button
              onClick={() =>
                saveFile(`${module}-${data.id}.txt`, 'text/plain;charset=utf-8', `${data.title}\n\n${data.prompt}\n\n${value.text}\n`)
              }
            >
              {t('reflection-save')}
            </Button>
            <Button
              ref={eraser}
              look="quiet"
              aria-expanded={asking}
              onClick={() => {
                setAsking(true)
                setMoveTo('question')
              }}
            >
              {t('reflection-erase')}
            </Button>
          </>
        ) : null}
      </div>
      {asking ? (
        <div ref={question} tabIndex={-1} className={field['ask']}>
          <p>{t('reflection-erase-ask')}</p>
          <Button onClick={erase}>{t('reflection-erase-yes')}</Button>
          <Button
            look="quiet"
            onClick={() => {
              setAsking(false)
              setMoveTo('erase')
            }}
          >
            {t('reflection-erase-no')}
          </Button>
        </div>
      ) : null}
    </Box>
  )
}
