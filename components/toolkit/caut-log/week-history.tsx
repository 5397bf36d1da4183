import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { type Task, tasksOf } from '#lib/toolkit/caut-log.ts'
import { divide, measureFor } from '#lib/toolkit/caut-share.ts'
import styles from './week-shares.module.css'
import type { Words } from './words.ts'

const most = 8

/** Every week with a task, each by its own measure, which is named. */
export function WeekHistory({
  tasks,
  weeks,
  week,
  words,
  onGo,
}: {
  tasks: readonly Task[]
  weeks: readonly string[]
  week: string
  words: Words
  onGo(week: string): void
}) {
  const [all, setAll] = useState(false)
  return (
    <section className={styles['history']}>
      <h2>{words('all-weeks')}</h2>
      <p className={styles['measure']}>{words('all-weeks-lead')}</p>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{words('column-week')}</th>
            {(['A', 'B', 'C', 'D'] as const).map((letter) => (
              <th key={letter} scope="col">
                {letter}
                <span className="visually-hidden">, {words(`label-${letter}`)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.slice(0, all ? weeks.length : most).map((one) => {
            const own = tasksOf(tasks, one)
            const measure = measureFor(own)
            return (
              <tr key={one} aria-current={one === week || undefined}>
                <th scope="row">
                  <button type="button" aria-current={one === week || undefined} onClick={() => onGo(one)}>
                    {words.briefWeek(one)}
                    <small>{words(`week-${measure}`, { tasks: words('tasks', { count: own.length }) })}</small>
                  </button>
                </th>
                {divide(own, measure).map(({ letter, share }) => (
                  <td key={letter}>{share}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {weeks.length > most && !all ? (
        <Button look="quiet" onClick={() => setAll(true)}>
          {words('older', { count: weeks.length - most })}
        </Button>
      ) : null}
    </section>
  )
}
