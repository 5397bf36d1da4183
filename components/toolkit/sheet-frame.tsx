import type { ReactNode } from 'react'
import { CopyButton } from '#components/activity/parts/copy-button.tsx'
import { Erase } from '#components/activity/private/erase.tsx'
import { saveFile } from '#components/activity/private/save-file.ts'
import { Button } from '#components/ui/button.tsx'
import styles from './sheets.module.css'
import { Shelf } from './shelf.tsx'
import type { Sheets } from './use-sheets.ts'

type Words = (key: string, values?: Record<string, string | number>) => string
type Entry = { id: string; name: string; about: string }

/** The shelf beside the open sheet, and what a tool offers for all of them below. */
export function SheetFrame({
  sheets,
  entries,
  current,
  words,
  buttons,
  keep,
  children,
}: {
  sheets: Sheets
  entries: readonly Entry[]
  /** id of the sheet that is shown; null where there is none yet */
  current: string | null
  words: Words
  buttons: ReactNode
  keep: ReactNode
  children: ReactNode
}) {
  return (
    <div className={styles['tool']} data-many={entries.length > 0 || undefined}>
      <div className={styles['side']}>
        {entries.length === 0 ? <p className={styles['empty']}>{words('empty')}</p> : null}
        <Shelf label={words('shelf')} entries={entries} open={current} onOpen={sheets.show}>
          <div className={styles['buttons']}>{buttons}</div>
        </Shelf>
        <p className={styles['news']} role="status">
          {sheets.news}
        </p>
      </div>
      {children}
      <div className={styles['keep']}>{keep}</div>
    </div>
  )
}

/** What one can do with a sheet: print it, filled or empty, take it along as text, remove it. */
export function SheetFoot({
  text,
  file,
  words,
  onPrint,
  onRemove,
}: {
  text: string
  /** name of the text file */
  file: string
  words: Words
  onPrint(what: 'filled' | 'empty'): void
  onRemove(): void
}) {
  return (
    <div className={`${styles['buttons']} ${styles['foot']}`}>
      <Button onClick={() => onPrint('filled')}>{words('print')}</Button>
      <Button onClick={() => onPrint('empty')}>{words('print-empty')}</Button>
      <Button onClick={() => saveFile(file, text, 'text/plain;charset=utf-8')}>{words('text')}</Button>
      <CopyButton text={text} label={words('copy-text')} copied={words('copied')} failed={words('not-copied')} />
      <Erase
        label={words('remove')}
        question={words('remove-question')}
        yes={words('remove-yes')}
        no={words('remove-no')}
        onErase={onRemove}
      />
    </div>
  )
}
