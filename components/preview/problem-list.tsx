import fold from '#components/ui/fold.module.css'
import { isForRelease, isUnwritten, type Problem } from '#lib/course/problem.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './problem-list.module.css'

/**
 * Everything that is wrong with the content, above the page: what stops something first and open, then what is only
 * unwritten, then what matters for publishing. No stack, no code: file, line, what to do.
 */
export function ProblemList({ problems, messages, locale }: { problems: readonly Problem[]; messages: Messages; locale: string }) {
  const release = problems.filter(isForRelease)
  const unwritten = problems.filter(isUnwritten)
  const wrong = problems.filter((problem) => !isForRelease(problem) && !isUnwritten(problem))
  if (problems.length === 0) return null
  return (
    <section className={styles['problems']} aria-label={say(messages, 'problemsLabel')} data-wrong={wrong.length > 0 || undefined}>
      {wrong.length > 0 ? (
        <details open>
          <summary className={fold['summary']}>{say(messages, 'problems', { count: wrong.length }, locale)}</summary>
          <p className={styles['lead']}>{say(messages, 'problemsLead')}</p>
          <List problems={wrong} messages={messages} />
        </details>
      ) : null}
      {unwritten.length > 0 ? (
        <details>
          <summary className={fold['summary']}>{say(messages, 'toWrite', { count: unwritten.length }, locale)}</summary>
          <List problems={unwritten} messages={messages} />
        </details>
      ) : null}
      {release.length > 0 ? (
        <details>
          <summary className={fold['summary']}>{say(messages, 'forRelease', { count: release.length }, locale)}</summary>
          <p className={styles['lead']}>{say(messages, 'forReleaseLead')}</p>
          <List problems={release} messages={messages} />
        </details>
      ) : null}
    </section>
  )
}

function List({ problems, messages }: { problems: readonly Problem[]; messages: Messages }) {
  return (
    <ul className={styles['list']}>
      {problems.map(({ file, line, path, sentence }) => (
        <li key={`${file} ${line} ${path} ${sentence}`}>
          <p className={styles['place']}>
            <code>{line === undefined ? say(messages, 'place', { file }) : say(messages, 'placeLine', { file, line: String(line) })}</code>
            {path ? <span>{path}</span> : null}
          </p>
          <p>{sentence}</p>
        </li>
      ))}
    </ul>
  )
}
