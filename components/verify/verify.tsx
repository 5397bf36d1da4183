'use client'

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import { Camera } from './camera.tsx'
import { CheckList } from './check-list.tsx'
import { examine, type Input } from './examine.ts'
import { fetchBytes } from './fetch-bytes.ts'
import { FileButton } from './file-button.tsx'
import type { Finding } from './finding.ts'
import { keepPage } from './keep-page.ts'
import { keptDocuments } from './kept-documents.ts'
import { loader } from './load-document.ts'
import { MadeOutTo } from './made-out-to.tsx'
import { keepOwnDocument } from './own-document.ts'
import { codeReader, readCodeInPicture } from './read-code.ts'
import { Says } from './says.tsx'
import { Verdict } from './verdict.tsx'
import styles from './verify.module.css'
import { whatIsText } from './what-is.ts'
import type { Step } from './world.ts'

type State = { is: 'empty' } | { is: Step } | { is: 'found'; finding: Finding }

const loadEngine = () => import('./engine.ts')
const nothing = () => () => undefined

/** The instrument: what is given on one side, what came of it on the other. */
export function Verify({
  site,
  titles,
  messages,
  locale,
}: {
  site: string
  /** of this site's modules and of its course, by slug */
  titles: Readonly<Record<string, string>>
  messages: Messages
  locale: string
}) {
  const [text, setText] = useState('')
  const [state, setState] = useState<State>({ is: 'empty' })
  const [camera, setCamera] = useState(false)
  const [dragged, setDragged] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const scan = useRef<HTMLButtonElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  /** what ends the look that is taken now */
  const turn = useRef(new AbortController())
  const kept = useMemo(() => keptDocuments(), [])
  const awake = useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  )
  const word = (key: string) => say(messages, key)
  const working = state.is !== 'empty' && state.is !== 'found'
  const finding = state.is === 'found' ? state.finding : null

  const run = useCallback(
    async (input: Input) => {
      turn.current.abort()
      turn.current = new AbortController()
      const { signal } = turn.current
      const isMine = () => !signal.aborted
      const documents = loader(fetchBytes, kept, Date.now, signal)
      setCamera(false)
      const finding = await examine(input, {
        home: location.origin,
        site,
        titles,
        now: Date.now,
        online: () => navigator.onLine,
        load: documents.load,
        keep: documents.keep,
        fetchBytes: (url, limits) => fetchBytes(url, { ...limits, signal }),
        engine: loadEngine,
        readCode: readCodeInPicture,
        onStep: (step) => isMine() && setState({ is: step }),
      })
      await documents.written()
      if (!isMine()) return
      setState({ is: 'found', finding })
      if (finding.lines.length === 0) return
      // next time there may be no connection
      await codeReader().catch(() => undefined)
      void keepPage()
    },
    [site, titles, kept],
  )

  useEffect(() => keepOwnDocument(), [])
  useEffect(() => () => turn.current.abort(), [])

  // kept for the next time, and with it what verifies, for whoever has verified something here before
  useEffect(() => {
    const keep = async () => {
      if ((await kept.count().catch(() => 0)) > 0) await Promise.allSettled([loadEngine(), codeReader()])
      await keepPage()
    }
    const later = setTimeout(() => void keep(), 2500)
    return () => clearTimeout(later)
  }, [kept])

  // a link of this site may bring along what to look at: /verify#<link>. What leads elsewhere waits for a press.
  useEffect(() => {
    const read = () => {
      const given = fragment()
      if (given === '') return
      setText(given)
      const what = whatIsText(given, location.origin)
      const address = what.kind === 'compact' ? what.page : what.kind === 'link' ? what.url : null
      if (address !== null && new URL(address).origin === location.origin) void run({ text: given })
    }
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [run])

  useEffect(() => {
    if (finding) heading.current?.focus()
  }, [finding])

  const give = (input: Input) => {
    setText('text' in input ? input.text : '')
    void run(input)
  }
  const beginAnew = () => {
    turn.current.abort()
    setState({ is: 'empty' })
    field.current?.focus()
  }
  const take = (data: DataTransfer) => {
    const file = data.files[0]
    if (file) give({ file, photo: false })
    else if (data.getData('text/plain')) give({ text: data.getData('text/plain') })
  }

  return (
    <div className={styles['instrument']} data-state={state.is}>
      <section
        className={styles['give']}
        aria-labelledby="give"
        data-dragged={dragged || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setDragged(true)
        }}
        onDragLeave={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDragged(false)
        }}
        onDrop={(event) => {
          event.preventDefault()
          setDragged(false)
          take(event.dataTransfer)
        }}
      >
        <h2 id="give">{word('give-title')}</h2>
        <form
          method="post"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void run({ text })
          }}
        >
          <label htmlFor="given">{word('field')}</label>
          <small id="given-help">{word('field-help')}</small>
          <textarea
            ref={field}
            id="given"
            className={styles['input']}
            rows={4}
            value={text}
            spellCheck={false}
            autoCapitalize="none"
            autoComplete="off"
            aria-describedby="given-help"
            onChange={(event) => setText(event.target.value)}
            onPaste={(event) => {
              const file = event.clipboardData.files[0]
              if (!file) return
              event.preventDefault()
              give({ file, photo: false })
            }}
            onKeyDown={(event) => {
              // a link is one line: Enter sends it, as in any field of one line
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing || /[\n{[]/.test(text)) return
              event.preventDefault()
              event.currentTarget.form?.requestSubmit()
            }}
          />
          <div className={styles['send']}>
            <Button type="submit" look="primary" disabled={!awake} aria-disabled={working || undefined}>
              {word(working ? 'going' : 'go')}
            </Button>
            {/* what was given stays in its field, to be mended */}
            {working ? <Button onClick={beginAnew}>{word('stop')}</Button> : null}
          </div>
        </form>
        <p className={styles['or']} aria-hidden="true">
          <span>{word('or')}</span>
        </p>
        {camera ? (
          <Camera
            messages={messages}
            onFound={(found) => give({ text: found })}
            onStop={() => {
              setCamera(false)
              requestAnimationFrame(() => scan.current?.focus())
            }}
          />
        ) : (
          <div className={styles['ways']}>
            <FileButton
              className={styles['drop']}
              accept=".json,.png,.pdf,application/json,application/ld+json,image/*,application/pdf"
              about="drop-help"
              onFile={(file) => give({ file, photo: false })}
            >
              {word(dragged ? 'drop-now' : 'drop')}
            </FileButton>
            <small id="drop-help">{word('drop-help')}</small>
            <Button ref={scan} onClick={() => setCamera(true)}>
              {word('scan')}
            </Button>
            <FileButton accept="image/*" onFile={(file) => give({ file, photo: true })}>
              {word('photo')}
            </FileButton>
          </div>
        )}
        <p className={styles['private']}>{word('private')}</p>
      </section>

      <div className={styles['result']}>
        <p className={styles['status']} role="status">
          {working ? word(`working-${state.is}`) : ''}
        </p>
        {finding ? (
          <>
            <Verdict finding={finding} heading={heading} messages={messages} locale={locale} />
            {finding.lines.length > 0 ? (
              <section aria-labelledby="checks">
                <h2 id="checks">{word('checks-title')}</h2>
                <CheckList finding={finding} messages={messages} locale={locale} />
              </section>
            ) : null}
            <Says finding={finding} messages={messages} locale={locale} onWhole={(link) => give({ text: link })} />
            {finding.identities.length > 0 ? (
              <MadeOutTo key={finding.identities[0]!.hash} identities={finding.identities} messages={messages} />
            ) : null}
            <p className={styles['again']}>
              <Button
                onClick={() => {
                  setText('')
                  beginAnew()
                }}
              >
                {word('clear')}
              </Button>
            </p>
          </>
        ) : (
          <section aria-labelledby="checks" aria-busy={working || undefined}>
            <h2 id="checks">{word('checks-title')}</h2>
            <p className={styles['lead']}>{word('checks-lead')}</p>
            <CheckList finding={null} messages={messages} locale={locale} />
          </section>
        )}
      </div>
    </div>
  )
}

/** What stands after `#`, as text; links may be in it as they are. */
function fragment(): string {
  const raw = location.hash.slice(1)
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}
