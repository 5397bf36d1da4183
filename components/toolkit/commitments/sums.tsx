import fold from '#components/ui/fold.module.css'
import { type Commitment, sumsOf } from '#lib/toolkit/commitments.ts'
import type { Words } from './commitment-list.tsx'
import styles from './commitments.module.css'
import { StateMark } from './state-mark.tsx'

/** A bar is never longer than it would be for this many, so that two promises do not look like a record. */
const leastScale = 12
/** Up to here one sees each promise in the bar. */
const counted = 24

/** How promises ended, as three bars on one scale, and the same as a table. */
export function SumsView({ commitments, words }: { commitments: readonly Commitment[]; words: Words }) {
  const sums = sumsOf(commitments)
  const bars = (['kept', 'renegotiated', 'missed'] as const).map((state) => ({ state, count: sums[state] }))
  const scale = Math.max(leastScale, ...bars.map(({ count }) => count))
  if (bars.every(({ count }) => count === 0)) return null
  return (
    <section className={styles['sums']} aria-labelledby="sums">
      <h2 id="sums">{words('sums')}</h2>
      <div className={styles['bars']} aria-hidden="true">
        {bars.map(({ state, count }) => (
          <div key={state}>
            <span>
              <StateMark state={state} />
              {words(`state-${state}`)}
            </span>
            <span className={styles['bar']}>
              <i
                data-state={state}
                data-counted={scale <= counted || undefined}
                style={{ inlineSize: `${(100 * count) / scale}%`, ['--count' as string]: count }}
              />
              <b>{count}</b>
            </span>
          </div>
        ))}
      </div>
      <details>
        <summary className={fold['summary']}>{words('sums-table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{words('sums-state')}</th>
              <th scope="col">{words('sums-count')}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ state, count }) => (
              <tr key={state}>
                <th scope="row">{words(`state-${state}`)}</th>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      {sums.keptSince > 0 ? <p>{words('sums-since', { count: sums.keptSince })}</p> : null}
      {sums.open > 0 ? <p>{words('sums-open', { count: sums.open })}</p> : null}
    </section>
  )
}
