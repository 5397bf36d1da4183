'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { call } from '#components/device/call.ts'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './me.module.css'

export type Shown = { object: string; title: string; words: string; on: string }

/** What somebody shows to the facilitators of one cohort, in the words they see; each can be taken back here. */
export function ShownReflections({ cohort, shown, messages }: { cohort: string; shown: readonly Shown[]; messages: Messages }) {
  const router = useRouter()
  const [news, setNews] = useState('')
  const [busy, setBusy] = useState(false)
  const line = useRef<HTMLParagraphElement>(null)

  // what had the focus is gone
  useEffect(() => {
    if (news !== '') line.current?.focus()
  }, [news])

  async function takeBack(object: string) {
    if (busy) return
    setBusy(true)
    setNews('')
    const taken = await call('DELETE', '/api/reflections', { cohort, object })
    setBusy(false)
    setNews(say(messages, taken.ok ? 'shareTaken' : 'shareFailed'))
    if (taken.ok) router.refresh()
  }

  if (shown.length === 0 && news === '') return null
  return (
    <div className={styles['shown']}>
      {shown.length > 0 ? <h4>{say(messages, 'shownTitle')}</h4> : null}
      {shown.map(({ object, title, words, on }) => (
        <figure key={object}>
          <figcaption>
            <b>{title}</b> <small>{say(messages, 'shownOn', { date: on })}</small>
          </figcaption>
          <blockquote dir="auto">{words}</blockquote>
          <Button
            look="quiet"
            aria-label={say(messages, 'shareBackOf', { title })}
            aria-disabled={busy || undefined}
            onClick={() => takeBack(object)}
          >
            {say(messages, 'shareBack')}
          </Button>
        </figure>
      ))}
      <p ref={line} className={styles['news']} tabIndex={-1} role="status">
        {news}
      </p>
    </div>
  )
}
