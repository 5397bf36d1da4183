'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { Erase } from '#components/activity/private/erase.tsx'
import privacy from '#components/activity/private/private.module.css'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import { saveFile } from '#components/activity/private/save-file.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { Button } from '#components/ui/button.tsx'
import { type Ladder, ownFrom, writeLadder } from '#lib/activity/ladder.ts'
import styles from './ladder.module.css'
import { LadderFrame } from './ladder-frame.tsx'

/** The learner's own ladder, on this device only. It grows as the other one does: the newest rung is the highest. */
export function OwnLadder({
  data,
  object,
  module,
  open,
  t,
}: {
  data: Ladder
  object: string
  module: string
  /** the other ladder has been climbed */
  open: boolean
  t(key: string, values?: Record<string, string | number>): string
}) {
  const own = usePrivate<string[]>(object, [])
  const lines = ownFrom(own.value, data.own.most)
  const written = lines.filter((line) => line.trim() !== '').length
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  /** the field to go to, counted from the foot */
  const [goTo, setGoTo] = useState<number | null>(null)
  useEffect(() => {
    if (goTo === null) return
    list.current?.querySelectorAll('textarea')[goTo]?.focus()
    setGoTo(null)
  }, [goTo])

  if (own.value === null || (!open && written === 0)) return null
  return (
    <div className={styles['own']} ref={list}>
      <h4>{data.own.prompt}</h4>
      <PrivateNote>{t('private')}</PrivateNote>
      {lines.length < data.own.most ? (
        <Button
          onClick={() => {
            own.save([...lines, ''])
            setGoTo(lines.length)
          }}
        >
          {t('add')}
        </Button>
      ) : null}
      <LadderFrame label={t('own')} topped={false}>
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rung is its place
          <li key={place} className={place === 0 ? styles['foot'] : styles['rung']}>
            <div className={styles['field']}>
              <label htmlFor={`${id}-${place}`}>
                {place === 0 ? data.own.start : data.own.rung}
                {place === 0 ? null : <span className="visually-hidden">{` ${t('number', { place })}`}</span>}
              </label>
              {lines.length > 2 && place > 0 ? (
                <button
                  type="button"
                  className={styles['remove']}
                  aria-label={t('remove', { place })}
                  onClick={() => {
                    own.save(lines.filter((_, at) => at !== place))
                    setGoTo(Math.min(place, lines.length - 2))
                  }}
                >
                  <svg viewBox="0 0 16 16" aria-hidden="true">
                    <path d="m3.500 3.500 9 9m0-9-9 9" />
                  </svg>
                </button>
              ) : null}
              <textarea
                id={`${id}-${place}`}
                className={privacy['input']}
                rows={1}
                value={line}
                onChange={({ currentTarget }) => own.save(lines.map((before, at) => (at === place ? currentTarget.value : before)))}
              />
            </div>
          </li>
        ))}
      </LadderFrame>
      {written > 0 ? (
        <div className={privacy['actions']}>
          <Button onClick={() => saveFile(`${module}-${data.id}.txt`, writeLadder(lines), 'text/plain;charset=utf-8')}>{t('save')}</Button>
          <Erase
            label={t('erase')}
            question={t('erase-ask')}
            yes={t('erase-yes')}
            no={t('erase-no')}
            onErase={() => {
              own.erase()
              setGoTo(0)
            }}
          />
        </div>
      ) : null}
    </div>
  )
}
