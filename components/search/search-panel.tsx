'use client'
import Link from 'next/link'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { say } from '#lib/message/format.ts'
import type { SearchFile } from '#lib/search/entry.ts'
import { find, nearestTerms, type OpenIndex, openIndex } from '#lib/search/find.ts'
import { markWords, type Piece, passageOf } from '#lib/search/passage.ts'
import styles from './search-panel.module.css'
import { setSlashOpens, slashOpens } from './slash-key.ts'

const marked = (pieces: readonly Piece[]) =>
  pieces.map(({ text, marked }, i) =>
    // the pieces of one text never change their order
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    marked ? <mark key={i}>{text}</mark> : text,
  )

/** What search knows of the course, taken apart once, before anybody types. */
export type OpenCourse = Pick<SearchFile, 'messages' | 'modules'> & { index: OpenIndex }
export const openCourse = ({ messages, modules, index }: SearchFile): OpenCourse => ({ messages, modules, index: openIndex(index) })

/**
 * A field and below it a list of links, one focus for both: arrow keys walk from the field through the links and back, and what is typed on a
 * link goes on in the field. Real links, because every screen reader reads them whole and a finger can hold them.
 */
export function SearchPanel({ course, glossary, close }: { course: OpenCourse; glossary: string; close(): void }) {
  const { messages, modules, index } = course
  const [query, setQuery] = useState('')
  const panel = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const asked = query.trim()
  const found = useMemo(() => find(index, asked).map((one) => ({ ...one, passage: passageOf(one) })), [index, asked])
  const near = asked !== '' && found.length === 0 ? nearestTerms(index, asked) : []
  const [told, setTold] = useState('')

  useEffect(() => field.current?.focus(), [])
  // said when the typing rests, not at each letter
  useEffect(() => {
    const message = asked === '' ? '' : found.length === 0 ? say(messages, 'nothing-said') : say(messages, 'count', { count: found.length })
    const timer = setTimeout(() => setTold(message), 500)
    return () => clearTimeout(timer)
  }, [asked, found.length, messages])

  function follow() {
    close()
    document.getElementById('content')?.focus({ preventScroll: true })
  }

  function walk(event: KeyboardEvent) {
    const stops = [field.current!, ...panel.current!.querySelectorAll<HTMLElement>('[data-stop]')]
    const at = stops.indexOf(document.activeElement as HTMLElement)
    if (at < 0 || event.nativeEvent.isComposing) return
    // a search field would take the first Escape to empty itself
    if (event.key === 'Escape') {
      event.preventDefault()
      return close()
    }
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, ...(at > 0 ? { Home: 1, End: stops.length - 1 } : {}) }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      stops[Math.min(Math.max(to, 0), stops.length - 1)]!.focus()
    } else if (at > 0 && !event.ctrlKey && !event.metaKey && !event.altKey && (event.key === 'Backspace' || /^[^ ]$/u.test(event.key))) {
      // the key itself then does its work in the field
      field.current?.focus()
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys of the field and the links inside
    <div className={styles['panel']} ref={panel} onKeyDown={walk}>
      <form
        // a search landmark of its own would stand inside a dialog that is nothing else
        className={styles['head']}
        onSubmit={(event) => {
          event.preventDefault()
          panel.current?.querySelector<HTMLElement>('[data-result]')?.click()
        }}
      >
        <label className="visually-hidden" htmlFor="search-field">
          {say(messages, 'label')}
        </label>
        <input
          id="search-field"
          ref={field}
          type="search"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          placeholder={say(messages, 'placeholder')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <button type="button" onClick={close}>
          {say(messages, 'close')}
        </button>
      </form>
      <p role="status" className="visually-hidden">
        {told}
      </p>
      <div className={styles['body']}>
        {asked === '' ? (
          <div className={styles['word']}>
            <h2>{say(messages, 'empty-title')}</h2>
            <p>{say(messages, 'empty')}</p>
            <ul aria-label={say(messages, 'examples')} className={styles['examples']}>
              {['example-1', 'example-2', 'example-3'].map((key) => (
                <li key={key}>
                  <button
                    type="button"
                    data-stop
                    onClick={() => {
                      setQuery(say(messages, key))
                      field.current?.focus()
                    }}
                  >
                    {say(messages, key)}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ) : found.length > 0 ? (
          <ol className={styles['results']} aria-label={say(messages, 'results')}>
            {found.map(({ entry, words, passage }, i) => (
              <li key={entry.href} data-module={entry.module || undefined}>
                <Link
                  href={passage.href}
                  prefetch={false}
                  data-stop
                  data-result
                  onClick={(event) => !event.metaKey && !event.ctrlKey && follow()}
                >
                  <span className={styles['kind']}>
                    {say(messages, `kind-${entry.kind}`)}
                    {entry.module && entry.kind !== 'module' ? ` · ${modules[entry.module]}` : ''}
                    {i === 0 ? (
                      <span className={styles['first']} aria-hidden="true">
                        {say(messages, 'first')}
                      </span>
                    ) : null}
                  </span>
                  <span className={styles['title']}>{marked(markWords(entry.title, words))}</span>
                  <span className={styles['passage']}>
                    {passage.heading.length > 0 ? (
                      <>
                        <b>{marked(passage.heading)}</b>{' '}
                      </>
                    ) : null}
                    {marked(passage.text)}
                  </span>
                </Link>
              </li>
            ))}
          </ol>
        ) : (
          <div className={styles['word']}>
            <h2>{say(messages, 'nothing-title', { query: asked })}</h2>
            <p>{say(messages, 'nothing')}</p>
            {near.length > 0 ? (
              <>
                <h3>{say(messages, 'nearest')}</h3>
                <ul className={styles['examples']}>
                  {near.map(({ href, title }) => (
                    <li key={href}>
                      <Link href={href} prefetch={false} data-stop onClick={follow}>
                        {title}
                      </Link>
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
          </div>
        )}
      </div>
      <div className={styles['foot']}>
        <Link href={glossary} prefetch={false} onClick={follow}>
          {say(messages, 'glossary')}
        </Link>
        <span className={styles['keys']}>{say(messages, 'keys')}</span>
        <SlashChoice label={say(messages, 'slash')} />
      </div>
    </div>
  )
}

function SlashChoice({ label }: { label: string }) {
  const [on, setOn] = useState(slashOpens)
  return (
    <label className={styles['slash']}>
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => {
          setOn(event.target.checked)
          setSlashOpens(event.target.checked)
        }}
      />
      {label}
    </label>
  )
}
