'use client'

import { useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { FitMark } from '#components/activity/parts/fit-mark.tsx'
import { useFocusOn } from '#components/activity/parts/use-focus-on.ts'
import { newId, record } from '#components/device/record.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import { beginClimb, type Climb, latestClimb, nextRung, type RungResponse, step } from '#lib/activity/ladder.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import styles from './ladder.module.css'
import { Foot, LadderFrame, Person } from './ladder-frame.tsx'
import { NextRung } from './next-rung.tsx'
import { OwnLadder } from './own-ladder.tsx'

/** A ladder from a cell up to a person. What holds becomes a rung; what does not is explained and can be left for another. */
export default function Ladder({ data, object, contentHash, module, messages, locale }: ActivityProps<ActivityOf<'ladder'>>) {
  const statements = useStatements(object)
  const [fresh, setFresh] = useState<Climb | null>(null)
  const [moved, setMoved] = useState(0)
  const panel = useFocusOn<HTMLDivElement>(moved || null)
  const t = (key: string, values = {}) => say(messages, `ladder-${key}`, values, locale)

  const kept = statements && latestClimb(data, statements)
  const climb = (fresh && kept?.attempt !== fresh.attempt ? fresh : kept) ?? beginClimb('')
  const rung = nextRung(data, climb)
  const last = climb.climbed.at(-1)
  const reached = statements?.some(({ result }) => result?.completion === true) ?? false

  function choose(option: string) {
    if (!rung) return
    const response: RungResponse = { rung: rung.id, option }
    const after = step(data, climb, response)
    const held = after.climbed.length > climb.climbed.length
    record({
      verb: 'answered',
      object,
      contentHash,
      attempt: climb.attempt || newId(),
      result: { response, success: held, ...(nextRung(data, after) ? {} : { completion: true }) },
    })
    if (held) setMoved(moved + 1)
  }

  return (
    <Box id={`activity-${data.id}`} kicker={t('kicker')} title={data.title} lead={data.lead}>
      <div className={styles['panel']} ref={panel} tabIndex={-1}>
        {moved > 0 && last ? (
          <div className={styles['held']}>
            <FitMark fit="good" word={t('holds')} />
            <p>{last.option.feedback}</p>
          </div>
        ) : null}
        {rung ? (
          <NextRung
            key={`${rung.id} ${statements === null}`}
            rung={rung}
            place={climb.climbed.length}
            total={data.rungs.length}
            question={data.question}
            slipped={climb.slipped}
            ready={statements !== null}
            choose={choose}
            t={t}
          />
        ) : (
          <div className={styles['top']}>
            <Person />
            <p>{data.top}</p>
          </div>
        )}
      </div>
      <LadderFrame label={t('drawing', { count: climb.climbed.length })} topped={!rung}>
        <Foot>{data.start}</Foot>
        {climb.climbed.map((one) => (
          <li key={one.rung.id} className={styles['rung']}>
            {one.option.text}
          </li>
        ))}
      </LadderFrame>
      {rung ? null : (
        <Button
          look="quiet"
          onClick={() => {
            setFresh(beginClimb(newId()))
            setMoved(moved + 1)
          }}
        >
          {t('again')}
        </Button>
      )}
      <OwnLadder data={data} object={object} module={module} open={reached} t={t} />
    </Box>
  )
}
