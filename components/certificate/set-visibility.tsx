'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { call } from '#components/device/call.ts'
import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import type { Visibility } from '#lib/credential/schema.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './holder-tools.module.css'
import { refusalText } from './refusal-text.ts'

const kinds = ['unlisted', 'public', 'private'] as const satisfies readonly Visibility[]

/** Who may see a certificate. What was chosen stays chosen where it is refused. */
export function SetVisibility({ id, held, messages }: { id: string; held: Visibility; messages: Messages }) {
  const router = useRouter()
  const [chosen, setChosen] = useState(held)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setSaid('')
    const reply = await call('PUT', `/api/certificates/${id}`, { visibility: chosen })
    setBusy(false)
    setSaid(reply.ok ? say(messages, `visibilitySaid_${chosen}`) : refusalText(reply, messages))
    if (reply.ok) router.refresh()
  }

  return (
    <form className={styles['part']} onSubmit={send}>
      <fieldset className={option['group']}>
        <legend className="visually-hidden">{say(messages, 'visibilityTitle')}</legend>
        {kinds.map((kind) => (
          <label className={option['option']} key={kind}>
            <input
              type="radio"
              name="visibility"
              value={kind}
              checked={chosen === kind}
              onChange={() => {
                setChosen(kind)
                setSaid('')
              }}
            />
            <span>
              <b>{say(messages, `visibility_${kind}`)}</b>
              <span className={styles['means']}>{say(messages, `visibilityMeans_${kind}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className={styles['actions']}>
        <Button type="submit" aria-disabled={busy || undefined}>
          {say(messages, busy ? 'saving' : 'visibilitySave')}
        </Button>
      </div>
      <p className={styles['said']} role="status">
        {said}
      </p>
    </form>
  )
}
