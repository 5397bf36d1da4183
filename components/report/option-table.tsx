import { percentOf, shareOf } from '#lib/cohort/report-figures.ts'
import type { OptionCounts, OptionGrid, OptionList } from '#lib/cohort/report-options.ts'
import { Bar } from './bar.tsx'
import styles from './report.module.css'
import type { Say } from './say-in.ts'

/** What was chosen in one item. Shows the key: for facilitators, and drawn on the server only. */
export function OptionTable({
  item,
  options,
  n,
  several,
  say,
}: {
  item: string
  options: OptionCounts
  n: number
  several: boolean
  say: Say
}) {
  return (
    <>
      <p className={styles['soft']}>
        {say('optionsLead', { count: n })} {several ? say('optionsSeveral') : null} {options.shape === 'grid' ? say('optionsGrid') : null}
      </p>
      {options.shape === 'list' ? <Listed options={options} n={n} say={say} /> : <Gridded item={item} options={options} say={say} />}
      {options.older > 0 ? <p className={styles['soft']}>{say('optionsOlder', { count: options.older })}</p> : null}
    </>
  )
}

/** An option as it was chosen: a reason belongs to a verdict. */
export function optionWords({ text, verdict }: { text: string; verdict?: boolean }, say: Say): string {
  return verdict === undefined ? text : say(verdict ? 'optionTrue' : 'optionFalse', { text })
}

function Listed({ options, n, say }: { options: OptionList; n: number; say: Say }) {
  return (
    <ul className={`${styles['plain']} ${styles['within']}`}>
      {options.rows.map(({ id, text, verdict, right, n: chosen }) => (
        <li key={id} className={styles['line']}>
          <span>
            {optionWords({ text, ...(verdict === undefined ? {} : { verdict }) }, say)}
            {right ? <strong> ✓ {say('optionRight')}</strong> : null}
          </span>
          <Bar percent={n === 0 ? 0 : (100 * chosen) / n} look={right ? 'value' : 'before'} />
          <span className={styles['figures']}>
            {say('choicePercent', { n: chosen, of: n, percent: percentOf(shareOf(chosen, n)) ?? 0 })}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Gridded({ item, options, say }: { item: string; options: OptionGrid; say: Say }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles['scroll']} aria-label={`${item}: ${say('columnChosen')}`} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col" className={styles['wide']}>
              {say('columnThing')}
            </th>
            {options.columns.map(({ id, text, place }) => (
              <th key={id} scope="col">
                {text ?? say('optionPlace', { place: place ?? 0 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {options.rows.map(({ id, text, right, counts }) => (
            <tr key={id}>
              <th scope="row" className={styles['wide']}>
                {text}
              </th>
              {options.columns.map((column, at) => (
                <td key={column.id} className={`${styles['number']} ${column.id === right ? styles['right'] : ''}`}>
                  {counts[at]}
                  {column.id === right ? <span className="visually-hidden"> {say('optionRight')}</span> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
