'use client'
import { useId, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import type { ReadAddresses } from '#lib/cohort/read-addresses.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './facilitate.module.css'
import { readText } from './read-text.ts'
import { useChange } from './use-change.ts'

type Outcome = Pick<ReadAddresses, 'bad' | 'repeated'> & {
  invited: readonly { email: string }[]
  already: readonly { email: string; joined: boolean }[]
}

/** bytes */
const mostOfFile = 1_000_000

/** A list of addresses, pasted or from a file. What cannot be used stays in the field, to be put right and sent again. */
export function AddressList({ cohort, locale, messages }: { cohort: string; locale: string; messages: Messages }) {
  const { busy, fault, change } = useChange(messages)
  const [text, setText] = useState('')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [tooBig, setTooBig] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const heading = useRef<HTMLParagraphElement>(null)
  const id = useId()
  const t = (key: string, values = {}) => say(messages, key, values, locale)

  async function take(chosen: File | undefined) {
    if (!chosen) return
    setTooBig(chosen.size > mostOfFile)
    if (chosen.size > mostOfFile) return
    setText(readText(new Uint8Array(await chosen.arrayBuffer())))
    setOutcome(null)
  }

  async function send() {
    if (text.trim() === '') return document.getElementById(`${id}-text`)?.focus()
    const done = await change<Outcome>('POST', `/api/cohorts/${cohort}/invitations`, { text })
    if (!done) return
    setOutcome(done.value)
    setText(done.value.bad.map((one) => one.text).join('\n'))
    if (file.current) file.current.value = ''
    requestAnimationFrame(() => heading.current?.focus())
  }

  return (
    <div>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <div className={styles['field']}>
          <label htmlFor={`${id}-text`}>{t('list-label')}</label>
          <textarea
            id={`${id}-text`}
            className={styles['input']}
            rows={6}
            spellCheck={false}
            autoCapitalize="none"
            placeholder={t('list-example')}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </div>
        <div className={styles['field']}>
          <label htmlFor={`${id}-file`}>{t('list-file')}</label>
          <input
            id={`${id}-file`}
            ref={file}
            className={styles['file']}
            type="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
            onChange={({ target }) => take(target.files?.[0])}
          />
        </div>
        {tooBig ? (
          <p className={styles['fault']} role="alert">
            {t('list-too-big')}
          </p>
        ) : null}
        {fault ? (
          <p className={styles['fault']} role="alert">
            {fault.sentence}
          </p>
        ) : null}
        <div className={styles['actions']}>
          <Button type="submit" aria-disabled={busy || undefined}>
            {busy ? t('list-working') : t('list-check')}
          </Button>
        </div>
      </form>
      {outcome ? <Said outcome={outcome} t={t} heading={heading} /> : null}
    </div>
  )
}

function Said({
  outcome: { invited, already, repeated, bad },
  t,
  heading,
}: {
  outcome: Outcome
  t: (key: string, values?: Record<string, string | number>) => string
  heading: React.RefObject<HTMLParagraphElement | null>
}) {
  const joined = already.filter((one) => one.joined).length
  const waiting = already.length - joined
  return (
    <div className={styles['outcome']}>
      <p ref={heading} tabIndex={-1} className={styles['news']}>
        {invited.length === 0 ? t('list-added-none') : t('list-added', { count: invited.length })}
      </p>
      {waiting > 0 ? <p>{t('list-already', { count: waiting })}</p> : null}
      {joined > 0 ? <p>{t('list-joined', { count: joined })}</p> : null}
      {repeated.length > 0 ? (
        <div>
          <p>{t('list-repeated', { count: repeated.length })}</p>
          <ul className={styles['lines']}>
            {repeated.map(({ line, email, first }) => (
              <li key={`${line}${email}`}>{t('list-repeated-line', { line, email, first })}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {bad.length > 0 ? (
        <div>
          <p>{t('list-bad', { count: bad.length })}</p>
          <table className={styles['bad']}>
            <thead className="visually-hidden">
              <tr>
                <th scope="col">{t('list-bad-where')}</th>
                <th scope="col">{t('list-bad-what')}</th>
                <th scope="col">{t('list-bad-why')}</th>
              </tr>
            </thead>
            <tbody>
              {bad.map(({ line, text, reason }) => (
                <tr key={`${line}${text}`}>
                  <th scope="row">{t('list-bad-line', { line })}</th>
                  <td>
                    <bdi>{text}</bdi>
                  </td>
                  <td>{t(`bad-${reason}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </div>
  )
}
