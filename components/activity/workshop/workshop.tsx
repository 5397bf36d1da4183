'use client'

import { useEffect, useRef, useState } from 'react'
import { StepTabs } from '#components/activity/parts/step-tabs.tsx'
import { Erase } from '#components/activity/private/erase.tsx'
import privacy from '#components/activity/private/private.module.css'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import { record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { foldTicks, openMessage, textsFrom } from '#lib/activity/workshop.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { Bench } from './bench.tsx'
import styles from './workshop.module.css'

/**
 * Messages to repair, one at a time: situation, draft, the learner's own checklist, then two models to compare with.
 * The learner's words stay on the device; a statement holds the ticks only.
 */
export default function Workshop({
  data,
  object,
  contentHash,
  messages,
  locale,
}: {
  data: ActivityOf<'workshop'>
  object: string
  contentHash: string
  module: string
  messages: Messages
  locale: string
}) {
  const kept = usePrivate<Record<string, string>>(object, {})
  const statements = useStatements(object)
  const [picked, pick] = useState<number | null>(null)
  const [news, setNews] = useState('')
  const [started, setStarted] = useState<number | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  const ready = kept.value !== null && statements !== null
  const texts = textsFrom(kept.value, data)
  const ticks = foldTicks(
    data,
    (statements ?? []).map(({ result }) => result?.response),
  )
  // where one was on arrival stays, although comparing changes which message is open
  const arrived = ready && started === null ? openMessage(data, new Set(ticks.keys())) : (started ?? 0)
  const at = picked ?? arrived
  const message = data.messages[at]
  const words = (key: string, values = {}) => say(messages, `workshop-${key}`, values, locale)

  useEffect(() => {
    if (ready && started === null) setStarted(arrived)
  }, [ready, started, arrived])
  useEffect(() => {
    if (picked !== null) heading.current?.focus()
  }, [picked])

  if (!message) return null
  return (
    <Box id={`activity-${data.id}`} kicker={words('kicker')} title={data.title} lead={data.lead}>
      <PrivateNote>{words('private')}</PrivateNote>
      <StepTabs
        label={words('steps')}
        steps={data.messages.map(({ id }, index) => ({ id, label: words('step', { count: index + 1 }), done: ticks.has(id) }))}
        at={at}
        done={words('compared')}
        onStep={pick}
      />
      <Bench
        key={`${message.id} ${ready}`}
        id={`${data.id}-${message.id}`}
        message={message}
        text={texts[message.id] ?? ''}
        ready={ready}
        earlier={ticks.get(message.id)}
        heading={heading}
        words={words}
        onText={(text) => {
          kept.save({ ...texts, [message.id]: text })
          setNews('')
        }}
        onCompare={(chosen) => {
          const all = data.messages.every(({ id }) => id === message.id || ticks.has(id))
          record({ verb: 'answered', object, contentHash, result: { response: { message: message.id, ticks: chosen }, completion: all } })
        }}
        onNext={at < data.messages.length - 1 ? () => pick(at + 1) : undefined}
      />
      <p className={styles['news']} role="status">
        {news || (ready && ticks.size === data.messages.length ? words('all') : '')}
      </p>
      {kept.value && Object.keys(kept.value).length > 0 ? (
        <div className={privacy['actions']}>
          <Erase
            label={words('erase')}
            question={words('erase-question')}
            yes={words('erase-yes')}
            no={words('erase-no')}
            onErase={() => {
              kept.erase()
              setNews(words('erased'))
            }}
          />
        </div>
      ) : null}
    </Box>
  )
}
