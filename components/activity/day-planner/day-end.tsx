import type { Ref } from 'react'
import { FitMark } from '#components/activity/parts/fit-mark.tsx'
import { Button } from '#components/ui/button.tsx'
import { choicesOf, type Day, type DayReading, outcomeOf, type Plan, type Planner, readDay, results } from '#lib/activity/day-planner.ts'
import styles from './day-planner.module.css'
import type { Words } from './task-list.tsx'

const fits = { done: 'good', lost: 'poor', left: 'open' } as const

/** What the day says, what became of each task, and the choices that were made. */
export function DayEnd({
  data,
  day,
  words,
  heading,
  reading,
  onAgain,
}: {
  data: Planner
  day: Day
  words: Words
  heading: Ref<HTMLHeadingElement>
  reading(found: DayReading): string
  onAgain(plan?: Plan): void
}) {
  const { done } = results(data, day)
  return (
    <div className={styles['end']}>
      <h4 ref={heading} tabIndex={-1}>
        {words('over')}
      </h4>
      <div className={styles['readings']}>
        {readDay(data, day).map((found) => (
          <p key={found.name}>{reading(found)}</p>
        ))}
      </div>
      <h5>{words('tasks')}</h5>
      <ul className={styles['outcomes']}>
        {data.tasks.map((task) => {
          const yes = done.includes(task)
          return (
            <li key={task.id}>
              <i aria-hidden="true">{task.quadrant}</i>
              <div>
                <b>{task.text}</b>
                <FitMark fit={fits[outcomeOf(task, yes)]} word={words(yes ? 'done' : 'missed')} />
                <p>{yes ? task.done : task.missed}</p>
              </div>
            </li>
          )
        })}
      </ul>
      <h5>{words('choices')}</h5>
      <ol className={styles['made']}>
        {choicesOf(data, day).map(({ surprise, option }) => (
          <li key={surprise.id}>
            <b>{`${surprise.at} ${surprise.text}`}</b>
            <p>{option.text}</p>
            <p>{option.feedback}</p>
          </li>
        ))}
      </ol>
      <div className={styles['actions']}>
        <Button look="primary" onClick={() => onAgain(day.plans[0])}>
          {words('again-plan')}
        </Button>
        <Button onClick={() => onAgain()}>{words('again')}</Button>
      </div>
    </div>
  )
}
