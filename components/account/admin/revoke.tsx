'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Field } from '#components/account/field.tsx'
import { Form } from '#components/account/form.tsx'
import { useSend } from '#components/account/use-send.ts'
import privacy from '#components/activity/private/private.module.css'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'

/** Ends a certificate, for good: first the reason, then the question. The reason stays in its field whatever happens. */
export function Revoke({ number, messages }: { number: string; messages: Messages }) {
  const router = useRouter()
  const form = `revoke-${number}`
  const [reason, setReason] = useState<string | null>(null)
  const { busy, fault, faultOf, post, clear } = useSend(form, messages)
  const keep = useRef<HTMLButtonElement>(null)
  const asking = reason !== null
  const word = (key: string) => say(messages, key, { number })

  useEffect(() => {
    if (asking) keep.current?.focus()
  }, [asking])

  async function revoke() {
    const reply = await post(`/api/account/certificates/${number}/revoke`, { reason }, { reason: reason ?? '' })
    setReason(null)
    if (reply) router.refresh()
  }

  const question = word('revoke-question')
  return (
    <Form
      label={word('revoke')}
      send={word('revoke')}
      wait={word('revoking')}
      look="plain"
      busy={busy}
      fault={faultOf(null)}
      onSend={({ reason: typed = '' }) => {
        clear()
        if (typed === '') void post(`/api/account/certificates/${number}/revoke`, { reason: '' }, { reason: '' })
        else setReason(typed)
      }}
      more={
        asking ? (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this groups a question with its two buttons
          <span className={privacy['question']} role="group" aria-label={question}>
            <span>{question}</span>
            <Button onClick={revoke}>{word('revoke-yes')}</Button>
            <Button
              look="quiet"
              ref={keep}
              onClick={() => {
                setReason(null)
                document.getElementById(`${form}-reason`)?.focus()
              }}
            >
              {word('revoke-no')}
            </Button>
          </span>
        ) : null
      }
    >
      <Field
        form={form}
        name="reason"
        label={word('reason')}
        help={word('reason-help')}
        complete="off"
        fault={fault ? faultOf('reason') : undefined}
      />
    </Form>
  )
}
