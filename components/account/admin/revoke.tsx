'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { Field } from '#components/account/field.tsx'
import { Form } from '#components/account/form.tsx'
import { useSend } from '#components/account/use-send.ts'
import privacy from '#components/activity/private/private.module.css'
import { Button } from '#components/ui/button.tsx'
import { readReason } from '#lib/credential/clean-line.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './issuer.module.css'

/** Ends a certificate, for good: first the reason, then the question. The reason stays in its field whatever happens. */
export function Revoke({
  number,
  ended,
  messages,
}: {
  number: string
  /** where it is revoked: since when, and why, in a sentence */
  ended: string | null
  messages: Messages
}) {
  const router = useRouter()
  const form = `revoke-${number}`
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState(false)
  const { busy, fault, faultOf, post, clear } = useSend(form, messages)
  const keep = useRef<HTMLButtonElement>(null)
  const outcome = useRef<HTMLParagraphElement>(null)
  const word = (key: string) => say(messages, key, { number })
  const field = () => document.getElementById(`${form}-reason`) as HTMLTextAreaElement | null

  useEffect(() => {
    if (asking) keep.current?.focus()
  }, [asking])
  // the button that was pressed is gone with the question, so a refusal of the whole leads back to the field, too
  useEffect(() => {
    if (fault && fault.field === null) document.getElementById(`${form}-reason`)?.focus()
  }, [fault, form])
  // the form goes with the answer, so whoever sent it is led to what stands in its place
  useEffect(() => {
    if (done && ended !== null) outcome.current?.focus()
  }, [done, ended])

  async function revoke(reason: string) {
    const reply = await post(`/api/account/certificates/${number}/revoke`, { reason }, { reason })
    setAsking(false)
    if (!reply) return
    setDone(true)
    router.refresh()
  }

  if (ended !== null)
    return (
      <p className={styles['revoked']} dir="auto" tabIndex={-1} ref={outcome}>
        {ended}
      </p>
    )
  const question = word('revoke-question')
  return (
    <Form
      label={word('revoke')}
      send={word('revoke')}
      wait={word('revoking')}
      look="plain"
      busy={busy}
      fault={faultOf(null)}
      onSend={({ reason = '' }) => {
        clear()
        // nothing to ask about yet: the site says what is wrong with it
        if (readReason(reason).ok) setAsking(true)
        else void revoke(reason)
      }}
      more={
        asking ? (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this groups a question with its two buttons
          <span className={privacy['question']} role="group" aria-label={question}>
            <span>{question}</span>
            {/* the reason as it stands in the field now */}
            <Button onClick={() => revoke(field()?.value ?? '')}>{word('revoke-yes')}</Button>
            <Button
              look="quiet"
              ref={keep}
              onClick={() => {
                setAsking(false)
                field()?.focus()
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
        lines={3}
        fault={faultOf('reason')}
      />
    </Form>
  )
}
