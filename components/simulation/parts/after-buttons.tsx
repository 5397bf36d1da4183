'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { say } from '#lib/message/format.ts'
import type { Which } from './kept-run.ts'
import styles from './parts.module.css'
import type { Words } from './words.ts'

/** What one can do with a run besides playing it: begin again, and copy a link to it. */
export function AfterButtons({
  words: { messages },
  id,
  run: { query, begin },
  begun,
  ended,
  first = 'same',
}: {
  words: Words
  /** of the activity, in its page */
  id: string
  /** `query` shows the run; `begin` begins another */
  run: { query: string; begin(which: Which): void }
  /** something of the run has been played */
  begun: boolean
  /** the result is shown */
  ended: boolean
  /** what is proposed before the other */
  first?: Which
}) {
  const [copied, setCopied] = useState<{ query: string; how: 'copied' | 'copy_failed' } | null>(null)
  const second = first === 'same' ? 'other' : 'same'
  // what was copied is said until the run is another
  if (copied && copied.query !== query) setCopied(null)

  async function copyLink() {
    const address = `${window.location.pathname}?${query}#${id}`
    try {
      await navigator.clipboard.writeText(window.location.origin + address)
      setCopied({ query, how: 'copied' })
    } catch {
      window.history.replaceState(null, '', address)
      setCopied({ query, how: 'copy_failed' })
    }
  }

  return (
    <div className={styles['after']}>
      {ended ? (
        <>
          <Button look="primary" onClick={() => begin(first)}>
            {say(messages, `again_${first}`)}
          </Button>
          <Button onClick={() => begin(second)}>{say(messages, `again_${second}`)}</Button>
        </>
      ) : null}
      <Button look="quiet" onClick={copyLink}>
        {say(messages, 'copy')}
      </Button>
      {begun && !ended ? (
        <Button look="quiet" onClick={() => begin('same')}>
          {say(messages, 'start_over')}
        </Button>
      ) : null}
      <p role="status">{copied ? say(messages, copied.how) : ''}</p>
    </div>
  )
}
