import { type Messages, say } from '#lib/message/format.ts'
import type { Analysis } from '#lib/scenario/analyse-scenario.ts'
import styles from './preview.module.css'

/** What walking the whole story has shown: that it holds, or the shortest run that shows where it does not. */
export function Proofs({
  analysis,
  faults,
  messages,
  locale,
}: {
  analysis: Analysis
  faults: readonly string[]
  messages: Messages
  locale: string
}) {
  const { problems, states, clamped } = analysis
  return (
    <section className={styles['section']} aria-labelledby="proofs" data-wrong={problems.length > 0 || undefined}>
      <h2 id="proofs">{say(messages, 'proofs')}</h2>
      {problems.length === 0 ? (
        <p>{say(messages, 'proved', { states }, locale)}</p>
      ) : (
        <>
          <p>{say(messages, 'disproved', { count: problems.length }, locale)}</p>
          <ul className={styles['findings']}>
            {problems.map(({ path, sentence, example }) => (
              <li key={`${path} ${sentence}`}>
                <code>{path}</code> {sentence}
                {example && example.length > 0 ? (
                  <p className={styles['soft']}>{say(messages, 'example', { run: example.join(' → ') })}</p>
                ) : null}
              </li>
            ))}
            {faults.length > problems.length ? faults.map((fault) => <li key={fault}>{fault}</li>) : null}
          </ul>
        </>
      )}
      {clamped.length > 0 ? (
        <details>
          <summary>
            {say(messages, 'clamped')} ({clamped.length})
          </summary>
          <ul className={styles['findings']}>
            {clamped.map(({ path, meter, example }) => (
              <li key={`${path} ${meter}`}>
                {say(messages, 'clampedAt', { meter, path })}
                <p className={styles['soft']}>{say(messages, 'example', { run: example.join(' → ') })}</p>
              </li>
            ))}
          </ul>
        </details>
      ) : problems.length === 0 ? (
        <p className={styles['soft']}>{say(messages, 'clampedNone')}</p>
      ) : null}
    </section>
  )
}
