'use client'

import { type MouseEvent, useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { StepCount } from '#components/activity/parts/step-count.tsx'
import { useFocusOn } from '#components/activity/parts/use-focus-on.ts'
import { newId, record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import { latestTalk, type TalkResponse } from '#lib/activity/once-only.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import styles from './once-only.module.css'
import { Recollection } from './recollection.tsx'
import { WholeTalk } from './whole-talk.tsx'

/** What the learner wrote down in the round of `attempt`, and what they have ticked so far. Kept on the device only. */
export type Notes = { attempt: string; text: string; written: boolean; ticked: string[] }

/**
 * A talk in paragraphs, each gone when the next one comes. How far it went is recorded at each step, so that a reload does not
 * give a paragraph back. Then what is remembered, what of it was in the talk, and the talk with what went by.
 */
export default function OnceOnly({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'once-only'>>) {
  const statements = useStatements(object)
  const kept = usePrivate<Notes | null>(object, null)
  const round = statements && latestTalk(data, statements)
  const blank: Notes = { attempt: round?.attempt ?? '', text: '', written: false, ticked: [] }
  const notes = kept.value && kept.value.attempt === round?.attempt ? kept.value : blank
  const over = round !== null && round.at >= data.talk.length
  const step = round === null ? 'before' : !over ? `talk ${round.at}` : round.had ? 'end' : notes.written ? 'tick' : 'recall'
  const [moved, setMoved] = useState(0)
  const screen = useFocusOn<HTMLDivElement>(moved || null)
  const words = (key: string, values = {}) => say(messages, `once-only-${key}`, values, locale)

  function go(attempt: string, response: TalkResponse) {
    setMoved(moved + 1)
    record({ verb: 'answered', object, contentHash, attempt, result: { response, ...(response.points ? { completion: true } : {}) } })
  }
  // the second click of a double click would take away a paragraph nobody has read
  const onceEach = (step: () => void) => (event: MouseEvent) => {
    if (event.detail < 2) step()
  }

  return (
    <Box id={`activity-${data.id}`} kicker={words('kicker')} title={data.title} lead={data.lead}>
      <div className={styles['screen']} ref={screen} tabIndex={-1} key={step}>
        {round === null ? (
          <>
            <p>{words('ready', { speaker: data.speaker, count: data.talk.length })}</p>
            <Button look="primary" disabled={statements === null} onClick={onceEach(() => go(newId(), { paragraph: 0 }))}>
              {words('begin')}
            </Button>
          </>
        ) : !over ? (
          <>
            <StepCount place={round.at} total={data.talk.length} label={words('place', { place: round.at + 1, total: data.talk.length })} />
            <figure className={styles['said']}>
              <figcaption>{data.speaker}</figcaption>
              <blockquote>{data.talk[round.at]}</blockquote>
            </figure>
            <Button look="primary" onClick={onceEach(() => go(round.attempt, { paragraph: round.at + 1 }))}>
              {words(round.at + 1 < data.talk.length ? 'next' : 'last')}
            </Button>
          </>
        ) : round.had ? (
          <WholeTalk data={data} had={round.had} notes={notes.text} words={words} again={() => go(newId(), { paragraph: 0 })} />
        ) : (
          <Recollection
            data={data}
            notes={notes}
            save={(next) => {
              if (next.written !== notes.written) setMoved(moved + 1)
              kept.save(next)
            }}
            done={() => go(round.attempt, { paragraph: data.talk.length, points: notes.ticked })}
            words={words}
          />
        )}
      </div>
    </Box>
  )
}
