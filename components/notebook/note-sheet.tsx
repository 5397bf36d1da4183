import Link from 'next/link'
import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import { thisDevice } from '#components/device/this-device.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { noteKey } from '#lib/notebook/note.ts'
import styles from './lesson-more.module.css'
import type { LessonMoreProps } from './lesson-more.tsx'

const subscribe = (listener: () => void) => thisDevice().subscribe(listener)
/** Trouble is said once for all of the page, in its head. */
const isKept = () => thisDevice().status().where === 'device' && !thisDevice().status().writing

/**
 * A note while one reads: beside the text where there is room, and otherwise a low sheet at the lower edge, above which the text can
 * still be scrolled and read. Every letter is kept as it is typed.
 */
export function NoteSheet({
  object,
  title,
  words,
  notebook,
  onClose,
}: Omit<LessonMoreProps, 'press' | 'onState'> & { title: string; onClose(): void }) {
  const kept = usePrivate<unknown>(noteKey(object), '')
  const safe = useSyncExternalStore(subscribe, isKept, () => false)
  const [typed, setTyped] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const text = Object(kept.value).text
  const value = typeof text === 'string' ? text : ''

  useEffect(() => {
    const before = document.activeElement
    const element = field.current
    // at the end of what is written, without moving the text one is reading
    element?.focus({ preventScroll: true })
    element?.setSelectionRange(element.value.length, element.value.length)
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])

  function write(next: string) {
    setTyped(true)
    if (next === '') kept.erase()
    else kept.save({ version: 1, text: next, title, at: Date.now() })
  }
  return (
    <section
      className={styles['sheet']}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className={styles['head']}>
        <h2 id={id}>{words.on}</h2>
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </div>
      <textarea
        ref={field}
        aria-labelledby={id}
        aria-describedby={`${id}-where`}
        dir="auto"
        rows={5}
        value={value}
        onChange={(event) => write(event.currentTarget.value)}
        readOnly={kept.value === null}
      />
      <p className={styles['where']}>
        <span id={`${id}-where`}>{words.private}</span>
        {typed && safe ? <span>{words.kept}</span> : null}
        <Link href={notebook} prefetch={false}>
          {words.all}
        </Link>
      </p>
    </section>
  )
}
