'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './account.module.css'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { remember } from './remembered.ts'
import { useSend } from './use-send.ts'

/** Name and email, each saved by itself. */
export function OwnDetails({
  name,
  email,
  staff,
  mail,
  messages,
}: {
  name: string
  email: string
  staff: boolean
  mail: boolean
  messages: Messages
}) {
  const router = useRouter()
  const [news, setNews] = useState<'' | 'name-saved' | 'email-saved' | 'email-letter'>('')
  const named = useSend('own-name', messages)
  const mailed = useSend('own-email', messages)
  const word = (key: string) => say(messages, key)
  return (
    <>
      <Form
        label={word('name')}
        send={word('name-save')}
        wait={word('saving')}
        look="plain"
        busy={named.busy}
        fault={named.faultOf(null)}
        onSend={async (fields) => {
          setNews('')
          if (!(await named.post('/api/auth/update-user', { name: fields['name'] }, fields))) return
          remember({ name: fields['name'] ?? '', staff })
          setNews('name-saved')
          router.refresh()
        }}
      >
        <Field
          form="own-name"
          name="name"
          label={word('name')}
          help={word('name-help')}
          complete="name"
          initial={name}
          fault={named.faultOf('name')}
        />
      </Form>
      <p className={styles['news']} role="status">
        {news === 'name-saved' ? word('name-saved') : ''}
      </p>
      <Form
        label={word('email')}
        send={word('email-save')}
        wait={word('saving')}
        look="plain"
        busy={mailed.busy}
        fault={mailed.faultOf(null)}
        onSend={async (fields) => {
          setNews('')
          if (!(await mailed.post('/api/auth/change-email', { newEmail: fields['email'] }, fields))) return
          setNews(mail ? 'email-letter' : 'email-saved')
          router.refresh()
        }}
      >
        <Field
          form="own-email"
          name="email"
          type="email"
          label={word('email')}
          help={word(mail ? 'email-change-letter' : 'email-change-help')}
          complete="email"
          initial={email}
          fault={mailed.faultOf('email')}
        />
      </Form>
      <p className={styles['news']} role="status">
        {news === 'email-saved' || news === 'email-letter' ? word(news) : ''}
      </p>
    </>
  )
}
