import fold from '#components/ui/fold.module.css'
import { movesOf, type Task } from '#lib/toolkit/caut-log.ts'
import { divide, type Measure, type Part } from '#lib/toolkit/caut-share.ts'
import shared from './caut-log.module.css'
import styles from './week-shares.module.css'
import type { Words } from './words.ts'

/** How the week divides over the quadrants, beside the week before; the same as a table; and what moved. */
export function WeekShares({
  tasks,
  before,
  measure,
  words,
}: {
  tasks: readonly Task[]
  before: readonly Task[]
  measure: Measure
  words: Words
}) {
  const parts = divide(tasks, measure)
  const earlier = before.length > 0 ? divide(before, measure) : null
  const minutes = tasks.reduce((sum, { minutes = 0 }) => sum + minutes, 0)
  const untimed = tasks.filter((task) => task.minutes === undefined).length
  const moved = tasks.filter(({ from }) => from)
  return (
    <section className={styles['shares']}>
      <h2>{words('shares')}</h2>
      <p className={styles['measure']}>
        {measure === 'minutes'
          ? words('by-minutes', { count: tasks.length, time: words.time(minutes) })
          : words('by-tasks', { count: tasks.length })}
        {measure === 'tasks' && minutes > 0 ? ` ${untimed > 0 ? words('some-untimed', { count: untimed }) : words('before-untimed')}` : ''}
        {tasks.length < 5 ? ` ${words('few')}` : ''}
        {earlier ? '' : ` ${words('before-none')}`}
      </p>
      {earlier ? (
        <p className={styles['legend']} aria-hidden="true">
          <svg viewBox="0 0 24 12" aria-hidden="true">
            <rect className={styles['bar']} y="1" width="24" height="10" />
          </svg>
          {words('this')}
          <svg viewBox="0 0 24 12" aria-hidden="true">
            <rect className={styles['barBefore']} x="1" y="3.5" width="22" height="5" />
          </svg>
          {words('before')}
        </p>
      ) : null}
      <ul className={styles['bars']}>
        {parts.map(({ letter, share }, index) => (
          <li key={letter}>
            <h3>
              <b>{letter}</b>
              <span>{words(`verb-${letter}`)}</span>
            </h3>
            <p className={styles['number']}>
              <b>{words('share', { count: share })}</b>
              {earlier ? <small>{beside(share, earlier[index], words)}</small> : null}
            </p>
            <Bar share={share} before={earlier?.[index]?.share} />
            <p className={styles['line']}>{words(`line-${letter}`)}</p>
          </li>
        ))}
      </ul>
      <details className={styles['asTable']}>
        <summary className={fold['summary']}>{words('as-table')}</summary>
        <table className={styles['table']}>
          <thead>
            <tr>
              {['quadrant', 'tasks', ...(minutes > 0 ? ['time'] : []), 'share', ...(earlier ? ['before'] : [])].map((column) => (
                <th key={column} scope="col">
                  {words(`column-${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parts.map(({ letter, tasks: count, minutes: time, share }, index) => (
              <tr key={letter}>
                <th scope="row">
                  {letter} <span>{words(`label-${letter}`)}</span>
                </th>
                <td>{count}</td>
                {minutes > 0 ? <td>{time > 0 ? words.time(time) : '–'}</td> : null}
                <td>{words('share', { count: share })}</td>
                {earlier ? <td>{words('share', { count: earlier[index]?.share ?? 0 })}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <h3 className={styles['movedHead']}>{words('what-moved')}</h3>
      {moved.length === 0 ? (
        <p className={styles['line']}>{words('none-moved')}</p>
      ) : (
        <dl className={styles['moved']}>
          {movesOf(moved).map(({ from, to, count }) => (
            <div key={from + to}>
              <dt>
                <b>
                  {from}
                  <svg className={shared['arrow']} viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M5 12h14M13 6l6 6-6 6" />
                  </svg>
                  {to}
                </b>
                <span className="visually-hidden">{words('moves-from', { from, letter: to })}, </span>
                <small>{words('tasks', { count })}</small>
              </dt>
              {moved
                .filter((task) => task.from === from && task.letter === to)
                .map((task) => (
                  <dd key={task.id}>{task.text}</dd>
                ))}
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

function beside(share: number, before: Part | undefined, words: Words): string {
  return before?.share === share ? words('before-same') : words('before-share', { count: before?.share ?? 0 })
}

/** Two lengths on one scale from 0 to 100: filled is this week, the thin outline is the week before. The numbers stand beside it. */
function Bar({ share, before }: { share: number; before: number | undefined }) {
  return (
    <svg className={styles['scale']} width="100%" height={before === undefined ? 18 : 30} aria-hidden="true">
      <line className={styles['track']} x1="0" x2="100%" y1="17.5" y2="17.5" />
      <rect className={styles['bar']} y="2" width={`${share}%`} height="16" />
      {before === undefined || before === 0 ? null : (
        <rect className={styles['barBefore']} x="0.75" y="22" width={`${before}%`} height="6" />
      )}
    </svg>
  )
}
