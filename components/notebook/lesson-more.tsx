'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { movesHere } from '#components/device/this-device.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { bookmarksFrom, bookmarksKey, isMarked, toggleBookmark } from '#lib/notebook/bookmarks.ts'
import styles from './lesson-more.module.css'
import { NoteSheet } from './note-sheet.tsx'
import { Sign } from './sign.tsx'

export type LessonMoreProps = {
  /** object id of the lesson */
  object: string
  words: Readonly<Record<'bookmark' | 'section' | 'notes' | 'wait' | 'on' | 'private' | 'kept' | 'close' | 'all', string>>
  /** address of the notebook */
  notebook: string
  /** the last press of a button of the row, a new object each time */
  press: { name: 'bookmark' | 'notes' } | undefined
  /** what the buttons of the row show */
  onState(state: { marked: boolean; open: boolean }): void
}

/** Where the lesson ends: the page leaves an element with this id there, to which the notebook links. */
const notesPlace = 'notes'

/** The bookmark and the notes of a lesson, a mark at each of its headings, and the way to the note where the text ends. */
export function LessonMore({ object, words, notebook, press, onState }: LessonMoreProps) {
  const marks = usePrivate<unknown>(bookmarksKey, [])
  const kept = useMemo(() => marks.value && bookmarksFrom(marks.value, movesHere()), [marks.value])
  const [heads, setHeads] = useState<{ id: string; title: string; place: HTMLElement }[]>([])
  const [end, setEnd] = useState<HTMLElement | null>(null)
  const [title, setTitle] = useState('')
  const [open, setOpen] = useState(false)
  const carriedOut = useRef<typeof press>(undefined)
  const ready = kept !== null && title !== ''
  const marked = isMarked(kept, object, '')

  useEffect(() => {
    setTitle(document.querySelector('h1')?.textContent ?? object)
    setEnd(document.getElementById(notesPlace))
    const found = [...document.querySelectorAll<HTMLElement>('article > h2[id]')].map((head) => {
      const place = document.createElement('span')
      place.className = styles['place'] ?? ''
      head.after(place)
      return { id: head.id, title: head.textContent ?? '', place }
    })
    setHeads(found)
    return () => {
      for (const { place } of found) place.remove()
    }
  }, [object])

  const toggle = (heading: string, name: string) => marks.save(toggleBookmark(kept, { object, heading, title: name, at: Date.now() }))

  useEffect(() => {
    // the notebook leads here to write on
    if (location.hash === `#${notesPlace}`) setOpen(true)
  }, [])
  useEffect(() => onState({ marked, open }), [marked, open, onState])
  useEffect(() => {
    if (!ready || !press || press === carriedOut.current) return
    carriedOut.current = press
    if (press.name === 'bookmark') toggle('', title)
    else setOpen((now) => !now)
  })

  return (
    <>
      {heads.map(({ id, title, place }) =>
        createPortal(
          <button
            type="button"
            className={styles['mark']}
            aria-disabled={!ready}
            aria-pressed={isMarked(kept, object, id)}
            aria-label={`${words.section}: ${title}`}
            title={words.section}
            onClick={() => ready && toggle(id, title)}
          >
            <Sign name="bookmark" />
          </button>,
          place,
          id,
        ),
      )}
      {end
        ? createPortal(
            <>
              <button type="button" className={styles['end']} aria-expanded={open} onClick={() => setOpen(!open)}>
                <Sign name="notes" />
                {words.on}
              </button>
              {open && title ? (
                <NoteSheet object={object} title={title} words={words} notebook={notebook} onClose={() => setOpen(false)} />
              ) : null}
            </>,
            end,
          )
        : null}
    </>
  )
}
