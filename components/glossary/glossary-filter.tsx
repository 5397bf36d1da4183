'use client'
import { useEffect, useRef, useState } from 'react'
import { type Messages, say } from '#lib/message/format.ts'
import { fold } from '#lib/search/words.ts'
import styles from './glossary-page.module.css'

/**
 * Hides what does not have the letters typed. The terms are the page's own HTML, there without script and sent once; each carries its
 * words in `data-term`, and a letter without terms goes with them.
 */
export function GlossaryFilter({ total, messages, locale }: { total: number; messages: Messages; locale: string }) {
  const [query, setQuery] = useState('')
  const [shown, setShown] = useState(total)
  const field = useRef<HTMLInputElement>(null)
  const asked = fold(query).trim()

  useEffect(() => {
    const page = field.current?.closest('[data-glossary]')
    if (!page) return
    let count = 0
    for (const one of page.querySelectorAll<HTMLElement>('[data-term]')) {
      one.hidden = !fold(one.dataset['term'] ?? '').includes(asked)
      if (!one.hidden) count++
    }
    for (const one of page.querySelectorAll<HTMLElement>('[data-letter]')) one.hidden = !one.querySelector('[data-term]:not([hidden])')
    for (const one of page.querySelectorAll<HTMLElement>('[data-to-letter]')) {
      const letter = document.getElementById(one.dataset['toLetter'] ?? '')
      one.hidden = letter?.closest<HTMLElement>('[data-letter]')?.hidden ?? false
    }
    setShown(count)
  }, [asked])

  // letters typed before the page was awake count, too
  useEffect(() => setQuery(field.current?.value ?? ''), [])

  // whoever comes by a link to one term sees it, whatever the field holds
  useEffect(() => {
    const clear = () => setQuery('')
    addEventListener('hashchange', clear)
    return () => removeEventListener('hashchange', clear)
  }, [])

  return (
    <div className={styles['filter']}>
      <label htmlFor="glossary-filter">{say(messages, 'filter')}</label>
      <input
        id="glossary-filter"
        ref={field}
        type="search"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <p role="status">
        {asked === ''
          ? ''
          : shown === 0
            ? say(messages, 'none', { query: query.trim() })
            : say(messages, 'shown', { count: shown }, locale)}
      </p>
      {asked !== '' && shown === 0 ? (
        <button
          type="button"
          onClick={() => {
            setQuery('')
            field.current?.focus()
          }}
        >
          {say(messages, 'all')}
        </button>
      ) : null}
    </div>
  )
}
