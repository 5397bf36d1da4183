import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import { startDrag } from '#components/activity/matrix/drag.ts'
import { isLetter, type Letter, letters, type Task } from '#lib/toolkit/caut-log.ts'
import type { Part } from '#lib/toolkit/caut-share.ts'
import shared from './caut-log.module.css'
import { letterOf } from './letter-key.ts'
import styles from './matrix-view.module.css'
import type { Words } from './words.ts'

/** So many tasks of a quadrant stand there at first; the rest is one press away, and on paper. */
const most = 12

/**
 * The tasks of a week on the plane of importance and urgency. A task is pressed and then its new quadrant, or dragged with a mouse (a
 * finger scrolls), or moved by the letter of a quadrant while it has the focus.
 */
export function MatrixView({
  tasks,
  parts,
  words,
  onMove,
}: {
  tasks: readonly Task[]
  parts: readonly Part[]
  words: Words
  onMove(task: Task, letter: Letter): void
}) {
  const id = useId()
  const [picked, pick] = useState<string | null>(null)
  const [moved, setMoved] = useState<string | null>(null)
  const [opened, setOpened] = useState<readonly Letter[]>([])
  const plane = useRef<HTMLDivElement>(null)
  const follow = useRef(false)

  // it is another element in another quadrant now: the focus goes with it
  useEffect(() => {
    if (!follow.current || moved === null) return
    follow.current = false
    plane.current?.querySelector<HTMLElement>(`[data-task="${CSS.escape(moved)}"]`)?.focus()
  })

  function move(task: Task | undefined, letter: string) {
    if (!task || !isLetter(letter)) return
    pick(null)
    if (task.letter === letter) return
    follow.current = true
    setMoved(task.id)
    onMove(task, letter)
  }
  const drag = (event: PointerEvent<HTMLElement>, task: Task) => {
    if (event.pointerType !== 'touch') startDrag(event, (zone) => move(task, zone))
  }
  const press = (event: KeyboardEvent, task: Task) => {
    const letter = letterOf(event)
    if (event.key === 'Escape') pick(null)
    if (!letter) return
    event.preventDefault()
    move(task, letter)
  }

  return (
    <div>
      <p id={`${id}-how`} className={styles['how']}>
        {words('matrix-how')}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields */}
      <div className={styles['plane']} ref={plane} role="group" aria-label={words('matrix')} aria-describedby={`${id}-how`}>
        {(['urgent', 'not-urgent', 'important', 'not-important'] as const).map((axis) => (
          <span key={axis} className={shared['axis']} data-axis={axis} aria-hidden="true">
            {words(axis)}
          </span>
        ))}
        {letters.map((letter) => {
          const own = tasks.filter((task) => task.letter === letter)
          const part = parts.find((one) => one.letter === letter)
          const all = opened.includes(letter)
          const hidden = own.filter((task, index) => index >= most && task.id !== moved && task.id !== picked)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: those buttons take keys
            <section
              key={letter}
              className={styles['zone']}
              data-zone={letter}
              data-target={picked !== null || undefined}
              aria-labelledby={`${id}-${letter}`}
              onClick={({ target }) => {
                if (!(target as Element).closest('button'))
                  move(
                    tasks.find((task) => task.id === picked),
                    letter,
                  )
              }}
            >
              <h3 id={`${id}-${letter}`}>
                <b>{letter}</b>
                <span>{words(`verb-${letter}`)}</span>
                <small>{words(`label-${letter}`)}</small>
              </h3>
              <p className={styles['zoneShare']}>
                {words('share', { count: part?.share ?? 0 })} · {words('tasks', { count: own.length })}
              </p>
              {own.length === 0 ? null : (
                <ul>
                  {own.map((task) => (
                    <li key={task.id} data-beyond={(!all && hidden.includes(task)) || undefined}>
                      <button
                        type="button"
                        className={styles['chip']}
                        data-task={task.id}
                        data-moved={task.from ? '' : undefined}
                        aria-expanded={picked === task.id}
                        onPointerDown={(event) => drag(event, task)}
                        onKeyDown={(event) => press(event, task)}
                        onClick={() => pick(picked === task.id ? null : task.id)}
                      >
                        <span>{task.text}</span>
                        {task.from || task.minutes ? (
                          <small>
                            {[task.from && words('from', { letter: task.from }), task.minutes && words.time(task.minutes)]
                              .filter(Boolean)
                              .join(' · ')}
                          </small>
                        ) : null}
                      </button>
                      {picked === task.id ? (
                        // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields
                        <div className={styles['moveTo']} role="group" aria-label={words('move-to', { task: task.text })}>
                          {letters
                            .filter((one) => one !== letter)
                            .map((one) => (
                              <button
                                key={one}
                                type="button"
                                aria-label={words('move', { letter: one, verb: words(`verb-${one}`) })}
                                onKeyDown={(event) => press(event, task)}
                                onClick={() => move(task, one)}
                              >
                                {one}
                              </button>
                            ))}
                        </div>
                      ) : null}
                    </li>
                  ))}
                </ul>
              )}
              {hidden.length > 0 ? (
                <button
                  type="button"
                  className={styles['more']}
                  aria-expanded={all}
                  onClick={() => setOpened(all ? opened.filter((one) => one !== letter) : [...opened, letter])}
                >
                  {all ? words('fewer') : words('more', { count: hidden.length })}
                </button>
              ) : null}
            </section>
          )
        })}
      </div>
    </div>
  )
}
