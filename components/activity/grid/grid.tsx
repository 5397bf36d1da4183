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
import { type Cells, cellKey, gridText, readCells, readGrid, spreadOf } from '#lib/activity/grid.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import styles from './grid.module.css'
import { GridPicture } from './grid-picture.tsx'
import { GridRows, type Open } from './grid-rows.tsx'

/** Skills by topics, some cells filled from one's own week. Private: a statement says only that the grid was read. */
export default function Grid({ data, object, contentHash, module, messages, locale, reference }: ActivityProps<ActivityOf<'grid'>>) {
  const kept = usePrivate<unknown>(object, {})
  const statements = useStatements(object)
  const [open, setOpen] = useState<Open>(null)
  const [asked, setAsked] = useState(0)
  const result = useFocusOn<HTMLHeadingElement>(asked || null)

  const ready = kept.value !== null
  const cells: Cells = readCells(data, kept.value)
  const { count, rows, columns } = spreadOf(data, cells)
  const names = asked ? readGrid(data, cells) : []
  const numbers = new Map((reference?.modules ?? []).map(({ slug, number }) => [slug, number]))
  const labelOf = (list: readonly { id: string; label: string }[], id: string) => list.find((one) => one.id === id)?.label ?? id
  const t = (key: string, values = {}) => say(messages, `grid-${key}`, values, locale)

  function read() {
    setAsked(asked + 1)
    if (count >= data.fill && !statements?.some(({ result }) => result?.completion)) {
      record({ verb: 'answered', object, contentHash, result: { completion: true } })
    }
  }

  return (
    <Box id={`activity-${data.id}`} kicker={t('kicker')} title={data.title} lead={data.lead}>
      <PrivateNote>{t('private')}</PrivateNote>
      <p className={styles['example']}>
        {t('example', {
          row: labelOf(data.rows, data.example.row),
          column: labelOf(data.columns, data.example.column),
          text: data.example.text,
        })}
      </p>
      <GridRows
        data={data}
        cells={cells}
        ready={ready}
        numbers={numbers}
        open={open}
        setOpen={setOpen}
        write={(row, column, text) => kept.save({ ...cells, [cellKey(row, column)]: text })}
        t={t}
      />
      <p className={styles['count']}>{t(count < data.fill ? 'count' : 'enough', { count, fill: data.fill })}</p>
      <div className={privacy['actions']}>
        <Button look="primary" onClick={read} disabled={!ready}>
          {t('read')}
        </Button>
        {count > 0 ? (
          <>
            <Button onClick={() => saveFile(`${module}-${data.id}.txt`, gridText(data, cells), 'text/plain;charset=utf-8')}>
              {t('save')}
            </Button>
            <Erase
              label={t('erase')}
              question={t('erase-ask', { count })}
              yes={t('erase-yes')}
              no={t('erase-no')}
              onErase={() => {
                kept.erase()
                setOpen(null)
                setAsked(0)
              }}
            />
          </>
        ) : null}
      </div>
      <p className={styles['more']} role="status">
        {asked && names.length === 0 ? t('more', { count: data.fill - count }) : ''}
      </p>
      {names.length > 0 ? (
        <div className={styles['result']}>
          <h4 ref={result} tabIndex={-1}>
            {t('picture')}
          </h4>
          <GridPicture data={data} cells={cells} numbers={numbers} t={t} />
          {names.map((name) => (
            <p key={name}>{say({ reading: data.readings[name] }, 'reading', { count, rows, columns }, locale)}</p>
          ))}
        </div>
      ) : null}
    </Box>
  )
}
