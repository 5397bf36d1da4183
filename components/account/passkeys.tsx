'use client'

import { useRef, useState, useSyncExternalStore } from 'react'
import { Erase } from '#components/activity/private/erase.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'
import styles from './account.module.css'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { addPasskey, passkeySupport } from './passkey.ts'
import { useList } from './use-list.ts'
import { useSend } from './use-send.ts'
import { Waiting } from './waiting.tsx'

type Passkey = { id: string; name: string | null; createdAt: string | null }

export function Passkeys({ messages, locale }: { messages: Messages; locale: string }) {
  const { reply, load } = useList<Passkey[]>('/api/auth/passkey/list-user-passkeys')
  const { busy, faultOf, run, post } = useSend('passkey', messages)
  const [news, setNews] = useState('')
  const status = useRef<HTMLParagraphElement>(null)
  const supported = useSyncExternalStore(passkeySupport.subscribe, passkeySupport.here, passkeySupport.onServer)
  const word = (key: string) => say(messages, key)
  const day = new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'medium' })
  return (
    <>
      <Waiting reply={reply} load={load} messages={messages} />
      {reply?.ok && reply.value.length > 0 ? (
        <ul className={styles['rows']}>
          {reply.value.map(({ id, name, createdAt }) => (
            <li key={id}>
              <span>
                <b>{name || word('passkey-nameless')}</b>
                {createdAt ? <small>{say(messages, 'added-on', { date: day.format(new Date(createdAt)) })}</small> : null}
              </span>
              <Erase
                label={word('remove')}
                question={say(messages, 'passkey-remove-question', { name: name || word('passkey-nameless') })}
                yes={word('remove-yes')}
                no={word('keep')}
                onErase={async () => {
                  if (!(await post('/api/auth/passkey/delete-passkey', { id }))) return
                  await load()
                  setNews(word('passkey-removed'))
                  status.current?.focus()
                }}
              />
            </li>
          ))}
        </ul>
      ) : null}
      {supported ? (
        <Form
          label={word('passkey-add')}
          send={word('passkey-add')}
          wait={word('passkey-wait')}
          look="plain"
          busy={busy}
          fault={faultOf(null)}
          onSend={async (fields, form) => {
            setNews('')
            if (!(await run(fields, () => addPasskey(fields['name'] ?? '')))) return
            form.reset()
            await load()
            setNews(word('passkey-added'))
          }}
        >
          <Field
            form="passkey"
            name="name"
            label={word('passkey-name')}
            help={word('passkey-name-help')}
            complete="off"
            fault={faultOf('name')}
          />
        </Form>
      ) : (
        <p className={styles['about']}>{word('passkey-not-here')}</p>
      )}
      <p className={styles['news']} role="status" tabIndex={-1} ref={status}>
        {news}
      </p>
    </>
  )
}
