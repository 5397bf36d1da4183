'use client'

import { useState } from 'react'
import { Erase } from '#components/activity/private/erase.tsx'
import { call } from '#components/device/call.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'
import styles from './account.module.css'
import { useList } from './use-list.ts'
import { useSend } from './use-send.ts'
import { Waiting } from './waiting.tsx'

type Device = {
  id: string
  device: { browser: string | null; system: string | null }
  since: number
  lastSeen: number
  current: boolean
}

export function Devices({ messages, locale }: { messages: Messages; locale: string }) {
  const { reply, load } = useList<Device[]>('/api/account/devices')
  const { faultOf, run, post } = useSend('devices', messages)
  const [news, setNews] = useState('')
  const word = (key: string) => say(messages, key)
  const nameOf = ({ browser, system }: Device['device']) =>
    browser && system ? say(messages, 'device-name', { browser, system }) : (browser ?? system ?? word('device-unknown'))
  const when = new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'medium', timeStyle: 'short' })
  const others = reply?.ok ? reply.value.filter(({ current }) => !current).length : 0
  return (
    <>
      <Waiting reply={reply} load={load} messages={messages} />
      {reply?.ok ? (
        <ul className={styles['rows']}>
          {reply.value.map(({ id, device, lastSeen, since, current }) => (
            <li key={id}>
              <span>
                <b>{nameOf(device)}</b>
                <small>
                  {current
                    ? word('device-this')
                    : say(messages, 'device-seen', { when: when.format(new Date(lastSeen)), since: when.format(new Date(since)) })}
                </small>
              </span>
              {current ? null : (
                <Erase
                  label={word('sign-out-device')}
                  question={say(messages, 'sign-out-device-question', { device: nameOf(device) })}
                  yes={word('sign-out-yes')}
                  no={word('cancel')}
                  onErase={async () => {
                    setNews('')
                    if (!(await run({}, () => call('DELETE', `/api/account/devices/${id}`)))) return
                    await load()
                    setNews(word('device-out'))
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {others > 0 ? (
        <div className={styles['spaced']}>
          <Erase
            label={word('sign-out-others')}
            question={say(messages, 'sign-out-others-question', { count: others }, locale)}
            yes={word('sign-out-yes')}
            no={word('cancel')}
            onErase={async () => {
              setNews('')
              if (!(await post('/api/account/sign-out-everywhere', { keep: true }))) return
              await load()
              setNews(word('others-out'))
            }}
          />
        </div>
      ) : null}
      <p className={styles['fault']} role="alert">
        {faultOf(null)}
      </p>
      <p className={styles['news']} role="status">
        {news}
      </p>
    </>
  )
}
