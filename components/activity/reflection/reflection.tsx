'use client'

import dynamic from 'next/dynamic'
import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { Erase } from '#components/activity/private/erase.tsx'
import privacy from '#components/activity/private/private.module.css'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import { saveFile } from '#components/activity/private/save-file.ts'
import { hasHint } from '#components/assignments/hint.ts'
import { record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import { countWords } from '#lib/activity/count-words.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import styles from './reflection.module.css'

/** Loaded by who is in a cohort. */
const ShowIt = dynamic(() => import('./show-it.tsx').then((one) => one.ShowIt), { ssr: false })
const never = () => () => undefined

type Own = { text: string; done: boolean }
const nothing: Own = { text: '', done: false }

/** Writing for oneself. The words stay on this device; the only statement says that something was written. Who is in a cohort may show them to its facilitators. */
export default function Reflection({ data, object, contentHash, module, messages, locale }: ActivityProps<ActivityOf<'reflection'>>) {
  const own = usePrivate<Own>(object, nothing)
  const [moveTo, setMoveTo] = useState<'text' | 'pointer' | null>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  const pointer = useRef<HTMLDivElement>(null)
  const textId = useId()
  const value = own.value ?? nothing
  const inCohort = useSyncExternalStore(never, hasHint, () => false)
  const words = countWords(value.text, locale)
  const t = (key: string, values = {}) => say(messages, key, values, locale)

  useEffect(() => {
    if (moveTo === null) return
    ;({ text, pointer })[moveTo].current?.focus()
    setMoveTo(null)
  }, [moveTo])

  function finish() {
    own.save({ ...value, done: true })
    record({ verb: 'reflected', object, contentHash, result: { completion: true } })
    setMoveTo('pointer')
  }
  function erase() {
    own.erase()
    setMoveTo('text')
  }

  return (
    <Box id={`activity-${data.id}`} kicker={t('reflection-kicker')} title={data.title} lead={data.lead}>
      <p className={styles['prompt']}>{data.prompt}</p>
      {data.care ? <p className={styles['care']}>{data.care}</p> : null}
      <PrivateNote>{t('reflection-private')}</PrivateNote>
      <div className={`${privacy['field']} ${styles['field']}`}>
        <label htmlFor={textId}>{t('reflection-label')}</label>
        <textarea
          id={textId}
          className={privacy['input']}
          ref={text}
          rows={6}
          value={value.text}
          onChange={(event) => own.save({ ...value, text: event.currentTarget.value })}
        />
        <small>{t('reflection-words', { count: words })}</small>
      </div>
      {value.done ? (
        <div ref={pointer} tabIndex={-1} className={styles['pointer']}>
          <h4>{t('reflection-pointer')}</h4>
          <p>{data.pointer}</p>
        </div>
      ) : null}
      <div className={privacy['actions']}>
        {value.done ? null : (
          <Button look="primary" onClick={finish} disabled={words === 0}>
            {t('reflection-done')}
          </Button>
        )}
        {words > 0 ? (
          <>
            <Button
              onClick={() =>
                saveFile(`${module}-${data.id}.txt`, `${data.title}\n\n${data.prompt}\n\n${value.text}\n`, 'text/plain;charset=utf-8')
              }
            >
              {t('reflection-save')}
            </Button>
            <Erase
              label={t('reflection-erase')}
              question={t('reflection-erase-ask')}
              yes={t('reflection-erase-yes')}
              no={t('reflection-erase-no')}
              onErase={erase}
            />
          </>
        ) : null}
      </div>
      {inCohort && own.value !== null ? <ShowIt object={object} text={value.text} done={value.done} locale={locale} /> : null}
    </Box>
  )
}
