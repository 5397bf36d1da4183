import { type Messages, say } from '#lib/message/format.ts'
import { Dial } from './dial.tsx'
import type { Finding } from './finding.ts'
import { rowsOf, sayLine } from './say-finding.ts'
import styles from './verify.module.css'

/** What is looked at, line by line; with a finding, what came of each. */
export function CheckList({ finding, messages, locale }: { finding: Finding | null; messages: Messages; locale: string }) {
  return (
    <ul className={styles['checks']}>
      {rowsOf(finding).map(({ check, result, line }) => (
        <li key={check} data-check={check} data-result={result}>
          <Dial result={result} />
          <div>
            <b>
              {say(messages, `check-${check}`)}
              {result === 'planned' ? null : <span className="visually-hidden">: {say(messages, `result-${result}`)}</span>}
            </b>
            <p>
              {line && finding
                ? sayLine(line, finding, messages, locale)
                : say(messages, result === 'skipped' ? 'line-skipped' : `plan-${check}`)}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
