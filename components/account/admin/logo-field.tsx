'use client'

import { useState } from 'react'
import account from '#components/account/account.module.css'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './issuer.module.css'

/** bytes */
const largest = 200_000
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** A picture from the device, shown before it is kept. One that does not fit is refused here, and the one before stays. */
export function LogoField({
  logo,
  before,
  fault,
  onChange,
  messages,
}: {
  /** data address, or null */
  logo: string | null
  /** the one that is kept now */
  before: string | null
  fault: string | undefined
  onChange(logo: string | null): void
  messages: Messages
}) {
  const [wrong, setWrong] = useState('')
  const word = (key: string) => say(messages, key)
  const said = wrong || fault

  async function take(file: File) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (!signature.every((byte, at) => bytes[at] === byte)) return setWrong(word('fault-logo_not_png'))
    if (bytes.length > largest) return setWrong(say(messages, 'fault-logo_too_large', { size: Math.ceil(bytes.length / 1000) }))
    setWrong('')
    let text = ''
    // in pieces: one call takes only so many
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
    onChange(`data:image/png;base64,${btoa(text)}`)
  }

  return (
    <div className={account['field']}>
      <label htmlFor="issuer-logo">{word('logo')}</label>
      <small id="issuer-logo-help">{word('logo-help')}</small>
      <div className={styles['logo']}>
        {/* biome-ignore lint/performance/noImgElement: a data address, which nothing has to fetch */}
        {logo ? <img src={logo} alt={word('logo-alt')} /> : null}
        <span className={`${buttonClass()} ${styles['choose']}`}>
          {word(logo ? 'logo-other' : 'logo-choose')}
          <input
            id="issuer-logo"
            type="file"
            accept="image/png"
            aria-describedby={`issuer-logo-help${said ? ' issuer-logo-fault' : ''}`}
            aria-invalid={said ? true : undefined}
            onChange={(event) => {
              const input = event.currentTarget
              const file = input.files?.[0]
              // so that the same file can be chosen again after it was mended
              if (file) void take(file).finally(() => Object.assign(input, { value: '' }))
            }}
          />
        </span>
        {logo ? (
          <Button
            look="quiet"
            onClick={() => {
              setWrong('')
              onChange(null)
              document.getElementById('issuer-logo')?.focus()
            }}
          >
            {word('logo-remove')}
          </Button>
        ) : null}
      </div>
      <p role="status">{logo === before ? null : <small>{word(logo ? 'logo-chosen' : 'logo-removed')}</small>}</p>
      {said ? (
        <p className={account['fault']} id="issuer-logo-fault" role="alert">
          {said}
        </p>
      ) : null}
    </div>
  )
}
