'use client'

import { useEffect, useState } from 'react'
import { saveFile } from '#components/activity/private/save-file.ts'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './account.module.css'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { useList } from './use-list.ts'
import { useSend } from './use-send.ts'
import { Waiting } from './waiting.tsx'

type Account = { twoFactor: boolean }
type Begun = { totpURI: string; backupCodes: string[] }

/** Six digits of an app on a phone beside the password, and codes on paper for the day the phone is gone. */
export function SecondFactor({ messages }: { messages: Messages }) {
  const { reply, load } = useList<Account>('/api/account')
  const [begun, setBegun] = useState<Begun | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const [asking, setAsking] = useState<'codes' | 'off' | null>(null)
  const [news, setNews] = useState('')
  const { busy, faultOf, post, clear } = useSend('factor', messages)
  const word = (key: string) => say(messages, key)
  const on = reply?.ok === true && reply.value.twoFactor
  const ask = (what: typeof asking) => {
    clear()
    setNews('')
    setAsking(what)
  }
  const password = (
    <Field
      form="factor"
      name="password"
      type="password"
      label={word('current-password')}
      complete="current-password"
      fault={faultOf('password')}
    />
  )
  const cancel = (
    <Button look="quiet" onClick={() => ask(null)}>
      {word('cancel')}
    </Button>
  )

  return (
    <>
      <Waiting reply={reply} load={load} messages={messages} />
      {reply?.ok && !on && begun === null ? (
        <Form
          label={word('factor')}
          send={word('factor-begin')}
          wait={word('saving')}
          look="plain"
          busy={busy}
          fault={faultOf(null)}
          onSend={async (fields) => {
            const made = await post<Begun>('/api/auth/two-factor/enable', { password: fields['password'] }, fields)
            if (made) setBegun(made.value)
          }}
        >
          {password}
        </Form>
      ) : null}
      {begun ? (
        <>
          <h3>{word('factor-scan')}</h3>
          <p className={styles['about']}>{word('factor-scan-about')}</p>
          <div className={styles['spaced']}>
            <Qr text={begun.totpURI} label={word('factor-qr')} />
          </div>
          <p className={styles['about']}>
            {word('factor-by-hand')} <code className={styles['secret']}>{secretOf(begun.totpURI)}</code>
          </p>
          <h3>{word('factor-codes')}</h3>
          <Codes codes={begun.backupCodes} messages={messages} />
          <h3>{word('factor-try')}</h3>
          <Form
            label={word('factor-try')}
            send={word('factor-on')}
            wait={word('saving')}
            busy={busy}
            fault={faultOf(null)}
            onSend={async ({ code = '' }) => {
              const digits = code.replace(/\s/g, '')
              if (!(await post('/api/auth/two-factor/verify-totp', { code: digits }, { code: digits }))) return
              setBegun(null)
              setNews(word('factor-is-on'))
              await load()
            }}
          >
            <Field form="factor" name="code" mode="code" label={word('code')} complete="one-time-code" fault={faultOf('code')} />
          </Form>
        </>
      ) : null}
      {on ? (
        <>
          <p className={styles['spaced']}>
            <b>{word('factor-state-on')}</b>
          </p>
          {codes ? <Codes codes={codes} messages={messages} /> : null}
          {asking ? (
            <Form
              label={word(`factor-${asking}`)}
              send={word(`factor-${asking}`)}
              wait={word('saving')}
              look="plain"
              busy={busy}
              fault={faultOf(null)}
              onSend={async (fields) => {
                const path = asking === 'codes' ? 'generate-backup-codes' : 'disable'
                const made = await post<{ backupCodes?: string[] }>(
                  `/api/auth/two-factor/${path}`,
                  { password: fields['password'] },
                  fields,
                )
                if (!made) return
                setCodes(made.value?.backupCodes ?? null)
                setNews(word(asking === 'codes' ? 'factor-codes-new' : 'factor-is-off'))
                setAsking(null)
                await load()
              }}
              more={cancel}
            >
              {password}
            </Form>
          ) : (
            <div className={styles['actions']}>
              <Button look="quiet" onClick={() => ask('codes')}>
                {word('factor-codes-make')}
              </Button>
              <Button look="quiet" onClick={() => ask('off')}>
                {word('factor-off')}
              </Button>
            </div>
          )}
        </>
      ) : null}
      <p className={styles['news']} role="status">
        {news}
      </p>
    </>
  )
}

/** Shown once: the site keeps them so that nobody can read them. */
function Codes({ codes, messages }: { codes: readonly string[]; messages: Messages }) {
  return (
    <>
      <p className={styles['about']}>{say(messages, 'factor-codes-about')}</p>
      <ul className={styles['codes']}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button look="quiet" onClick={() => saveFile('backup-codes.txt', `${codes.join('\n')}\n`, 'text/plain;charset=utf-8')}>
        {say(messages, 'factor-codes-save')}
      </Button>
    </>
  )
}

/** Drawn in the browser: the secret in it is on no page and in no log of the server. */
function Qr({ text, label }: { text: string; label: string }) {
  const [drawn, setDrawn] = useState<{ path: string; size: number } | null>(null)
  useEffect(() => {
    let gone = false
    void import('uqr').then(({ encode }) => {
      const { data, size } = encode(text, { border: 1 })
      const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
      if (!gone) setDrawn({ path, size })
    })
    return () => {
      gone = true
    }
  }, [text])
  return (
    <svg
      className={styles['qr']}
      viewBox={drawn ? `0 0 ${drawn.size} ${drawn.size}` : '0 0 1 1'}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      {drawn ? <path d={drawn.path} /> : null}
    </svg>
  )
}

function secretOf(uri: string): string {
  return (new URL(uri).searchParams.get('secret') ?? '').replace(/(.{4})(?=.)/g, '$1 ')
}
