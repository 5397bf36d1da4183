'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { call } from '#components/device/call.ts'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './holder-tools.module.css'
import { NameForm } from './name-form.tsx'

/** What only the holder sees: the picture as a file, the address to pass on, and the name to change. `url` is absolute. */
export function HolderTools({
  id,
  name,
  image,
  url,
  title,
  messages,
}: {
  id: string
  name: string
  image: string
  url: string
  title: string
  messages: Messages
}) {
  const router = useRouter()
  const renameButton = useRef<HTMLButtonElement>(null)
  const [canShare, setCanShare] = useState(false)
  const [renaming, setRenaming] = useState(false)
  const [said, setSaid] = useState('')

  useEffect(() => setCanShare(typeof navigator.share === 'function'), [])

  const copy = async () => {
    setSaid('')
    try {
      await navigator.clipboard.writeText(url)
      setSaid(say(messages, 'copied'))
    } catch {
      setSaid(say(messages, 'copyFailed', { url }))
    }
  }
  // Closing the share sheet without choosing rejects too; there is nothing to say then.
  const share = () => navigator.share({ title, url }).catch(() => undefined)
  const close = () => {
    setRenaming(false)
    requestAnimationFrame(() => renameButton.current?.focus())
  }

  return (
    <section className={styles['tools']} aria-labelledby="holder-title">
      <h2 className={styles['title']} id="holder-title">
        {say(messages, 'holderTitle')}
      </h2>
      <p className={styles['lead']}>{say(messages, 'holderLead')}</p>
      {renaming ? (
        <NameForm
          initial={name}
          submit={say(messages, 'renameSave')}
          waiting={say(messages, 'saving')}
          messages={messages}
          focusAtStart
          onSubmit={async (given) => {
            const reply = await call('PUT', `/api/certificates/${id}`, { name: given })
            if (!reply.ok) return reply
            setSaid(say(messages, 'renameSaved'))
            close()
            router.refresh()
            return null
          }}
        >
          <Button look="quiet" onClick={close}>
            {say(messages, 'renameCancel')}
          </Button>
        </NameForm>
      ) : (
        <div className={styles['actions']}>
          <a className={buttonClass('primary')} href={image} download={`certificate-${id}.png`}>
            {say(messages, 'download')}
          </a>
          {canShare ? <Button onClick={share}>{say(messages, 'share')}</Button> : null}
          <Button onClick={copy}>{say(messages, 'copy')}</Button>
          <button
            type="button"
            className={buttonClass('quiet')}
            ref={renameButton}
            onClick={() => {
              setSaid('')
              setRenaming(true)
            }}
          >
            {say(messages, 'rename')}
          </button>
        </div>
      )}
      <p className={styles['said']} role="status">
        {said}
      </p>
    </section>
  )
}
