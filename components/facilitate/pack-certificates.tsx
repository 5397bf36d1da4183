'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { call } from '#components/device/call.ts'
import { Button } from '#components/ui/button.tsx'
import { certificateFile, type PackedCertificate } from '#lib/cohort/certificate-table.ts'
import { fileStems, namePart } from '#lib/cohort/file-names.ts'
import { type FileKind, type Missing, packCertificates, type WantedFile } from '#lib/cohort/pack-certificates.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './facilitate.module.css'
import own from './pack-certificates.module.css'
import { pause, saveBlob } from './save-blob.ts'

type Choice = 'png' | 'pdf' | 'both'
type Paper = 'a4' | 'letter'
type State =
  | { at: 'idle' }
  | { at: 'starting' }
  | { at: 'fetching'; done: number; total: number; missing: number }
  /** a zip is full and saved; `part` is the next */
  | { at: 'between'; done: number; total: number; part: number }
  | { at: 'ready'; files: number; parts: number; missing: readonly Missing[] }
  | { at: 'cancelled' }
  | { at: 'failed'; code: string }

const kinds: Readonly<Record<Choice, readonly FileKind[]>> = { png: ['png'], pdf: ['pdf'], both: ['png', 'pdf'] }
const mostNamed = 50

/** Fetches the certificates of the view and saves them as one zip, or as several where one would be too large. */
export function PackCertificates({
  from,
  name,
  count,
  locale,
  messages,
}: {
  /** address of the API that says which */
  from: string
  /** of the cohort */
  name: string
  /** how many can be had, as far as the page knows */
  count: number
  locale: string
  messages: Messages
}) {
  const id = useId()
  const [choice, setChoice] = useState<Choice>('png')
  const [paper, setPaper] = useState<Paper>('a4')
  const [state, setState] = useState<State>({ at: 'idle' })
  const running = useRef<AbortController | null>(null)
  const goOn = useRef<(() => void) | null>(null)
  const starter = useRef<HTMLButtonElement>(null)
  const next = useRef<HTMLButtonElement>(null)
  const busy = state.at === 'starting' || state.at === 'fetching' || state.at === 'between'

  useEffect(() => () => running.current?.abort(), [])
  useEffect(() => {
    if (!busy) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', stay)
    return () => removeEventListener('beforeunload', stay)
  }, [busy])
  const waits = state.at === 'between'
  useEffect(() => {
    if (waits) next.current?.focus()
  }, [waits])

  async function run(only?: readonly WantedFile[]) {
    if (busy) return
    const abort = new AbortController()
    running.current = abort
    // what was pressed may be gone with the state before
    starter.current?.focus()
    setState({ at: 'starting' })
    try {
      const reply = await call<{ certificates: PackedCertificate[] }>('GET', from)
      abort.signal.throwIfAborted()
      if (!reply.ok) return setState({ at: 'failed', code: reply.code })
      setState(await pack(reply.value.certificates, only, abort.signal))
    } catch {
      setState(abort.signal.aborted ? { at: 'cancelled' } : { at: 'failed', code: 'unavailable' })
    } finally {
      if (running.current === abort) running.current = null
    }
  }

  async function pack(
    certificates: readonly PackedCertificate[],
    only: readonly WantedFile[] | undefined,
    signal: AbortSignal,
  ): Promise<State> {
    const wanted = only ?? filesOf(certificates, kinds[choice], paper, messages)
    const ids = new Set(wanted.map((file) => file.id))
    const total = wanted.length
    const day = new Date()
    // what was had later lies beside the zip before and does not take its place
    const later = only ? say(messages, 'pack-rest') : ''
    const base = [namePart(name), say(messages, 'pack-file'), isoDay(day), later].filter(Boolean).join(' – ')
    let [files, parts] = [0, 0]
    setState({ at: 'fetching', done: 0, total, missing: 0 })
    let done = 0
    const missing = await packCertificates(wanted, {
      fetch: (address, init) => fetch(address, init),
      wait: pause,
      signal,
      now: day,
      list: (packed) => ({
        name: 'certificates.csv',
        text: certificateFile(only ? certificates.filter((one) => ids.has(one.id)) : certificates, packed, messages),
      }),
      onProgress: (so, lacking) => {
        done = so
        setState({ at: 'fetching', done, total, missing: lacking })
      },
      handOver: async ({ blob, part, last, files: here }) => {
        files += last ? here - 1 : here
        parts = part
        saveBlob(`${base}${part > 1 || !last ? ` (${part})` : ''}.zip`, blob)
        if (last) return
        setState({ at: 'between', done, total, part: part + 1 })
        await new Promise<void>((resolve, reject) => {
          goOn.current = resolve
          signal.addEventListener('abort', () => reject(signal.reason), { once: true })
        })
      },
    })
    return { at: 'ready', files, parts, missing }
  }

  function cancel() {
    running.current?.abort()
    starter.current?.focus()
  }

  return (
    <div className={`${styles['form']} ${own['pack']}`}>
      <fieldset className={styles['field']}>
        <legend>{say(messages, 'pack-what')}</legend>
        <div className={own['choices']}>
          {(['png', 'pdf', 'both'] as const).map((one) => (
            <label key={one} className={styles['check']}>
              <input
                type="radio"
                name={`${id}-what`}
                value={one}
                checked={choice === one}
                disabled={busy}
                onChange={() => setChoice(one)}
              />
              <span>{say(messages, `pack-${one}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {choice === 'png' ? null : (
        <div className={styles['field']}>
          <label htmlFor={`${id}-paper`}>{say(messages, 'pack-paper')}</label>
          <select
            id={`${id}-paper`}
            className={`${styles['input']} ${styles['short']}`}
            value={paper}
            disabled={busy}
            onChange={({ target }) => setPaper(target.value === 'letter' ? 'letter' : 'a4')}
          >
            <option value="a4">{say(messages, 'pack-a4')}</option>
            <option value="letter">{say(messages, 'pack-letter')}</option>
          </select>
        </div>
      )}
      <div className={styles['actions']}>
        <Button ref={starter} look="primary" aria-disabled={busy || undefined} aria-describedby={`${id}-large`} onClick={() => run()}>
          {say(messages, 'pack-do', { count }, locale)}
        </Button>
        {busy ? <Button onClick={cancel}>{say(messages, 'pack-cancel')}</Button> : null}
      </div>
      <p id={`${id}-large`} className={styles['soft']}>
        {say(messages, 'pack-large')}
      </p>
      <Progress state={state} locale={locale} messages={messages} />
      {state.at === 'between' ? (
        <div className={styles['actions']}>
          <Button
            ref={next}
            look="primary"
            onClick={() => {
              setState({ at: 'fetching', done: state.done, total: state.total, missing: 0 })
              starter.current?.focus()
              goOn.current?.()
            }}
          >
            {say(messages, 'pack-go-on', { part: state.part })}
          </Button>
        </div>
      ) : null}
      {state.at === 'ready' && state.missing.length > 0 ? (
        <div className={own['lacks']}>
          <p>{say(messages, 'pack-lacks', { count: state.missing.length }, locale)}</p>
          <ul className={styles['lines']}>
            {state.missing.slice(0, mostNamed).map(({ file, reason }) => (
              <li key={`${file.stem}.${file.kind}`}>
                <bdi>{`${file.stem}.${file.kind}`}</bdi>: {say(messages, `pack-${reason}`)}
              </li>
            ))}
            {state.missing.length > mostNamed ? (
              <li>{say(messages, 'pack-lacks-more', { count: state.missing.length - mostNamed }, locale)}</li>
            ) : null}
          </ul>
          <Button onClick={() => run(state.missing.map(({ file }) => file))}>{say(messages, 'pack-again')}</Button>
        </div>
      ) : null}
    </div>
  )
}

/** A bar with words beside it; those who listen are told the beginning, each quarter and the end. */
function Progress({ state, locale, messages }: { state: State; locale: string; messages: Messages }) {
  const moving = state.at === 'fetching' || state.at === 'between'
  const words = moving ? say(messages, 'pack-done-of', { done: state.done.toLocaleString(locale), count: state.total }, locale) : ''
  const quarter = moving ? Math.floor((4 * state.done) / Math.max(1, state.total)) : 0
  const heard = useRef({ quarter: -1, words: '' })
  if (!moving) heard.current = { quarter: -1, words: '' }
  else if (heard.current.quarter !== quarter) heard.current = { quarter, words }
  return (
    <>
      {moving ? (
        <div className={own['progress']}>
          <progress aria-label={say(messages, 'pack-progress')} value={state.done} max={state.total} />
          <p aria-hidden="true">
            {words}
            {state.at === 'fetching' && state.missing > 0
              ? ` · ${say(messages, 'pack-missing-so-far', { count: state.missing }, locale)}`
              : ''}
          </p>
        </div>
      ) : null}
      <p className={state.at === 'fetching' ? 'visually-hidden' : own['said']} role="status">
        {state.at === 'fetching' ? heard.current.words : sayState(state, locale, messages)}
      </p>
    </>
  )
}

function sayState(state: State, locale: string, messages: Messages): string {
  switch (state.at) {
    case 'starting':
      return say(messages, 'pack-starting')
    case 'between':
      return say(messages, 'pack-part', { part: state.part - 1 })
    case 'ready':
      if (state.parts === 0) return say(messages, 'pack-nothing')
      if (state.parts > 1) return say(messages, 'pack-ready-parts', { parts: state.parts })
      return say(messages, 'pack-ready', { count: state.files }, locale)
    case 'cancelled':
      return say(messages, 'pack-cancelled')
    case 'failed':
      return say(messages, state.code === 'offline' ? 'pack-no-connection' : 'pack-failed')
    default:
      return ''
  }
}

function filesOf(all: readonly PackedCertificate[], kinds: readonly FileKind[], paper: Paper, messages: Messages): WantedFile[] {
  const valid = all.filter(({ state }) => state === 'valid')
  const stems = fileStems(
    valid.map(({ name, written, title }) => ({ name: written ?? name, title })),
    say(messages, 'pack-unnamed'),
  )
  return valid.flatMap(({ id }, place) =>
    kinds.map((kind) => ({
      id,
      stem: stems[place]!,
      kind,
      address: kind === 'png' ? `/certificates/${id}/badge.png` : `/certificates/${id}/certificate.pdf?size=${paper}`,
    })),
  )
}

/** the day on the calendar of whoever downloads */
function isoDay(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' }).format(at)
}
