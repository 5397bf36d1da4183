import type { Letter, Matrix, Task } from '#lib/activity/matrix.ts'
import { startDrag } from './drag.ts'
import styles from './matrix.module.css'

export type Words = (key: string, values?: Record<string, string | number>) => string

/**
 * The four quadrants between their two axes. The head of each is a button that moves the task in hand there; a tap anywhere in it
 * does the same. The numbers are the tasks: press one to take it in hand again, or drag it.
 */
export function Plane({
  data,
  places,
  task,
  number,
  disabled,
  words,
  onPut,
  onPick,
}: {
  data: Matrix
  places: ReadonlyMap<string, Letter>
  task: Task
  number: number
  disabled: boolean
  words: Words
  onPut(task: string, letter: string): void
  onPick(task: string): void
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields
    <div className={styles['plane']} role="group" aria-label={words('plane')}>
      {(['urgent', 'not-urgent', 'important', 'not-important'] as const).map((axis) => (
        <span key={axis} className={styles['axis']} data-axis={axis} aria-hidden="true">
          {words(axis)}
        </span>
      ))}
      {data.quadrants.map(({ id, label, verb }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the button in it
        // biome-ignore lint/a11y/useKeyWithClickEvents: the button in it takes keys
        <div
          key={id}
          className={styles['zone']}
          data-zone={id}
          data-here={places.get(task.id) === id || undefined}
          onClick={(event) => {
            if (!disabled && !(event.target as Element).closest('button')) onPut(task.id, id)
          }}
        >
          <button
            type="button"
            className={styles['move']}
            aria-pressed={places.get(task.id) === id}
            disabled={disabled}
            onClick={() => onPut(task.id, id)}
          >
            <b>{id}</b>
            <span>{verb}</span>
            <small>{label}</small>
            <span className="visually-hidden">{words('move', { number })}</span>
          </button>
          <span className={styles['tokens']}>
            {data.tasks.map((one, index) =>
              places.get(one.id) === id ? (
                <button
                  key={one.id}
                  type="button"
                  className={styles['coin']}
                  aria-label={words('token', { number: index + 1, text: one.text })}
                  aria-current={one === task}
                  onPointerDown={(event) => startDrag(event, (zone) => onPut(one.id, zone))}
                  onClick={() => onPick(one.id)}
                >
                  {index + 1}
                </button>
              ) : null,
            )}
          </span>
        </div>
      ))}
    </div>
  )
}
