'use client'

import { useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { useFocusOn } from '#components/activity/parts/use-focus-on.ts'
import { Erase } from '#components/activity/private/erase.tsx'
import privacy from '#components/activity/private/private.module.css'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import { saveFile } from '#components/activity/private/save-file.ts'
import { record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import { addRow, isFull, type LogRow, logCsv, readLog, rowsFrom } from '#lib/activity/log.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import styles from './log.module.css'
import { LogForm } from './log-form.tsx'
import { LogPicture } from './log-picture.tsx'

/**
 * Rows of the learner's own week, one at a time, and a picture that grows with them. Private: the rows stay on the device, a
 * statement says only that the picture was read.
 */
export default function Log({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'log'>>) {
  const kept = usePrivate<LogRow[]>(object, [])
  const statements = useStatements(object)
  const [picked, pick] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const [moves, setMoves] = useState(0)
  const [news, setNews] = useState('')
  const focus = useFocusOn<HTMLLegendElement>(moves || null)

  const ready = kept.value !== null
  const rows = rowsFrom(kept.value, data)
  // there is always a row to write in
  const shown = rows.length > 0 ? rows : addRow([])
  const row = shown.find(({ id }) => id === picked) ?? shown.find((one) => !isFull(one, data)) ?? shown[0]
  const full = rows.filter((one) => isFull(one, data)).length
  const readings = asked ? readLog(rows, data).filter(({ name }) => data.readings[name]) : []
  const words = (key: string, values = {}) => say(messages, `log-${key}`, values, locale)
  if (!row) return null
  const number = shown.indexOf(row) + 1
  const open = shown.find((one) => one.id !== row.id && !isFull(one, data))

  function go(id: string | null, said = '') {
    pick(id)
    setNews(said)
    setMoves(moves + 1)
  }
  function change(next: LogRow) {
    kept.save(shown.map((one) => (one.id === next.id ? next : one)))
    // it stays in hand when it becomes full
    pick(next.id)
    setNews('')
  }
  function next() {
    if (open) return go(open.id)
    const longer = addRow(shown)
    kept.save(longer)
    go(longer.at(-1)?.id ?? null)
  }
  function remove() {
    kept.save(rows.filter(({ id }) => id !== row?.id))
    go(null, words('removed'))
  }
  function read() {
    setAsked(true)
    if (statements?.length === 0) record({ verb: 'answered', object, contentHash, result: { completion: true } })
  }

  return (
    <Box id={`activity-${data.id}`} kicker={words('kicker')} title={data.title} lead={data.lead}>
      <PrivateNote>{words('private')}</PrivateNote>
      <div className={styles['layout']}>
        <div>
          <LogExample data={data} words={words} />
          <LogForm
            id={`${data.id}-row`}
            data={data}
            row={row}
            disabled={!ready}
            heading={focus}
            title={words('of', { number, total: Math.max(data.least, shown.length) })}
            words={words}
            onChange={change}
          />
          <div className={styles['buttons']}>
            {open || shown.length < data.most ? (
              <Button look={full < data.least ? 'primary' : 'plain'} disabled={!ready || (!open && !isFull(row, data))} onClick={next}>
                {words(open || full < data.least ? 'next' : 'add')}
              </Button>
            ) : null}
            {rows.includes(row) ? (
              <Button look="quiet" onClick={remove}>
                {words('remove')}
              </Button>
            ) : null}
          </div>
          {rows.length > 0 ? (
            <ol className={styles['rows']} aria-label={words('rows')}>
              {rows.map((one, index) => (
                <li key={one.id}>
                  <button type="button" aria-current={one.id === row.id} onClick={() => go(one.id)}>
                    <i aria-hidden="true">{index + 1}</i>
                    <span className="visually-hidden">{words('row', { number: index + 1 })}</span>
                    <span>{one.entry.trim() || words('empty')}</span>
                    <small>{isFull(one, data) ? summary(one, data) : words('unfinished')}</small>
                  </button>
                </li>
              ))}
            </ol>
          ) : null}
        </div>
        <div className={styles['side']}>
          <LogPicture data={data} rows={rows} words={words} />
          <div className={styles['readings']} role="status">
            {readings.map(({ name, count, total, label }) => (
              <p key={name}>
                {say({ reading: data.readings[name] ?? '' }, 'reading', { count, total, sign: label, letter: label }, locale)}
              </p>
            ))}
          </div>
          {full < data.least ? <p className={styles['hint']}>{words('still', { count: data.least - full })}</p> : null}
        </div>
      </div>
      <p className={styles['hint']} role="status">
        {news}
      </p>
      <div className={privacy['actions']}>
        <Button look={full < data.least ? 'plain' : 'primary'} disabled={!ready || full < data.least} onClick={read}>
          {words('read')}
        </Button>
        {rows.length > 0 ? (
          <>
            <Button look="quiet" onClick={() => saveFile(words('file'), logCsv(rows, data))}>
              {words('export')}
            </Button>
            <Erase
              label={words('erase')}
              question={words('erase-question')}
              yes={words('erase-yes')}
              no={words('erase-no')}
              onErase={() => {
                kept.erase()
                setAsked(false)
                pick(null)
                setNews(words('erased'))
              }}
            />
          </>
        ) : null}
      </div>
    </Box>
  )
}

/** The choices of a row in a few words. */
function summary(row: Pick<LogRow, 'choices' | 'strength'>, data: ActivityOf<'log'>): string {
  const labels = data.choices.map(({ id, options }) => options.find((option) => option.id === row.choices[id])?.label ?? '')
  return [...labels, ...(data.strength && row.strength !== undefined ? [`${row.strength}/10`] : [])].filter(Boolean).join(' · ')
}

function LogExample({ data, words }: { data: ActivityOf<'log'>; words(key: string): string }) {
  const { entry, choices, strength } = data.example
  return (
    <p className={styles['example']}>
      <b>{words('example')}</b>
      <span>{entry}</span>
      <small>{summary({ choices, ...(strength === undefined ? {} : { strength }) }, data)}</small>
    </p>
  )
}
