import type { RefObject } from 'react'
import { type Messages, say } from '#lib/message/format.ts'
import { Dial } from './dial.tsx'
import type { Finding } from './finding.ts'
import { sayFinding, type Tone } from './say-finding.ts'
import styles from './verify.module.css'

const results: Record<Tone, 'passed' | 'failed' | 'unknown' | 'skipped'> = {
  good: 'passed',
  bad: 'failed',
  open: 'unknown',
  stop: 'skipped',
}

/** The verdict: what it is, why, and what to do next. Its heading takes the focus when there is a new one. */
export function Verdict({
  finding,
  heading,
  messages,
  locale,
}: {
  finding: Finding
  heading: RefObject<HTMLHeadingElement | null>
  messages: Messages
  locale: string
}) {
  const { tone, kicker, title, text, next } = sayFinding(finding, messages, locale)
  return (
    <div className={styles['verdict']} data-tone={tone} data-code={finding.code}>
      <Dial result={results[tone]} />
      <div>
        <p className={styles['kicker']}>{kicker}</p>
        <h2 ref={heading} tabIndex={-1} id="verdict">
          {title}
        </h2>
        {text.map((one) => (
          <p key={one}>{one}</p>
        ))}
        {next ? <p className={styles['next']}>{next}</p> : null}
        {finding.code === 'revoked' && finding.page ? (
          <p>
            <a href={finding.page} rel="noreferrer">
              {say(messages, 'revoked-page')}
            </a>
          </p>
        ) : null}
      </div>
    </div>
  )
}
