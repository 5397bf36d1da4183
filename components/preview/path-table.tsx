import { type Messages, say } from '#lib/message/format.ts'
import type { PathCount } from '#lib/preview/count-paths.ts'
import styles from './preview.module.css'

/** Endings with their share of the paths, and what the meters do over all of them. */
export function PathTable({ count, messages, locale }: { count: PathCount | null; messages: Messages; locale: string }) {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const between = ({ min, max }: { min: number; max: number }) =>
    min === max ? String(min) : say(messages, 'between', { min, max }, locale)
  return (
    <section className={styles['section']} aria-labelledby="paths">
      <h2 id="paths">{say(messages, 'paths')}</h2>
      {count === null ? (
        <p>{say(messages, 'pathsNone')}</p>
      ) : (
        <>
          <p className={styles['soft']}>{say(messages, 'pathsNote')}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className={styles['scroll']} aria-label={say(messages, 'pathsTable')} tabIndex={0}>
            <table className={styles['table']}>
              <thead>
                <tr>
                  {['ending', 'pathsCount', 'share', 'blind', 'atEnd'].map((key) => (
                    <th key={key} scope="col">
                      {say(messages, key)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {count.endings.map(({ id, title, good, paths, share, blind, meters }) => (
                  <tr key={id}>
                    <th scope="row">
                      <a href={`#${id}`}>{title}</a>
                      <code>
                        {id}
                        {good ? ` · ${say(messages, 'good')}` : ''}
                      </code>
                    </th>
                    <td>{paths.toLocaleString(locale)}</td>
                    <td>
                      <Share share={share} text={percent.format(share)} />
                    </td>
                    <td>
                      <Share share={blind} text={percent.format(blind)} />
                    </td>
                    <td>
                      {count.meters
                        .flatMap((meter) => {
                          const values = meters[meter.id]
                          return values ? [`${meter.label} ${between(values)}`] : []
                        })
                        .join(', ')}
                    </td>
                  </tr>
                ))}
                <tr>
                  <th scope="row">{say(messages, 'total')}</th>
                  <td>{count.paths.toLocaleString(locale)}</td>
                  <td>{percent.format(1)}</td>
                  <td>{percent.format(count.endings.reduce((sum, { blind }) => sum + blind, 0))}</td>
                  <td />
                </tr>
              </tbody>
            </table>
          </section>
          <h3>{say(messages, 'meters')}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className={styles['scroll']} aria-label={say(messages, 'meters')} tabIndex={0}>
            <table className={styles['table']}>
              <thead>
                <tr>
                  {['meter', 'bounds', 'starts', 'least', 'most'].map((key) => (
                    <th key={key} scope="col">
                      {say(messages, key)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {count.meters.map(({ id, label, start, min, max, least, most }) => (
                  <tr key={id}>
                    <th scope="row">
                      {label} <code>{id}</code>
                    </th>
                    <td>{between({ min, max })}</td>
                    <td>{start}</td>
                    <td>{least}</td>
                    <td>{most}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </section>
  )
}

function Share({ share, text }: { share: number; text: string }) {
  return (
    <span className={styles['share']}>
      <svg width="72" height="8" viewBox="0 0 72 8" aria-hidden="true">
        <rect className={styles['shareAll']} width="72" height="8" rx="4" />
        <rect className={styles['sharePart']} width={Math.max(72 * share, share > 0 ? 2 : 0)} height="8" rx="4" />
      </svg>
      {text}
    </span>
  )
}
