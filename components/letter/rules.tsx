/** Which letters the site writes by itself, and when. */
import fold from '#components/ui/fold.module.css'
import type { LetterKind } from '#lib/letter/kinds.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './letter.module.css'

/** in the order in which somebody gets them */
const kinds = ['invitation', 'invited', 'due-soon', 'overdue', 'finished'] as const satisfies readonly LetterKind[]

export function Rules({ messages }: { messages: Messages }) {
  return (
    <details>
      <summary className={fold['summary']}>{say(messages, 'rules-title')}</summary>
      <div className={styles['rules']}>
        <dl>
          {kinds.map((kind) => (
            <div key={kind}>
              <dt>{say(messages, `kind-${kind}`)}</dt>
              <dd>{say(messages, `rule-${kind}-when`)}</dd>
            </div>
          ))}
        </dl>
        <p>{say(messages, 'rules-all')}</p>
      </div>
    </details>
  )
}
