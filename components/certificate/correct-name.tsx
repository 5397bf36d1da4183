'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { call } from '#components/device/call.ts'
import { Button } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './holder-tools.module.css'
import { type Named, NameForm, type Refusal } from './name-form.tsx'

/**
 * The name on a certificate that is there, and whether others see it. What is asked before it is done: everything shared before will say
 * that it was replaced.
 */
export function CorrectName({ id, module, held, messages }: { id: string; module: string; held: Named; messages: Messages }) {
  const router = useRouter()
  const question = useRef<HTMLHeadingElement>(null)
  const [wanted, setWanted] = useState<Named | null>(null)
  const [typed, setTyped] = useState<Named>(held)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const [returned, setReturned] = useState(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')

  useEffect(() => {
    if (wanted) question.current?.focus()
  }, [wanted])

  const back = (why: Refusal | null) => {
    setRefused(why)
    setReturned(true)
    setWanted(null)
  }
  const correct = async (named: Named) => {
    if (busy) return
    setBusy(true)
    const reply = await call<Named>('PUT', `/api/certificates/${id}`, named)
    setBusy(false)
    if (!reply.ok) return back(reply)
    setTyped({ name: reply.value.name, showsName: reply.value.showsName })
    back(null)
    setSaid(say(messages, 'correctDone'))
    router.refresh()
  }

  return (
    <div className={styles['part']}>
      {wanted ? (
        <div className={styles['question']}>
          <h3 ref={question} tabIndex={-1}>
            {say(messages, 'correctAsk')}
          </h3>
          <p>
            {wanted.showsName ? (
              <>
                {say(messages, 'correctAskName')} <bdi className={styles['asked']}>{wanted.name.trim()}</bdi>
              </>
            ) : (
              say(messages, 'correctAskNameless')
            )}
          </p>
          <p>{say(messages, 'correctReplaced')}</p>
          <div className={styles['actions']}>
            <Button look="primary" aria-disabled={busy || undefined} onClick={() => correct(wanted)}>
              {say(messages, busy ? 'saving' : 'correctYes')}
            </Button>
            <Button look="quiet" onClick={() => back(null)}>
              {say(messages, 'correctNo')}
            </Button>
          </div>
        </div>
      ) : (
        <NameForm
          module={module}
          initial={typed}
          refused={refused}
          submit={say(messages, 'correctNext')}
          waiting={say(messages, 'saving')}
          messages={messages}
          focusAtStart={returned}
          onSubmit={async (named) => {
            setSaid('')
            setTyped(named)
            if (named.name.trim() === held.name && named.showsName === held.showsName) setSaid(say(messages, 'correctSame'))
            else setWanted(named)
            return null
          }}
        />
      )}
      <p className={styles['said']} role="status">
        {said}
      </p>
    </div>
  )
}
