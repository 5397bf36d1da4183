'use client'

import { useRef, useState } from 'react'
import { Erase } from '#components/activity/private/erase.tsx'
import { saveFile } from '#components/activity/private/save-file.ts'
import { Button } from '#components/ui/button.tsx'
import { formatLocale } from '#lib/message/locale.ts'
import type { Notebook } from '#lib/notebook/assemble.ts'
import { copyText, readCopy } from '#lib/notebook/copy.ts'
import { notebookMarkdown } from '#lib/notebook/markdown.ts'
import { mergeCopy } from '#lib/notebook/merge.ts'
import type { Source } from '#lib/notebook/source.ts'
import styles from './notebook.module.css'
import type { Words } from './pages.tsx'

/** A copy is text a person wrote; a file above this is something else. In bytes. */
const largestFile = 20_000_000

/** Everything as text, as a copy, from a copy, and gone. A copy is checked before anything changes, and takes nothing away. */
export function Keep({
  kept,
  notebook,
  sources,
  empty,
  words,
  locale,
  onChange,
  onErase,
}: {
  kept: ReadonlyMap<string, unknown>
  notebook: Notebook
  sources: ReadonlyMap<string, Source>
  empty: boolean
  words: Words
  locale: string
  onChange(changed: ReadonlyMap<string, unknown>): void
  onErase(): void
}) {
  const [news, setNews] = useState('')
  const file = useRef<HTMLInputElement>(null)
  const line = useRef<HTMLParagraphElement>(null)

  function saveText() {
    const day = new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'long' }).format(new Date())
    const text = notebookMarkdown(
      notebook,
      {
        title: words('title'),
        saved: words('saved-on', { day }),
        bookmarks: words('bookmarks'),
        note: words('note'),
        reviews: words('reviews'),
        tools: words('tools'),
        held: (count) => words('held', { count }),
        gone: words('gone'),
        asides: words('asides'),
        row: (number) => words('entry-row', { number }),
      },
      location.origin,
    )
    saveFile(`${words('file')}.md`, text, 'text/markdown;charset=utf-8')
  }

  async function open(chosen: File | undefined) {
    if (!chosen) return
    const read = chosen.size > largestFile ? ({ ok: false, code: 'not-a-copy' } as const) : readCopy(await chosen.text(), sources)
    if (!read.ok) return setNews(words(read.code, { file: chosen.name }))
    const { changed, added, joined, beside } = mergeCopy(kept, read.kept, sources)
    onChange(changed)
    const counts = [
      ['copy-added', added],
      ['copy-joined', joined],
      ['copy-beside', beside],
      ['copy-dropped', read.dropped],
    ] as const
    const said = counts.flatMap(([key, count]) => (count > 0 ? [words(key, { count })] : []))
    setNews([words(changed.size > 0 ? 'copy-opened' : 'copy-same'), ...said].join(' '))
  }

  return (
    <section className={styles['keep']} aria-labelledby="keep">
      <h2 id="keep">{words('keep')}</h2>
      <p className={styles['quiet']}>{words('keep-lead')}</p>
      <div className={styles['actions']}>
        {empty ? null : (
          <>
            <Button onClick={saveText}>{words('save-text')}</Button>
            <Button onClick={() => saveFile(`${words('file')}.json`, copyText(kept, new Date().toISOString()), 'application/json')}>
              {words('save-copy')}
            </Button>
            <Button look="quiet" onClick={() => print()}>
              {words('print')}
            </Button>
          </>
        )}
        <Button look={empty ? 'plain' : 'quiet'} onClick={() => file.current?.click()}>
          {words('open-copy')}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={words('open-copy')}
          onChange={(event) => {
            void open(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        {empty ? null : (
          <Erase
            label={words('erase-all')}
            question={words('erase-all-question')}
            yes={words('erase-all-yes')}
            no={words('erase-no')}
            onErase={() => {
              onErase()
              setNews(words('erased-all'))
              line.current?.focus()
            }}
          />
        )}
      </div>
      <p ref={line} tabIndex={-1} role="status" className={styles['news']}>
        {news}
      </p>
    </section>
  )
}
