'use client'

import { useState } from 'react'
import { useSettled } from '#components/activity/choice/use-settled.ts'
import type { ActivityProps } from '#components/activity/island.tsx'
import { Paragraphs } from '#components/activity/parts/paragraphs.tsx'
import { StepCount } from '#components/activity/parts/step-count.tsx'
import { useFocusOn } from '#components/activity/parts/use-focus-on.ts'
import { record } from '#components/device/record.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import {
  type Combination,
  type CombineResponse,
  isComplete,
  outcomeOf,
  type Situation,
  sameChoice,
  triedIn,
} from '#lib/activity/combine.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import styles from './combine.module.css'
import { CombineBlocks } from './combine-blocks.tsx'
import { CombineDials } from './combine-dials.tsx'
import { CombineEnd } from './combine-end.tsx'
import { Reaction, Tried } from './reaction.tsx'

/**
 * Parts to combine, and the answer the combination gets. Dials are heard as soon as they stand; a message of blocks is heard
 * when it is sent. Everything tried stays in the list, so that one can compare.
 */
export default function Combine({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'combine'>>) {
  const statements = useStatements(object)
  /** place of the situation on the screen; as many as there are situations: the end. Null: where one left off */
  const [at, setAt] = useState<number | null>(null)
  /** what is set in this page and not sent, by situation */
  const [set, change] = useState<Readonly<Record<string, Combination>>>({})
  const [moved, setMoved] = useState(0)
  const screen = useFocusOn<HTMLDivElement>(moved || null)
  const t = (key: string, values = {}) => say(messages, `combine-${key}`, values, locale)

  const all = triedIn(data, statements ?? [])
  const triedOf = (id: string) => all.get(id)?.tried ?? []
  const untried = data.situations.findIndex(({ id }) => triedOf(id).length === 0)
  const count = data.situations.length
  const several = count > 1
  const place = at ?? (untried === -1 ? (several ? count : 0) : untried)
  const situation = data.situations[place]
  const kept = situation && all.get(situation.id)
  const choice = (situation && set[situation.id]) ?? kept?.latest ?? {}
  const sent = kept?.tried.find((one) => situation && sameChoice(situation, one.choice, choice))
  const live = data.look === 'dials'
  const outcome = situation && (live ? outcomeOf(situation, choice) : (sent?.outcome ?? null))

  function keep({ situation, choice }: { situation: Situation; choice: Combination }) {
    const result = outcomeOf(situation, choice)
    if (!result || triedOf(situation.id).some((one) => sameChoice(situation, one.choice, choice))) return
    const response: CombineResponse = { situation: situation.id, choice: { ...choice } }
    const done = untried !== -1 && data.situations.every(({ id }) => id === situation.id || triedOf(id).length > 0)
    record({
      verb: 'answered',
      object,
      contentHash,
      result: { response, success: result.fit === 'good', ...(done ? { completion: true } : {}) },
    })
  }
  const settled = useSettled(keep)

  function pick(part: string, option: string, byKey: boolean) {
    if (!situation) return
    const next = { ...choice, [part]: option }
    setAt(place)
    change({ ...set, [situation.id]: next })
    if (live && isComplete(situation, next)) settled[byKey ? 'say' : 'now']({ situation, choice: next })
  }
  function go(to: number) {
    setAt(to)
    setMoved(moved + 1)
  }

  return (
    <Box id={`activity-${data.id}`} kicker={t(`kicker-${data.look}`)} title={data.title} lead={data.lead}>
      <div className={styles['screen']} ref={screen} tabIndex={-1}>
        {situation ? (
          <>
            {several ? <StepCount place={place} total={count} label={t('place', { place: place + 1, total: count })} /> : null}
            <h4 className={styles['title']}>{situation.title}</h4>
            <div className={styles['situation']}>
              <Paragraphs text={situation.text} />
            </div>
            {live ? (
              <CombineDials situation={situation} name={object} choice={choice} ready={statements !== null} pick={pick} />
            ) : (
              <CombineBlocks
                situation={situation}
                name={object}
                choice={choice}
                ready={statements !== null}
                sent={sent !== undefined}
                pick={pick}
                send={() => keep({ situation, choice })}
                t={t}
              />
            )}
            <Reaction outcome={outcome ?? null} hint={t(`hint-${data.look}`, { count: situation.parts.length })} t={t} />
            <Tried situation={situation} tried={kept?.tried ?? []} t={t} />
            {several ? (
              <div className={styles['actions']}>
                {kept && kept.tried.length > 0 ? (
                  <Button look={outcome?.fit === 'good' ? 'primary' : 'plain'} onClick={() => go(place + 1)}>
                    {t(place + 1 < count ? 'next' : 'to-end')}
                  </Button>
                ) : null}
                {place > 0 ? (
                  <Button look="quiet" onClick={() => go(place - 1)}>
                    {t('back')}
                  </Button>
                ) : null}
              </div>
            ) : null}
          </>
        ) : (
          <CombineEnd data={data} triedOf={triedOf} go={go} t={t} />
        )}
      </div>
    </Box>
  )
}
