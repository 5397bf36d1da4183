'use client'

import { useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { useFocusOn } from '#components/activity/parts/use-focus-on.ts'
import privacy from '#components/activity/private/private.module.css'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import { newId, record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
import { agreeing, allPlaced, type Letter, latestPlaces, type PlaceResponse } from '#lib/activity/matrix.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import { startDrag } from './drag.ts'
import styles from './matrix.module.css'
import { MatrixCompare } from './matrix-compare.tsx'
import { Plane } from './plane.tsx'

/** The learner's reasons, task to words, and the round whose comparison they have opened. */
type Kept = { reasons?: Record<string, string>; compared?: string }

/** Tasks on the importance and urgency plane, one after the other, each with a reason; then two experts who disagree. */
export default function Matrix({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'matrix'>>) {
  const statements = useStatements(object)
  const kept = usePrivate<Kept>(object, {})
  /** begun in this page, not yet in a statement */
  const [fresh, setFresh] = useState<string | null>(null)
  const [picked, pick] = useState<string | null>(null)
  const [moves, setMoves] = useState(0)
  const [news, setNews] = useState('')
  const focus = useFocusOn<HTMLHeadingElement>(moves || null)

  const ready = statements !== null && kept.value !== null
  const latest = latestPlaces(data, statements ?? [])
  const round = fresh && fresh !== latest.attempt ? { attempt: fresh, places: new Map<string, Letter>() } : latest
  const reasons = kept.value?.reasons ?? {}
  const complete = allPlaced(data, round.places)
  const comparing = ready && complete && kept.value?.compared === round.attempt
  const open = data.tasks.filter(({ id }) => !round.places.has(id))
  const task = data.tasks.find(({ id }) => id === picked) ?? open[0] ?? data.tasks[0]
  const number = task ? data.tasks.indexOf(task) + 1 : 0
  const words = (key: string, values = {}) => say(messages, `matrix-${key}`, values, locale)
  const [first, second] = data.experts.map(({ name }) => name)
  const id = `activity-${data.id}`

  function go(step: () => void) {
    step()
    setNews('')
    setMoves(moves + 1)
  }

  function put(taskId: string, letter: string) {
    const moved = data.tasks.find((one) => one.id === taskId)
    const quadrant = data.quadrants.find((one) => one.id === letter)
    if (!ready || !moved || !quadrant) return
    pick(taskId)
    setNews(words('put', { number: data.tasks.indexOf(moved) + 1, letter, label: quadrant.label }))
    if (round.places.get(taskId) === quadrant.id) return
    const response: PlaceResponse = { task: taskId, place: quadrant.id }
    const last = !complete && open.every((one) => one.id === taskId)
    record({
      verb: 'answered',
      object,
      contentHash,
      attempt: round.attempt ?? newId(),
      result: { response, success: agreeing(data, moved, quadrant.id).length > 0, ...(last ? { completion: true } : {}) },
    })
  }

  if (!task) return null
  return (
    <Box id={id} kicker={words('kicker')} title={data.title} lead={data.lead}>
      {comparing ? (
        <MatrixCompare
          data={data}
          places={round.places}
          reasons={reasons}
          words={words}
          heading={focus}
          onChange={() => go(() => kept.save({ reasons }))}
          onAgain={() =>
            go(() => {
              kept.save({ reasons })
              setFresh(newId())
              pick(null)
            })
          }
        />
      ) : (
        <>
          <p className={styles['goal']}>
            <b>{words('goal')}</b> {data.goal}
          </p>
          <div className={styles['layout']}>
            <div className={styles['card']}>
              <p className={styles['count']}>{words('count', { place: number, total: data.tasks.length })}</p>
              <div className={styles['task']}>
                <span
                  className={styles['coin']}
                  aria-hidden="true"
                  onPointerDown={ready ? (event) => startDrag(event, (zone) => put(task.id, zone)) : undefined}
                >
                  {number}
                </span>
                <h4 ref={focus} tabIndex={-1}>
                  {task.text}
                </h4>
              </div>
            </div>
            <Plane
              data={data}
              places={round.places}
              task={task}
              number={number}
              disabled={!ready}
              words={words}
              onPut={put}
              onPick={(next) => go(() => pick(next))}
            />
            <div className={styles['reason']}>
              <p className={styles['hint']}>{words('how')}</p>
              <p className="visually-hidden" role="status">
                {news}
              </p>
              <div className={privacy['field']}>
                <label htmlFor={`${id}-reason`}>{words('reason')}</label>
                <input
                  key={task.id}
                  id={`${id}-reason`}
                  className={privacy['input']}
                  maxLength={120}
                  autoComplete="off"
                  disabled={!ready}
                  value={reasons[task.id] ?? ''}
                  onChange={(event) => kept.save({ ...kept.value, reasons: { ...reasons, [task.id]: event.target.value } })}
                />
              </div>
              <PrivateNote>{words('reason-private')}</PrivateNote>
              <div className={styles['actions']}>
                {complete ? (
                  <Button look="primary" onClick={() => go(() => kept.save({ reasons, compared: round.attempt ?? '' }))}>
                    {words('compare', { first: first ?? '', second: second ?? '' })}
                  </Button>
                ) : (
                  <>
                    <Button
                      look="primary"
                      disabled={!ready || !round.places.has(task.id)}
                      onClick={() => go(() => pick(open[0]?.id ?? null))}
                    >
                      {words('next')}
                    </Button>
                    <span className={styles['still']}>{words('still', { count: open.length })}</span>
                  </>
                )}
              </div>
              <details className={styles['all']}>
                <summary className={fold['summary']}>{words('list')}</summary>
                <ol>
                  {data.tasks.map((one) => (
                    <li key={one.id}>
                      <button type="button" aria-current={one === task} disabled={!ready} onClick={() => go(() => pick(one.id))}>
                        <span>{one.text}</span>
                        <b>{round.places.get(one.id) ?? words('no-place')}</b>
                      </button>
                    </li>
                  ))}
                </ol>
              </details>
            </div>
          </div>
        </>
      )}
    </Box>
  )
}
