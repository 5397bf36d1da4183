import { fewest } from '#lib/cohort/report-figures.ts'
import { itemHeadings } from '#lib/cohort/report-file.ts'
import type { ItemFigures } from '#lib/cohort/report-items.ts'
import { type ItemRow, itemRows } from '#lib/cohort/report-tables.ts'
import { Bar, expected, OpenMark } from './bar.tsx'
import { OptionTable } from './option-table.tsx'
import styles from './report.module.css'
import type { Say } from './say-in.ts'
import { Table } from './table.tsx'

/** The items of a check: how hard each was, how well it tells people apart, what was chosen. Shows keys: server only. */
export function ItemReport({ items, say }: { items: readonly ItemFigures[]; say: Say }) {
  const rows = itemRows(items)
  const met = items.filter(({ n }) => n > 0)
  // what is true of every row is said once, above them
  const few = met.every(({ n }) => n < fewest.share)
  const flat = met.every(({ pairs }) => pairs < fewest.correlation)
  return (
    <section className={styles['section']} id="items" aria-labelledby="items-title">
      <h2 id="items-title">{say('items')}</h2>
      <p className={styles['soft']}>{say('itemsLead')}</p>
      {met.length > 0 && flat ? (
        <p className={`${styles['soft']} ${styles['caution']}`}>
          {say(few ? 'itemsAllFew' : 'itemsNoDiscrimination', { share: fewest.share, least: fewest.correlation })}
        </p>
      ) : null}
      {met.length > 0 ? (
        <ul className={styles['rows']}>
          {met.map((figures) => (
            <li key={figures.item.id} id={figures.item.id}>
              <Item figures={figures} row={rows.find(({ id }) => id === figures.item.id)!} few={few} flat={flat} say={say} />
            </li>
          ))}
        </ul>
      ) : null}
      {met.length < items.length ? (
        <p className={styles['soft']}>
          {say('itemsUnmet', { count: items.length - met.length })}: {items.flatMap(({ n, item }) => (n === 0 ? [item.id] : [])).join(', ')}
        </p>
      ) : null}
      <div className={styles['foot']}>
        <details className={styles['notes']}>
          <summary>{say('asTable')}</summary>
          <ItemTable rows={rows} say={say} />
        </details>
        <details className={styles['notes']}>
          <summary>{say('howCounted')}</summary>
          <p className={styles['soft']}>{say('itemsHow')}</p>
          <p className={styles['soft']}>
            {say('itemsHowSmall', { share: fewest.share, least: fewest.correlation, steady: fewest.steadyCorrelation })}
          </p>
          <p className={styles['soft']}>{say('itemsHowBand')}</p>
        </details>
      </div>
    </section>
  )
}

type Said = { row: ItemRow; few: boolean; flat: boolean; say: Say }

function Item({ figures: { item, options, n }, row, few, flat, say }: Said & { figures: ItemFigures }) {
  const percent = row.percentRight ?? 0
  return (
    <details className={styles['open']}>
      <summary className={styles['line']}>
        <span className={styles['words']}>
          <OpenMark />
          <span className={styles['code']}>{item.id}</span>
          <span>{row.stem}</span>
        </span>
        <Bar percent={percent} band={expected[item.difficulty]} />
        <Figures row={row} few={few} flat={flat} say={say} />
      </summary>
      <div>
        <OptionTable item={item.id} options={options} n={n} several={item.kind === 'multi'} say={say} />
      </div>
    </details>
  )
}

function Figures({ row, few, flat, say }: Said) {
  const { n, pairs, discrimination, percentRight, percentMean, scored } = row
  const value =
    discrimination === null
      ? say(pairs < fewest.correlation ? 'itemNoDiscrimination' : 'itemFlat')
      : say(pairs === n ? 'itemDiscrimination' : 'itemDiscriminationN', { value: discrimination.toFixed(2), n: pairs })
  return (
    <span className={styles['figures']}>
      <strong>{say('itemRight', { percent: percentRight ?? 0 })}</strong>, {say('itemN', { n })}
      {n < fewest.share && !few ? <span className={styles['caution']}>{say('itemFew')}</span> : null}
      {percentMean === percentRight ? null : <span>{say('itemMean', { percent: percentMean ?? 0 })}</span>}
      {flat ? null : (
        <span>
          {value}
          {discrimination !== null && pairs < fewest.steadyCorrelation ? `, ${say('itemFew')}` : null}
        </span>
      )}
      {discrimination !== null && discrimination < 0 && pairs >= fewest.steadyCorrelation ? (
        <span className={styles['caution']}>{say('itemAgainst')}</span>
      ) : null}
      {scored ? null : <span>{say('itemPractice')}</span>}
    </span>
  )
}

function ItemTable({ rows, say }: { rows: readonly ItemRow[]; say: Say }) {
  const shown = (value: number | null) => value ?? say('none')
  return (
    <Table
      label={say('tableOf', { title: say('items') })}
      columns={itemHeadings.map((key, at) => ({ label: say(key), ...(at === 2 ? { look: 'wide' } : at > 3 ? { look: 'number' } : {}) }))}
      rows={rows.map((row) => [
        row.id,
        row.objective,
        row.stem,
        say(row.scored ? 'yes' : 'no'),
        row.n,
        row.right,
        shown(row.percentRight),
        shown(row.percentMean),
        shown(row.discrimination),
        row.pairs,
      ])}
    />
  )
}
