'use client'

import { useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { StepTabs } from '#components/activity/parts/step-tabs.tsx'
import { useStep } from '#components/activity/parts/use-step.ts'
import { Erase } from '#components/activity/private/erase.tsx'
import privacy from '#components/activity/private/private.module.css'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import { record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { anyFilled, partsFrom } from '#lib/activity/own-parts.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { type Compared, foldStudio, type Reply } from '#lib/activity/studio.ts'
import { say } from '#lib/message/format.ts'
import { Speaker } from './speaker.tsx'
import styles from './studio.module.css'

/** Speakers one at a time: choose a reply, write your own, compare with a strong and a weak one. Own words are private. */
export default function Studio({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'studio'>>) {
  const kept = usePrivate<Record<string, string>>(object, {})
  const statements = useStatements(object)
  const [news, setNews] = useState('')

  const ready = kept.value !== null && statements !== null
  const { speakers } = data
  const texts = partsFrom(kept.value, speakers)
  const { chosen, ticks } = foldStudio(
    data,
    (statements ?? []).map(({ result }) => result?.response),
  )
  const first = speakers.findIndex(({ id }) => !ticks.has(id))
  const { at, go, heading } = useStep(ready ? Math.max(first, 0) : null)
  const speaker = speakers[at]
  const words = (key: string, values = {}) => say(messages, `studio-${key}`, values, locale)

  if (!speaker) return null
  return (
    <Box id={`activity-${data.id}`} kicker={words('kicker')} title={data.title} lead={data.lead}>
      <PrivateNote>{words('private')}</PrivateNote>
      {speakers.length > 1 ? (
        <StepTabs
          label={words('steps')}
          steps={speakers.map(({ id }, index) => ({ id, label: words('step', { count: index + 1 }), done: ticks.has(id) }))}
          at={at}
          done={words('done')}
          onStep={go}
        />
      ) : null}
      <Speaker
        key={`${speaker.id} ${ready}`}
        id={`${data.id}-${speaker.id}`}
        speaker={speaker}
        chosen={chosen.get(speaker.id)}
        text={texts[speaker.id] ?? ''}
        earlier={ticks.get(speaker.id)}
        ready={ready}
        heading={heading}
        words={words}
        onChoose={(option) => {
          const response: Reply = { speaker: speaker.id, option }
          const success = speaker.options.some(({ id, right }) => id === option && right)
          record({ verb: 'answered', object, contentHash, result: { response, success } })
        }}
        onText={(text) => {
          kept.save({ ...texts, [speaker.id]: text })
          setNews('')
        }}
        onCompare={(meant) => {
          const response: Compared = { speaker: speaker.id, ticks: meant }
          const all = speakers.every(({ id }) => id === speaker.id || ticks.has(id))
          record({ verb: 'answered', object, contentHash, result: { response, completion: all } })
        }}
        onNext={at < speakers.length - 1 ? () => go(at + 1) : undefined}
      />
      <p className={styles['news']} role="status">
        {news || (ready && speakers.length > 1 && first === -1 ? words('all') : '')}
      </p>
      {ready && anyFilled(texts) ? (
        <div className={privacy['actions']}>
          <Erase
            label={words('erase')}
            question={words('erase-question')}
            yes={words('erase-yes')}
            no={words('erase-no')}
            onErase={() => {
              kept.erase()
              setNews(words('erased'))
              go(at)
            }}
          />
        </div>
      ) : null}
    </Box>
  )
}
