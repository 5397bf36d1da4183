import { useEffect, useRef, useState } from 'react'
import type { Say } from '#components/quiz/text.ts'
import { isPermutation } from '#lib/quiz/id-list.ts'
import { moveOption } from '#lib/quiz/move-option.ts'
import styles from './interactions.module.css'

type Option = { id: string; text: string }

/**
 * A list to put in order, without dragging: arrows for one step, a list of places for any step. What moved keeps the focus,
 * and its new place is said.
 */
export function OrderList({
  options,
  value,
  onChange,
  labelledBy,
  help,
  ends,
  say,
}: {
  options: readonly Option[]
  value: unknown
  onChange(value: string[]): void
  labelledBy: string
  help: string
  /** words above the first and below the last line */
  ends?: { first: string; last: string }
  say: Say
}) {
  const ids = options.map((option) => option.id)
  const order = isPermutation(value, ids) ? value : ids
  const textOf = (id: string) => options.find((option) => option.id === id)?.text ?? ''
  const list = useRef<HTMLOListElement>(null)
  const [moved, setMoved] = useState<{ id: string; by: string } | null>(null)
  const count = order.length
  const places = order.map((_, index) => index + 1)

  // the browser drops the focus of what it takes from one place in the page to another
  useEffect(() => {
    if (moved) list.current?.querySelector<HTMLElement>(`[data-option="${moved.id}"] [data-by="${moved.by}"]`)?.focus()
  }, [moved])

  function move(id: string, to: number, by: string) {
    const from = order.indexOf(id)
    if (to < 0 || to >= count) return
    setMoved({ id, by })
    onChange(moveOption(order, from, to))
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: the stem above is its label; a fieldset would want a legend of its own
    <div role="group" aria-labelledby={labelledBy} aria-describedby={`${labelledBy}-help`}>
      <p className={styles['help']} id={`${labelledBy}-help`}>
        {help}
      </p>
      {ends ? <p className={styles['end']}>{ends.first}</p> : null}
      <ol className={styles['order']} ref={list}>
        {order.map((id, index) => (
          <li key={id} className={styles['line']} data-option={id}>
            <span className={styles['place']}>
              <select
                aria-label={say('place', { text: textOf(id) })}
                value={index + 1}
                data-by="place"
                onChange={(event) => move(id, Number(event.currentTarget.value) - 1, 'place')}
              >
                {places.map((place) => (
                  <option key={place} value={place}>
                    {place}
                  </option>
                ))}
              </select>
            </span>
            <span className={styles['words']}>{textOf(id)}</span>
            <span className={styles['arrows']}>
              <button
                type="button"
                data-by="up"
                aria-label={say('moveUp', { text: textOf(id) })}
                aria-disabled={index === 0 || undefined}
                onClick={() => move(id, index - 1, 'up')}
              >
                <Arrow up />
              </button>
              <button
                type="button"
                data-by="down"
                aria-label={say('moveDown', { text: textOf(id) })}
                aria-disabled={index === count - 1 || undefined}
                onClick={() => move(id, index + 1, 'down')}
              >
                <Arrow />
              </button>
            </span>
          </li>
        ))}
      </ol>
      {ends ? <p className={styles['end']}>{ends.last}</p> : null}
      <p role="status" className="visually-hidden">
        {moved ? say('moved', { text: textOf(moved.id), place: order.indexOf(moved.id) + 1, count }) : ''}
      </p>
    </div>
  )
}

function Arrow({ up = false }: { up?: boolean }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
      <path d={up ? 'M10 16V4.500M5 9.200l5-5 5 5' : 'M10 4v11.500M5 10.800l5 5 5-5'} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
