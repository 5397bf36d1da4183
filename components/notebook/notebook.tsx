'use client'

import Link from 'next/link'
import { useMemo, useRef, useState } from 'react'
import { usePrivates } from '#components/device/use-privates.ts'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import { assembleNotebook, countThings, type Entry, filterNotebook, isEmpty } from '#lib/notebook/assemble.ts'
import { bookmarksKey, toggleBookmark } from '#lib/notebook/bookmarks.ts'
import { asideKey, notebookPart, sourcesByKey } from '#lib/notebook/copy.ts'
import type { NotebookIndex } from '#lib/notebook/source.ts'
import { Keep } from './keep.tsx'
import styles from './notebook.module.css'
import { Marks, Other, Parts, Tools, type Words } from './pages.tsx'

/** The notebook as this device has it. Everything it does happens here: nothing is sent. */
export function Notebook({ index, messages, home, locale }: { index: NotebookIndex; messages: Messages; home: string; locale: string }) {
  const { values, save, erase } = usePrivates()
  const [query, setQuery] = useState('')
  const [news, setNews] = useState('')
  const newsLine = useRef<HTMLParagraphElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const sources = useMemo(() => sourcesByKey(index), [index])
  const kept = useMemo(() => values && notebookPart(values, sources), [values, sources])
  const notebook = useMemo(() => kept && assembleNotebook(kept, index), [kept, index])
  const words: Words = (key, more = {}) => say(messages, key, more, locale)

  if (!kept || !notebook) return <p className={styles['quiet']}>{words('opening')}</p>

  const shown = filterNotebook(notebook, query)
  const count = countThings(shown)
  const empty = isEmpty(notebook)

  /** What had the focus may be gone: it goes to the line that says what happened. */
  function tell(sentence: string) {
    setNews(sentence)
    newsLine.current?.focus()
  }
  function eraseEntry({ key, kind, index: place }: Entry) {
    const list = values?.get(kind === 'aside' ? asideKey : key)
    if (place === undefined || !Array.isArray(list)) erase(key)
    else {
      const rest = list.filter((_, at) => at !== place)
      const where = kind === 'aside' ? asideKey : key
      if (rest.length > 0) save(where, rest)
      else erase(where)
    }
    tell(words('erased-one'))
  }
  const entries = { words, locale, onErase: eraseEntry }

  return (
    <>
      {empty ? (
        <section className={styles['empty']} aria-labelledby="blank">
          <h2 id="blank">{words('empty-title')}</h2>
          <p>{words('empty-text')}</p>
          <Link className={buttonClass('primary')} href={home} prefetch={false}>
            {words('empty-go')}
          </Link>
        </section>
      ) : (
        <search className={styles['find']}>
          <label htmlFor="find">{words('find')}</label>
          <input
            ref={field}
            id="find"
            type="search"
            value={query}
            autoComplete="off"
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
          <p role="status">
            {query.trim() === '' ? '' : count > 0 ? words('found', { count }) : words('found-none', { query: query.trim() })}
          </p>
          {query.trim() !== '' && count === 0 ? (
            <Button
              look="quiet"
              onClick={() => {
                setQuery('')
                field.current?.focus()
              }}
            >
              {words('find-clear')}
            </Button>
          ) : null}
        </search>
      )}
      <p ref={newsLine} tabIndex={-1} role="status" className={styles['news']}>
        {news}
      </p>
      <Marks
        marks={shown.marks}
        words={words}
        onRemove={(mark) => {
          const rest = toggleBookmark(values?.get(bookmarksKey), mark)
          if (rest.length > 0) save(bookmarksKey, rest)
          else erase(bookmarksKey)
          tell(words('erased-one'))
        }}
      />
      <Parts parts={shown.parts} {...entries} />
      <Other id="reviews" entries={shown.reviews} {...entries} />
      <Tools tools={shown.tools} words={words} />
      <Other id="asides" entries={shown.asides} {...entries} />
      <Other id="gone" entries={shown.gone} {...entries} />
      <Keep
        kept={kept}
        notebook={notebook}
        sources={sources}
        empty={empty}
        words={words}
        locale={locale}
        onChange={(changed) => {
          for (const [key, value] of changed) save(key, value)
        }}
        onErase={() => {
          for (const key of kept.keys()) erase(key)
          setQuery('')
        }}
      />
    </>
  )
}
