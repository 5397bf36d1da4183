import Link from 'next/link'
import { useId } from 'react'
import { Erase } from '#components/activity/private/erase.tsx'
import { formatLocale } from '#lib/message/locale.ts'
import type { Entry, Mark, Part, ToolHeld } from '#lib/notebook/assemble.ts'
import styles from './notebook.module.css'
import { Sign } from './sign.tsx'

export type Words = (key: string, values?: Record<string, string | number>) => string
type EntryProps = { words: Words; locale: string; onErase(entry: Entry): void }

export function Marks({ marks, words, onRemove }: { marks: readonly Mark[]; words: Words; onRemove(mark: Mark): void }) {
  if (marks.length === 0) return null
  return (
    <section className={styles['section']} aria-labelledby="bookmarks">
      <h2 id="bookmarks">{words('bookmarks')}</h2>
      <ul className={styles['marks']}>
        {marks.map((mark) => (
          <li key={`${mark.object}#${mark.heading}`} data-module={mark.number ?? undefined}>
            <Sign name="bookmark" />
            <span>
              {mark.href === null ? (
                <>
                  {mark.title} <small>{words('bookmark-gone')}</small>
                </>
              ) : (
                <>
                  <Link href={mark.href} prefetch={false}>
                    {mark.title}
                  </Link>{' '}
                  {mark.heading ? <small>{words('bookmark-in', { lesson: mark.lesson })}</small> : null}
                </>
              )}
            </span>
            <button type="button" aria-label={words('bookmark-remove', { title: mark.title })} onClick={() => onRemove(mark)}>
              <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
                <path d="m6 6 8 8M14 6l-8 8" />
              </svg>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Module by module, lesson by lesson, as in the course. */
export function Parts({ parts, ...rest }: EntryProps & { parts: readonly Part[] }) {
  return parts.map(({ module, number, title, sheets }) => (
    <section key={module} className={styles['section']} data-module={number} aria-labelledby={`part-${module}`}>
      <h2 id={`part-${module}`}>
        <span>{number}</span> {title}
      </h2>
      {sheets.map((sheet) => (
        <article key={sheet.object} className={styles['sheet']}>
          <h3>
            <Link href={sheet.href} prefetch={false}>
              {sheet.title}
            </Link>
          </h3>
          {sheet.entries.map((entry) => (
            <EntryView key={entry.key} entry={entry} of={sheet.title} level="h4" {...rest} />
          ))}
        </article>
      ))}
    </section>
  ))
}

/** What has no lesson: from reviews, from a copy, or of a course that has changed since. */
export function Other({ id, entries, ...rest }: EntryProps & { id: 'reviews' | 'asides' | 'gone'; entries: readonly Entry[] }) {
  if (entries.length === 0) return null
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <h2 id={id}>{rest.words(id)}</h2>
      {id === 'reviews' ? null : <p className={styles['quiet']}>{rest.words(`${id}-lead`)}</p>}
      {entries.map((entry) => (
        <EntryView key={`${entry.key} ${entry.index ?? ''}`} entry={entry} level="h3" {...rest} />
      ))}
    </section>
  )
}

export function Tools({ tools, words }: { tools: readonly ToolHeld[]; words: Words }) {
  if (tools.length === 0) return null
  return (
    <section className={styles['section']} aria-labelledby="tools">
      <h2 id="tools">{words('tools')}</h2>
      <p className={styles['quiet']}>{words('tools-lead')}</p>
      <ul className={styles['tools']}>
        {tools.map(({ id, title, href, count }) => (
          <li key={id}>
            <Link href={href} prefetch={false}>
              {title}
            </Link>
            <small>{words('held', { count })}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

function EntryView({ entry, of, level: Level, words, locale, onErase }: EntryProps & { entry: Entry; of?: string; level: 'h3' | 'h4' }) {
  const { kind, title, href, pieces, at } = entry
  const id = useId()
  const name = kind === 'gone' && href === null ? words('gone-activity') : kind === 'note' && of ? words('note') : title
  const former = kind === 'note' && of && title !== of ? words('note-former', { title }) : ''
  const day = at ? new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'long' }).format(new Date(at)) : ''
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this names what its buttons act on
    <div className={styles['entry']} role="group" aria-labelledby={id}>
      <Level id={id}>{name}</Level>
      {pieces.map(({ label, text, row }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
        <div key={index} className={styles['piece']}>
          {row !== undefined && row !== pieces[index - 1]?.row ? (
            <p className={styles['row']}>{words('entry-row', { number: row })}</p>
          ) : null}
          {label ? <p className={styles['label']}>{label}</p> : null}
          <p className={styles['words']} dir="auto">
            {text.trim()}
          </p>
        </div>
      ))}
      <div className={styles['foot']}>
        {[former, day && words(kind === 'note' ? 'changed' : 'written', { day })].filter(Boolean).map((one) => (
          <small key={one}>{one}</small>
        ))}
        {href === null ? null : (
          <Link href={kind === 'note' ? `${href}#notes` : href} prefetch={false}>
            {words('write-on')} <span className="visually-hidden">: {kind === 'note' ? title : name}</span>
          </Link>
        )}
        <Erase
          label={words('erase-one')}
          question={words('erase-one-question')}
          yes={words('erase-one-yes')}
          no={words('erase-no')}
          onErase={() => onErase(entry)}
        />
      </div>
    </div>
  )
}
