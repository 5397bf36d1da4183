'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import account from '#components/account/account.module.css'
import { Field } from '#components/account/field.tsx'
import { Form } from '#components/account/form.tsx'
import { fieldsOf, useSend } from '#components/account/use-send.ts'
import { call } from '#components/device/call.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './issuer.module.css'
import { type IssuerProfile, IssuerSeen } from './issuer-seen.tsx'
import { LogoField } from './logo-field.tsx'

/** Who issues: the form, and beneath it what strangers will see of it, as it is typed. What is refused stays in its field. */
export function IssuerForm({ profile, messages }: { profile: IssuerProfile; messages: Messages }) {
  const router = useRouter()
  const [shown, setShown] = useState(profile)
  const [state, setState] = useState<'same' | 'changed' | 'saved'>('same')
  const { busy, faultOf, run, clear } = useSend('issuer', messages)
  const word = (key: string) => say(messages, key)

  function typed(form: HTMLFormElement, logo = shown.logo) {
    const { name = '', url = '', email = '', description = '', signatoryName = '', signatoryTitle = '' } = fieldsOf(form)
    const signatory = signatoryName === '' ? null : { name: signatoryName, title: signatoryTitle }
    setShown({ name, url, email: email || null, description, logo, signatory })
    setState('changed')
  }

  return (
    <>
      <div
        onInput={(event) => {
          const { form, type } = event.target as HTMLInputElement
          if (form && type !== 'file') typed(form)
        }}
      >
        <Form
          label={word('issuer')}
          send={word('save')}
          wait={word('saving')}
          busy={busy}
          fault={faultOf(null)}
          onSend={async (fields, form) => {
            const { name = '', url = '', email = '', description = '', signatoryName = '', signatoryTitle = '' } = fields
            const body = { name, url, email, description, signatoryName, signatoryTitle }
            const { email: _may, ...needed } = body
            const looked = { ...(email === '' ? needed : body), logo: '' }
            // what was not touched need not travel
            const logo = shown.logo === profile.logo ? {} : { logo: shown.logo }
            const reply = await run(looked, () => call<{ profile: IssuerProfile }>('PUT', '/api/account/issuer', { ...body, ...logo }))
            if (!reply) return
            const kept = reply.value.profile
            // as the site has it, so that nobody wonders later what was done to it
            for (const [field, value] of Object.entries({ ...kept, email: kept.email ?? '' })) {
              const input = form.elements.namedItem(field)
              if (
                typeof value === 'string' &&
                (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) &&
                input.type !== 'file'
              )
                input.value = value
            }
            setShown(kept)
            setState('saved')
            router.refresh()
          }}
        >
          <Field
            form="issuer"
            name="name"
            label={word('name')}
            help={word('name-help')}
            complete="organization"
            initial={profile.name}
            fault={faultOf('name')}
          />
          <Field
            form="issuer"
            name="url"
            type="url"
            label={word('url')}
            help={word('url-help')}
            complete="url"
            initial={profile.url}
            fault={faultOf('url')}
          />
          <Field
            form="issuer"
            name="email"
            type="email"
            label={word('email')}
            help={word('email-help')}
            complete="off"
            initial={profile.email ?? ''}
            fault={faultOf('email')}
          />
          <Field
            form="issuer"
            name="description"
            label={word('about')}
            help={word('about-help')}
            complete="off"
            initial={profile.description}
            lines={4}
            fault={faultOf('description')}
          />
          <LogoField
            logo={shown.logo}
            before={profile.logo}
            fault={faultOf('logo')}
            onChange={(logo) => {
              clear()
              setShown({ ...shown, logo })
              setState('changed')
            }}
            messages={messages}
          />
          <fieldset className={styles['group']}>
            <legend>{word('signatory')}</legend>
            <small>{word('signatory-help')}</small>
            <Field
              form="issuer"
              name="signatoryName"
              label={word('signatory-name')}
              complete="off"
              initial={profile.signatory?.name ?? ''}
              fault={faultOf('signatoryName')}
            />
            <Field
              form="issuer"
              name="signatoryTitle"
              label={word('signatory-title')}
              complete="off"
              initial={profile.signatory?.title ?? ''}
              fault={faultOf('signatoryTitle')}
            />
          </fieldset>
        </Form>
      </div>
      <p className={account['news']} role="status">
        {state === 'saved' ? word('saved') : null}
      </p>
      <div className={styles['below']}>
        <h3 id="seen">{word('seen')}</h3>
        <p className={account['about']}>{word('seen-about')}</p>
        <IssuerSeen profile={shown} unsaved={state === 'changed'} messages={messages} />
        <p className={account['about']}>{word('seen-keeps')}</p>
      </div>
    </>
  )
}
