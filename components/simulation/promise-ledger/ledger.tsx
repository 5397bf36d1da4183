import type { Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import { accountsOf, lastState, type Run } from '#lib/simulation/promise-ledger/run.ts'
import { type Partner, weeksInRun } from '#lib/simulation/promise-ledger/world.ts'
import { partnerName, squaresOf, trustWord } from './describe.ts'
import styles from './ledger.module.css'

/**
 * A page of an account book with two columns: squares for what was done, a line for what was seen. It is a real table, so that
 * it says the same by ear. For one run, or for two in the same world: then the second has small squares and a broken line.
 */
export function Ledger({
  words,
  runs,
  summary,
  why,
}: {
  words: Words
  runs: readonly { name: string; run: Run }[]
  summary?: string
  why?: (partner: Partner) => string
}) {
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const accounts = runs.map(({ run }) => accountsOf(run))
  return (
    <table className={styles['ledger']} data-runs={runs.length}>
      <caption>
        <span className={styles['title']}>{t('ledger_title')}</span>
        {summary ? <span className={styles['summary']}>{summary}</span> : null}
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('ledger_partner')}</span>
          </th>
          <th scope="col">{t('ledger_done')}</th>
          <th scope="col">{t('ledger_seen')}</th>
        </tr>
      </thead>
      <tbody>
        {accounts[0]!.map(({ partner }, row) => (
          <tr key={partner}>
            <th scope="row">
              {partnerName(words, partner)}
              {why ? <span className={styles['why']}>{why(partner)}</span> : null}
            </th>
            <td>
              {runs.map(({ name, run }, place) => {
                const { delivered, asked } = accounts[place]![row]!
                return (
                  <div key={name} className={styles['done']} data-place={place}>
                    {runs.length > 1 ? (
                      <span className={styles['name']}>
                        <LineKey place={place} /> {name}
                      </span>
                    ) : null}
                    {asked === 0 ? null : <Squares run={run} partner={partner} />}
                    <span className={styles['figure']}>{asked === 0 ? t('ledger_nothing') : t('ledger_days', { delivered, asked })}</span>
                  </div>
                )
              })}
            </td>
            <td>
              <TrustLines lines={accounts.map((each) => each[row]!.trust)} />
              {runs.map(({ name }, place) => {
                const trust = accounts[place]![row]!.trust.at(-1)!
                return (
                  <span key={name} className={styles['figure']}>
                    {runs.length > 1 ? (
                      <>
                        <LineKey place={place} /> <span className="visually-hidden">{name}: </span>
                      </>
                    ) : null}
                    <b>{trust}</b> {trustWord(words, trust)}
                  </span>
                )
              })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Squares({ run, partner }: { run: Run; partner: Partner }) {
  const { entries } = lastState(run)
  return (
    <span className={styles['squares']} aria-hidden="true">
      {run.world.requests.map(({ id, partner: asking, days }, request) => {
        const entry = entries[request]
        return asking === partner && entry ? (
          <span key={id}>
            {squaresOf(days, entry).map((square, day) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: equal days of one request, told apart only by their place
              <i key={day} data-square={square} />
            ))}
          </span>
        ) : null
      })}
    </span>
  )
}

/** Which line is whose: solid for the first run, broken for the second. */
function LineKey({ place }: { place: number }) {
  return (
    <svg className={styles['key']} viewBox="0 0 24 6" aria-hidden="true">
      <path d="M1 3h22" data-place={place} />
    </svg>
  )
}

const step = 18
const x = (week: number) => 5 + week * step
const y = (trust: number) => 45 - trust * 0.4

/** Trust of 0–100 over the weeks; full dots rise, open dots fall. */
function TrustLines({ lines }: { lines: readonly (readonly number[])[] }) {
  return (
    <svg className={styles['lines']} viewBox={`0 0 ${x(weeksInRun) + 6} 50`} aria-hidden="true">
      <path className={styles['frame']} d={`M${x(0)} 5v40H${x(weeksInRun)}`} />
      <path className={styles['middle']} d={`M${x(0)} ${y(50)}H${x(weeksInRun)}`} />
      {lines.map((trust, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the first and the second run
        <g key={place} data-place={place}>
          <path className={styles['line']} d={trust.map((value, week) => `${week ? 'L' : 'M'}${x(week)} ${y(value)}`).join('')} />
          {trust.map((value, week) => {
            const change = week === 0 ? 0 : value - trust[week - 1]!
            return change === 0 && week > 0 ? null : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its week
              <circle key={week} cx={x(week)} cy={y(value)} r={week === 0 ? 1.4 : 2.4} data-fall={change < 0} />
            )
          })}
        </g>
      ))}
    </svg>
  )
}
