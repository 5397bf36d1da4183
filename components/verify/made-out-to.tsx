'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import { isAddressedTo } from './addressed-to.ts'
import type { Identity } from './finding.ts'
import styles from './verify.module.css'

/** “Was it made out to this address?” Compared here, and told to nobody. */
export function MadeOutTo({ identities, messages }: { identities: readonly Identity[]; messages: Messages }) {
  const [said, setSaid] = useState('')
  return (
    <section className={styles['says']} aria-labelledby="made-out">
      <h2 id="made-out">{say(messages, 'address-title')}</h2>
      <p id="made-out-lead">{say(messages, 'address-lead')}</p>
      <form
        className={styles['row']}
        method="post"
        noValidate
        onSubmit={async (event) => {
          event.preventDefault()
          const address = String(new FormData(event.currentTarget).get('address') ?? '').trim()
          if (address === '') return setSaid(say(messages, 'address-empty'))
          const is = await isAddressedTo(identities, address)
          setSaid(say(messages, is === null ? 'address-cannot' : is ? 'address-yes' : 'address-no', { address }))
        }}
      >
        <label htmlFor="made-out-address">{say(messages, 'address-field')}</label>
        <input
          id="made-out-address"
          className={styles['input']}
          name="address"
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby="made-out-lead"
          onChange={() => setSaid('')}
        />
        <Button type="submit">{say(messages, 'address-go')}</Button>
      </form>
      <p className={styles['said']} role="status">
        {said}
      </p>
    </section>
  )
}
