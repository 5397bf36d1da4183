'use client'
import { useEffect, useId, useRef, useState } from 'react'
import privacy from '#components/activity/private/private.module.css'
import { call } from '#components/device/call.ts'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'
import styles from './reflection.module.css'

/** As app/api/reflections tells it. */
type Showing = { cohort: string; name: string; facilitators: string[]; sharedAt: number | null; words: string | null }
type Told = { showings: Showing[]; messages: Messages }

/** characters; as lib/cohort/reflection-store.ts has it */
const longest = 20_000
const path = '/api/reflections'

/**
 * Showing what one wrote to the facilitators of a cohort, where it was written: never by itself, for each cohort of its own, with who
 * will read it said before. What is shown is a copy of that moment and can be taken back.
 */
export function ShowIt({ object, text, done, locale }: { object: string; text: string; done: boolean; locale: string }) {
  const [told, setTold] = useState<Told | null>(null)
  const [asking, setAsking] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [news, setNews] = useState('')
  const [back, setBack] = useState('')
  const id = useId()
  const line = useRef<HTMLParagraphElement>(null)
  const sure = useRef<HTMLParagraphElement>(null)

  useEffect(() => {
    let current = true
    call<Told>('GET', `${path}?object=${encodeURIComponent(object)}`).then((reply) => {
      if (current && reply.ok) setTold(reply.value)
    })
    return () => {
      current = false
    }
  }, [object])
  // what had the focus may be gone: it goes to what came in its place
  useEffect(() => {
    if (asking !== null) sure.current?.focus()
    else if (news !== '') line.current?.focus()
    else if (back !== '') document.getElementById(back)?.focus()
  }, [asking, news, back])

  if (told === null) return null
  const { messages } = told
  const words = text.trim()
  const showings = told.showings.filter(({ sharedAt }) => sharedAt !== null || (done && words !== ''))
  if (showings.length === 0 && news === '') return null
  const t = (key: string, values = {}) => say(messages, key, values, locale)
  const change = (cohort: string, to: Pick<Showing, 'sharedAt' | 'words'>) =>
    setTold({ messages, showings: told.showings.map((one) => (one.cohort === cohort ? { ...one, ...to } : one)) })

  async function send(cohort: string, show: boolean) {
    if (busy) return
    setBusy(true)
    setNews('')
    const reply = show
      ? await call<{ sharedAt: number }>('POST', path, { cohort, object, words })
      : await call<{ sharedAt?: number }>('DELETE', path, { cohort, object })
    setBusy(false)
    if (reply.ok) {
      change(cohort, show ? { sharedAt: reply.value.sharedAt ?? Date.now(), words } : { sharedAt: null, words: null })
      setAsking(null)
    }
    setNews(reply.ok ? t(show ? 'shareDone' : 'shareTaken') : (reply.message ?? t('shareFailed')))
  }

  return (
    <div className={styles['show']}>
      <h4>{t('shareTitle')}</h4>
      <p>{t('shareLead')}</p>
      {showings.map(({ cohort, name, facilitators, sharedAt, words: seen }) => {
        const names = facilitators.length > 0 ? new Intl.ListFormat(formatLocale(locale)).format(facilitators) : t('shareSomebody')
        const shown = sharedAt !== null
        const changed = shown && words !== '' && words !== seen
        if (asking === cohort)
          return (
            <div key={cohort}>
              <p ref={sure} tabIndex={-1}>
                {t('shareMeans', { names })}
              </p>
              <div className={privacy['actions']}>
                <Button look="primary" aria-disabled={busy || undefined} onClick={() => send(cohort, true)}>
                  {t('shareYes')}
                </Button>
                <Button
                  look="quiet"
                  onClick={() => {
                    setAsking(null)
                    setNews('')
                    setBack(`${id}-${cohort}`)
                  }}
                >
                  {t('shareNo')}
                </Button>
              </div>
            </div>
          )
        return (
          <div key={cohort}>
            {shown ? (
              <p>
                {t('shareShown', {
                  names,
                  when: new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'long', timeStyle: 'short' }).format(sharedAt),
                })}
                {changed ? ` ${t('shareChanged')}` : null}
              </p>
            ) : null}
            <div className={privacy['actions']}>
              {!shown || changed ? (
                <Button
                  id={`${id}-${cohort}`}
                  onClick={() => {
                    if (words.length > longest) return setNews(t('shareTooLong'))
                    setNews('')
                    setBack('')
                    setAsking(cohort)
                  }}
                >
                  {shown ? t('shareAgain') : t('shareOpen', { cohort: name })}
                </Button>
              ) : null}
              {shown ? (
                <Button look="quiet" aria-disabled={busy || undefined} onClick={() => send(cohort, false)}>
                  {t('shareBack')}
                </Button>
              ) : null}
            </div>
          </div>
        )
      })}
      <p ref={line} className={styles['news']} tabIndex={-1} role="status">
        {news}
      </p>
    </div>
  )
}
