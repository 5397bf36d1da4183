import option from '#components/ui/option.module.css'
import { type Arrow, hasArrow } from '#lib/activity/power-map.ts'
import type { Person } from './people.tsx'
import styles from './power-map.module.css'

type Words = (key: string, values?: Record<string, string | number>) => string

/** The drawing as a table: a row for each person, a tick under each on whom they depend. Equal to the drawing, not a fallback. */
export function Dependence({
  people,
  arrows,
  disabled,
  words,
  onToggle,
}: {
  people: readonly Person[]
  arrows: readonly Arrow[]
  disabled: boolean
  words: Words
  onToggle(arrow: Arrow): void
}) {
  return (
    <table className={styles['table']}>
      <caption>{words('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{words('depends')}</th>
          {people.map(({ id, name }) => (
            <th key={id} scope="col" className={styles['column']}>
              <span>{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((from) => (
          <tr key={from.id}>
            <th scope="row">
              {from.name}
              <small>{from.role}</small>
            </th>
            {people.map((to) =>
              to === from ? (
                <td key={to.id} className={styles['self']} />
              ) : (
                <td key={to.id}>
                  <label className={`${option['option']} ${styles['tick']}`}>
                    <input
                      type="checkbox"
                      aria-label={words('cell', { from: from.name, to: to.name })}
                      checked={hasArrow(arrows, { from: from.id, to: to.id })}
                      disabled={disabled}
                      onChange={() => onToggle({ from: from.id, to: to.id })}
                    />
                  </label>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
