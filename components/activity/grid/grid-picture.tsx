import { type Cells, type Grid, isFilled } from '#lib/activity/grid.ts'
import styles from './grid.module.css'

type Words = (key: string, values?: Record<string, string | number>) => string

/** Which cells are filled, small enough for a phone: a table whose columns carry the number of their module. */
export function GridPicture({ data, cells, numbers, t }: { data: Grid; cells: Cells; numbers: ReadonlyMap<string, number>; t: Words }) {
  const numberOf = (module: string, index: number) => numbers.get(module) ?? index + 1
  return (
    <table className={styles['picture']}>
      <caption>
        {data.columns.map(({ id, label, module }, index) => (
          <span key={id}>{t('key', { number: numberOf(module, index), label })}</span>
        ))}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('skill')}</th>
          {data.columns.map(({ id, label, module }, index) => (
            <th key={id} scope="col" data-module={numbers.get(module)}>
              <span aria-hidden="true">{numberOf(module, index)}</span>
              <span className="visually-hidden">{label}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.label}</th>
            {data.columns.map(({ id, module }) => {
              const filled = isFilled(cells, row.id, id)
              return (
                <td key={id} data-module={numbers.get(module)} data-filled={filled || undefined}>
                  <span className="visually-hidden">{t(filled ? 'yes' : 'no')}</span>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
