import { groupRows, type LogRow, placeDots } from '#lib/activity/log.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './log.module.css'

type Words = (key: string, values?: Record<string, string | number>) => string

/** The picture, a list for everybody: groups with the dots or blocks that belong to them. The numbers are those of the rows. */
export function LogPicture({ data, rows, words }: { data: ActivityOf<'log'>; rows: readonly LogRow[]; words: Words }) {
  const groups = groupRows(rows, data)
  const total = groups.reduce((sum, group) => sum + group.rows.length, 0)
  return (
    <figure className={styles['picture']}>
      <figcaption>
        <b>{words('picture')}</b>
        <span>{words(total === 0 ? 'waiting' : `picture-${data.picture}`)}</span>
      </figcaption>
      {total === 0 && data.picture === 'signs' ? (
        <div className={styles['scale']} aria-hidden="true" />
      ) : (
        <ul>
          {groups.map((group) => (
            <li key={group.option.id}>
              <b>{group.option.label}</b>
              {data.picture === 'letters' ? <small>{words('share', { count: group.rows.length, total })}</small> : null}
              {data.picture === 'signs' ? (
                <ul className={styles['scale']} style={{ minBlockSize: `calc(2.3rem + ${highest(group)} * 1.8rem)` }}>
                  {placeDots(group).map(({ number, strength, level, row }) => (
                    <li
                      key={row.id}
                      style={{ insetInlineStart: `${(strength - 0.5) * 10}%`, insetBlockEnd: `calc(0.35rem + ${level} * 1.8rem)` }}
                    >
                      <span className="visually-hidden">{words('dot', { number, strength })}</span>
                      <span aria-hidden="true">{number}</span>
                    </li>
                  ))}
                </ul>
              ) : (
                <span className={styles['blocks']} aria-hidden="true">
                  {group.rows.map(({ row, number }) => (
                    <i key={row.id}>{number}</i>
                  ))}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {data.picture === 'signs' && data.strength ? (
        <p className={styles['ends']} aria-hidden="true">
          <span>{`1 ${data.strength.low}`}</span>
          <span>{`${data.strength.high} 10`}</span>
        </p>
      ) : null}
    </figure>
  )
}

const highest = (group: Parameters<typeof placeDots>[0]) => Math.max(0, ...placeDots(group).map(({ level }) => level))
