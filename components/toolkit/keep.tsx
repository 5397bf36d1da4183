'use client'

import { useEffect, useRef, useState } from 'react'
import { Erase } from '#components/activity/private/erase.tsx'
import { saveFile } from '#components/activity/private/save-file.ts'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import { copyText, readCopy } from '#lib/toolkit/copy.ts'
import type { ToolId } from '#lib/toolkit/tools.ts'
import styles from './toolkit.module.css'

/** A copy is text a person wrote; a file above this is something else. */
const largestFile = 5_000_000

/**
 * What every tool offers for its whole content: save a copy, open a copy, erase. A copy is checked before anything changes, and where
 * something would be replaced, that is asked first.
 * @param nameOf what a copy holds, in a few words ("12 contacts"), so that one sees it before it replaces anything
 */
export function Keep<T>({
  tool,
  name,
  value,
  empty,
  from,
  nameOf,
  onOpen,
  onErase,
  messages,
}: {
  tool: ToolId
  /** title of each tool, for the sentence that a copy belongs to another */
  name(tool: ToolId): string
  value: T
  empty: boolean
  from(kept: unknown): T
  nameOf(value: T): string
  onOpen(value: T): void
  onErase(): void
  messages: Messages
}) {
  const [waiting, setWaiting] = useState<T | null>(null)
  const [news, setNews] = useState('')
  const file = useRef<HTMLInputElement>(null)
  const own = useRef(false)
  // what was said about a copy is over as soon as something is written
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts
  useEffect(() => {
    if (!own.current) setNews('')
    own.current = false
  }, [value])

  async function open(chosen: File | undefined) {
    setWaiting(null)
    if (!chosen) return
    if (chosen.size > largestFile) return setNews(say(messages, 'not_a_copy', { file: chosen.name }))
    const read = readCopy(await chosen.text(), tool)
    if (!read.ok) {
      const other = read.code === 'other_tool' ? name(read.tool) : ''
      return setNews(say(messages, read.code, { file: chosen.name, tool: other }))
    }
    const next = from(read.data)
    if (empty) return take(next)
    setNews('')
    setWaiting(next)
  }

  function take(next: T) {
    setWaiting(null)
    own.current = true
    onOpen(next)
    setNews(say(messages, 'copy-opened', { what: nameOf(next) }))
  }

  return (
    <section className={styles['keep']} aria-label={say(messages, 'keep')}>
      <p className={styles['keepLead']}>{say(messages, 'keep-lead')}</p>
      <div className={styles['actions']}>
        <Button disabled={empty} onClick={() => saveFile(`${tool}.json`, copyText(tool, value), 'application/json')}>
          {say(messages, 'copy-save')}
        </Button>
        <Button look="quiet" onClick={() => file.current?.click()}>
          {say(messages, 'copy-open')}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={say(messages, 'copy-open')}
          onChange={(event) => {
            void open(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        {empty ? null : (
          <Erase
            label={say(messages, 'erase')}
            question={say(messages, 'erase-question')}
            yes={say(messages, 'erase-yes')}
            no={say(messages, 'erase-no')}
            onErase={() => {
              own.current = true
              onErase()
              setNews(say(messages, 'erased'))
            }}
          />
        )}
      </div>
      {waiting === null ? null : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this groups a question with its two buttons
        <div className={styles['question']} role="group" aria-label={say(messages, 'replace-question')}>
          <p>{say(messages, 'replace', { what: nameOf(waiting), now: nameOf(value) })}</p>
          <div className={styles['actions']}>
            <Button look="primary" onClick={() => take(waiting)}>
              {say(messages, 'replace-yes')}
            </Button>
            <Button look="quiet" onClick={() => setWaiting(null)}>
              {say(messages, 'replace-no')}
            </Button>
          </div>
        </div>
      )}
      <p className={styles['news']} role="status">
        {news}
      </p>
    </section>
  )
}
