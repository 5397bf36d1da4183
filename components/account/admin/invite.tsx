'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import account from '#components/account/account.module.css'
import { Field } from '#components/account/field.tsx'
import { Form } from '#components/account/form.tsx'
import { useSend } from '#components/account/use-send.ts'
import option from '#components/ui/option.module.css'
import { type Messages, say } from '#lib/message/format.ts'
import { CopyLink } from './copy-link.tsx'
import { sayTime } from './say-time.ts'

type Made = { address: string; until: number; sent: boolean; email: string }

/** Invites somebody to facilitate or to run the site. The link is shown here, once; with a mail server it goes by letter, too. */
export function Invite({ messages, locale }: { messages: Messages; locale: string }) {
  const router = useRouter()
  const [made, setMade] = useState<Made | null>(null)
  const { busy, faultOf, post } = useSend('invite', messages)
  const word = (key: string) => say(messages, key)
  return (
    <>
      <Form
        label={word('invite')}
        send={word('invite-send')}
        wait={word('inviting')}
        busy={busy}
        fault={faultOf(null)}
        onSend={async ({ email = '', role = 'facilitator' }, form) => {
          setMade(null)
          const reply = await post<Omit<Made, 'email'>>('/api/account/invitations', { email, role }, { email })
          if (!reply) return
          form.reset()
          setMade({ ...reply.value, email })
          router.refresh()
        }}
      >
        <Field form="invite" name="email" type="email" label={word('email')} complete="off" fault={faultOf('email')} />
        <fieldset className={`${option['group']} ${account['choices']}`}>
          <legend>{word('invite-as')}</legend>
          {(['facilitator', 'administrator'] as const).map((role) => (
            <label className={option['option']} key={role}>
              <input type="radio" name="role" value={role} defaultChecked={role === 'facilitator'} />
              <span>
                <b>{word(`role-${role}`)}</b>
                <small>{word(`role-${role}-may`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
      </Form>
      {made ? (
        <CopyLink
          address={made.address}
          label={say(messages, 'invited-link', { email: made.email })}
          note={say(messages, made.sent ? 'invited-sent' : 'invited-not-sent', { until: sayTime(made.until, locale) })}
          messages={messages}
        />
      ) : null}
    </>
  )
}
