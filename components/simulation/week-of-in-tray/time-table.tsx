import parts from '#components/simulation/parts/parts.module.css'
import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import type { Summary } from '#lib/simulation/week-of-in-tray/run.ts'
import { quadrants } from '#lib/simulation/week-of-in-tray/tasks.ts'
import { daysInRun, hoursInDay } from '#lib/simulation/week-of-in-tray/world.ts'
import { hoursText } from './describe.ts'
import styles from './time-table.module.css'

const all = daysInRun * hoursInDay

/**
 * The share of time in A to D and free, for one week or for two: a table whose cells are also bars on one scale. In A,
 * the hatched end of the bar is the time for tasks that had come in as a B.
 */
export function TimeTable({ words, weeks }: { words: Words; weeks: readonly { name: string; summary: Summary }[] }) {
  const { messages, locale } = words
  const t = (key: string, values = {}) => say(messages, key, values, locale)
  const share = (hours: number) => (hours / all).toLocaleString(locale, { style: 'percent' })
  const most = Math.max(...weeks.flatMap(({ summary }) => [...Object.values(summary.time), summary.free]), 1)
  return (
    <table className={`${parts['table']} ${styles['table']}`} data-weeks={weeks.length}>
      <caption>{t('time_title', { hours: hoursText(words, all) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('time_place')}</th>
          {weeks.map(({ name }) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...quadrants, 'free' as const].map((row) => (
          <tr key={row}>
            <th scope="row">
              {row === 'free' ? (
                t('time_free')
              ) : (
                <>
                  <b>{row}</b> <span>{t(`quadrant_${row}`)}</span>
                </>
              )}
            </th>
            {weeks.map(({ name, summary }, week) => {
              const hours = row === 'free' ? summary.free : summary.time[row]
              const late = row === 'A' ? summary.late : 0
              return (
                <td key={name}>
                  {hours > 0 ? (
                    <span
                      className={styles['bar']}
                      data-week={week}
                      data-free={row === 'free'}
                      style={{ inlineSize: `${(hours / most) * 100}%` }}
                    >
                      {late > 0 ? <i style={{ inlineSize: `${(late / hours) * 100}%` }} /> : null}
                    </span>
                  ) : null}
                  <span className={styles['hours']}>{t('time_cell', { count: hours, share: share(hours) })}</span>
                  {late > 0 ? <span className={styles['late']}>{t('time_late', { count: late })}</span> : null}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
