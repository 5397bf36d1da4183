'use client'

import { useState } from 'react'
import { Erase } from '#components/activity/private/erase.tsx'
import privacy from '#components/activity/private/private.module.css'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import { saveFile } from '#components/activity/private/save-file.ts'
import { record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import { isEmpty, isFilled, linesFor, listDue, type ScheduleLine } from '#lib/activity/schedule.ts'
import { scheduleCsv } from '#lib/activity/schedule-csv.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'
import styles from './schedule.module.css'
import { ScheduleExample } from './schedule-example.tsx'
import { ScheduleForm } from './schedule-form.tsx'

/** More lines than this belong in the learner's own spreadsheet. */
const mostLines = 8

/**
 * The structured networking schedule: an example, the learner's own lines, what comes next, a file to take along.
 * Private: the lines stay on the device, a statement says only that they were filled.
 */
export default function Schedule({
  data,
  object,
  contentHash,
  messages,
  locale,
}: {
  data: ActivityOf<'schedule'>
  object: string
  contentHash: string
  module: string
  messages: Messages
  locale: string
}) {
  const kept = usePrivate<ScheduleLine[]>(object, [])
  const statements = useStatements(object)
  const [news, setNews] = useState('')

  const ready = kept.value !== null
  const lines = linesFor(kept.value, data)
  const done = lines.filter((line) => isFilled(line, data)).length >= data.lines
  const due = ready ? listDue(lines, today()) : []
  const first = data.fields[0]?.id ?? ''
  const words = (key: string, values = {}) => say(messages, `schedule-${key}`, values, locale)
  const day = (date: string) =>
    new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00Z`))

  function change(at: number, line: ScheduleLine) {
    kept.save(lines.map((old, index) => (index === at ? line : old)))
    setNews('')
  }

  /** Said once, and only that it is done. */
  function noteDone() {
    if (!done || statements === null || statements.length > 0) return
    record({ verb: 'answered', object, contentHash, result: { completion: true } })
  }

  return (
    <Box id={`activity-${data.id}`} kicker={words('kicker')} title={data.title} lead={data.lead}>
      <ScheduleExample data={data} title={words('example')} day={day} />
      <PrivateNote>{words('private')}</PrivateNote>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens for the end of typing in any of its fields, does nothing of its own */}
      <div className={styles['lines']} onBlur={noteDone}>
        {lines.map((line, index) => (
          <ScheduleForm
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; lines are never moved
            key={index}
            id={`${data.id}-${index + 1}`}
            data={data}
            line={line}
            disabled={!ready}
            number={index + 1}
            words={words}
            onChange={(next) => change(index, next)}
          />
        ))}
      </div>
      {due.length > 0 ? (
        <div className={styles['due']}>
          <h4>{words('due')}</h4>
          <ul>
            {due.map(({ line, date, what }) => (
              <li key={line}>
                {words(`due-${what}`, { date: day(date), who: lines[line]?.[first]?.trim() || words('nobody', { count: line + 1 }) })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <p className={styles['news']} role="status">
        {news || (done ? words('done') : '')}
      </p>
      <div className={privacy['actions']}>
        <Button
          look={done ? 'primary' : 'plain'}
          disabled={!ready || lines.every(isEmpty)}
          onClick={() => saveFile(words('file'), scheduleCsv(data.fields, lines))}
        >
          {words('export')}
        </Button>
        {lines.length < mostLines ? (
          <Button look="quiet" disabled={!ready} onClick={() => kept.save([...lines, {}])}>
            {words('add')}
          </Button>
        ) : null}
        {lines.every(isEmpty) ? null : (
          <Erase
            label={words('erase')}
            question={words('erase-question')}
            yes={words('erase-yes')}
            no={words('erase-no')}
            onErase={() => {
              kept.erase()
              setNews(words('erased'))
            }}
          />
        )}
      </div>
    </Box>
  )
}

/** Today where the learner is, as an ISO date. */
function today(): string {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}
