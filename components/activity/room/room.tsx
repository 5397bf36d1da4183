'use client'

import { useEffect, useRef, useState } from 'react'
import { record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import { begin, hasMet, isOver, type Met, pathFrom, pathOf, replay, talk } from '#lib/activity/room.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './room.module.css'
import { RoomEnd } from './room-end.tsx'
import { RoomPlan } from './room-plan.tsx'

/** The round in hand, kept so that a reload goes on in the middle of it. Null: no round yet, or the last one is over. */
type Round = { path: { person: string; opening: string }[] } | null

/**
 * A few minutes in a room: choose whom to approach, choose the first sentence, hear what comes back. No clock runs; minutes
 * go down by talking only. The path is recorded once, when the time is up.
 */
export default function Room({
  data,
  object,
  contentHash,
  messages,
  locale,
}: {
  data: ActivityOf<'room'>
  object: string
  contentHash: string
  module: string
  messages: Messages
  locale: string
}) {
  const round = usePrivate<Round>(object, null)
  const statements = useStatements(object)
  const [chosen, choose] = useState<string | null>(null)
  const [heard, setHeard] = useState<Met | null>(null)
  const stage = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)

  // both come from the same log, so that a round that is null is a round not begun
  const ready = statements !== null
  const last = statements?.filter(({ verb }) => verb === 'answered').at(-1)?.result?.response
  const finished = round.value === null && last !== undefined
  const path = finished ? pathFrom((last as { path?: unknown }).path) : pathFrom(round.value?.path)
  const state = ready ? replay(data, path) : begin(data)
  const over = heard === null && (finished || isOver(data, state))
  const person = data.people.find(({ id }) => id === chosen)
  const words = (key: string, values = {}) => say(messages, `room-${key}`, values, locale)

  const screen = over ? 'end' : heard ? `heard ${heard.person.id}` : person ? `open ${person.id}` : 'choose'
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when another screen is shown, and only then
  useEffect(() => {
    if (moved.current) stage.current?.focus()
  }, [screen])

  function go(step: () => void) {
    moved.current = true
    step()
  }

  function begins(opening: string) {
    if (!person) return
    const next = talk(data, state, { person: person.id, opening })
    const met = next.met.at(-1)
    if (next === state || !met) return
    go(() => {
      round.save({ path: pathOf(next) })
      setHeard(met)
      choose(null)
      if (isOver(data, next)) {
        record({ verb: 'answered', object, contentHash, result: { response: { path: pathOf(next) }, completion: true } })
      }
    })
  }

  function again() {
    go(() => {
      round.save({ path: [] })
      setHeard(null)
      choose(null)
    })
  }

  return (
    <Box id={`activity-${data.id}`} kicker={words('kicker')} title={data.title} lead={data.lead}>
      <p className={styles['need']}>
        <b>{words('need')}</b> {data.need}
      </p>
      <div className={styles['layout']}>
        <div className={styles['plan']}>
          <Minutes left={state.left} of={data.minutes} text={state.left === 0 ? words('over') : words('left', { count: state.left })} />
          <RoomPlan
            people={data.people}
            state={state}
            chosen={chosen ?? heard?.person.id ?? null}
            you={words('you')}
            onPick={(id) => (over || heard ? undefined : go(() => choose(id)))}
          />
        </div>
        <div className={styles['stage']}>
          {over ? (
            <RoomEnd data={data} state={state} words={words} heading={stage} onAgain={again} />
          ) : heard ? (
            <div className={styles['talk']}>
              <h4 ref={stage} tabIndex={-1}>
                {heard.person.who}
              </h4>
              <p className={styles['mine']}>
                <span className="visually-hidden">{`${words('said')}: `}</span>
                {heard.opening.text}
              </p>
              <p className={styles['reply']}>{heard.opening.reply}</p>
              <p>{heard.opening.feedback}</p>
              {heard.opening.learnt ? (
                <p className={styles['learnt']}>
                  <b>{words('learnt')}</b> {heard.opening.learnt}
                </p>
              ) : null}
              <Button look="primary" onClick={() => go(() => setHeard(null))}>
                {words(isOver(data, state) ? 'to-end' : 'on')}
              </Button>
            </div>
          ) : person ? (
            <div className={styles['talk']}>
              <h4 ref={stage} tabIndex={-1}>
                {person.who}
              </h4>
              <p>{words('open')}</p>
              <ul className={styles['choices']}>
                {person.openings.map((opening) => {
                  const fits = opening.minutes <= state.left
                  const cost = words('takes', { count: opening.minutes })
                  return (
                    <li key={opening.id}>
                      <button type="button" className={styles['choice']} disabled={!fits} onClick={() => begins(opening.id)}>
                        <span>{opening.text}</span>
                        <small>{fits ? cost : words('too-long', { cost })}</small>
                      </button>
                    </li>
                  )
                })}
              </ul>
              <Button look="quiet" onClick={() => go(() => choose(null))}>
                {words('others')}
              </Button>
            </div>
          ) : (
            <div className={styles['talk']}>
              <h4 ref={stage} tabIndex={-1}>
                {words('choose')}
              </h4>
              <ol className={styles['choices']}>
                {data.people.map((one, index) => {
                  const met = hasMet(state, one)
                  return (
                    <li key={one.id}>
                      <button type="button" className={styles['choice']} disabled={!ready || met} onClick={() => go(() => choose(one.id))}>
                        <span>
                          <i aria-hidden="true">{index + 1}</i>
                          {one.who}
                        </span>
                        {met ? <small>{words('met')}</small> : null}
                      </button>
                    </li>
                  )
                })}
              </ol>
            </div>
          )}
        </div>
      </div>
    </Box>
  )
}

/** Counted blocks with a word, as all meters of the course: those used up are hatched. */
function Minutes({ left, of, text }: { left: number; of: number; text: string }) {
  return (
    <div className={styles['minutes']}>
      <span className={styles['blocks']} aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks are counted, they have no other identity
          <i key={index} data-left={index < left || undefined} />
        ))}
      </span>
      <span role="status">{text}</span>
    </div>
  )
}
