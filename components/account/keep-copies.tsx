'use client'

import { useState } from 'react'
import { Erase } from '#components/activity/private/erase.tsx'
import type { Clash } from '#components/device/private-copies.ts'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'
import styles from './account.module.css'
import { faultOf } from './fault.ts'
import { useCopies } from './use-copies.ts'
import { Waiting } from './waiting.tsx'
import { wordsIn } from './words-in.ts'

/** Whether job aids, notes and bookmarks are kept on the site too; off until somebody chooses so. Where two devices differ, both are shown. */
export function KeepCopies({
  titles,
  messages,
  locale,
}: {
  /** of the job aids, by the key under which they are kept */
  titles: Readonly<Record<string, string>>
  messages: Messages
  locale: string
}) {
  const { synced, sync, choose, turn } = useCopies()
  const [busy, setBusy] = useState(false)
  const [news, setNews] = useState('')
  const [fault, setFault] = useState('')
  const word = (key: string) => say(messages, key)
  const nameOf = ({ key, here, there }: Clash) =>
    titles[key] ?? (key === 'bookmarks' ? word('bookmarks') : say(messages, 'note-on', { title: titleIn(here) || titleIn(there) }))
  async function set(on: boolean) {
    if (busy) return
    setBusy(true)
    setFault('')
    const done = await turn(on)
    setBusy(false)
    if (!done.ok) setFault(faultOf(done, [], messages).sentence)
    setNews(done.ok ? word(on ? 'copies-on' : 'copies-erased') : '')
  }
  const on = synced?.ok === true && synced.on

  return (
    <>
      <Waiting reply={synced?.ok ? { ok: true, value: null } : synced} load={sync} messages={messages} />
      {synced?.ok && !on ? (
        <p className={styles['spaced']}>
          <Button aria-disabled={busy || undefined} onClick={() => set(true)}>
            {busy ? word('saving') : word('copies-turn-on')}
          </Button>
        </p>
      ) : null}
      {synced?.ok && synced.on ? (
        <>
          <p className={styles['spaced']}>
            <b>{synced.count === 0 ? word('copies-empty') : say(messages, 'copies-state', { count: synced.count }, locale)}</b>
          </p>
          {synced.full.length > 0 ? (
            <p className={styles['fault']}>{say(messages, 'copies-full', { count: synced.full.length }, locale)}</p>
          ) : null}
          {synced.clashes.map((clash) => (
            <div className={styles['clash']} key={clash.key}>
              <p>
                <b>{say(messages, 'clash', { what: nameOf(clash) })}</b>
              </p>
              <div className={styles['sides']}>
                {(['here', 'there'] as const).map((side) => (
                  <div key={side}>
                    <p>
                      {side === 'here'
                        ? word('clash-here')
                        : say(messages, 'clash-there', {
                            when: new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'medium', timeStyle: 'short' }).format(
                              new Date(clash.at),
                            ),
                          })}
                    </p>
                    <blockquote>{wordsIn(clash[side]) || word('clash-empty')}</blockquote>
                    <Button onClick={() => choose(clash, side)}>{word(side === 'here' ? 'clash-keep-here' : 'clash-keep-there')}</Button>
                  </div>
                ))}
              </div>
            </div>
          ))}
          <div className={styles['spaced']}>
            <Erase
              label={word('copies-turn-off')}
              question={word('copies-off-question')}
              yes={word('copies-off-yes')}
              no={word('keep')}
              onErase={() => void set(false)}
            />
          </div>
        </>
      ) : null}
      <p className={styles['fault']} role="alert">
        {fault}
      </p>
      <p className={styles['news']} role="status">
        {news}
      </p>
    </>
  )
}

const titleIn = (value: unknown): string => {
  const { title } = Object(value)
  return typeof title === 'string' ? title : ''
}
