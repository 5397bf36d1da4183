import Link from 'next/link'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './preview.module.css'

export type LessonRow = {
  title: string
  href: string
  /** below content/ */
  file: string
  minutes: number
  words: number
  /** words a sentence, mean */
  sentence: number
  grade: number
  hard: boolean
  problems: number
}

export function LessonTable({
  label,
  rows,
  messages,
  locale,
}: {
  label: string
  rows: readonly LessonRow[]
  messages: Messages
  locale: string
}) {
  const tenth = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles['scroll']} aria-label={label} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {['lesson', 'minutes', 'words', 'sentence', 'grade', 'problemsHead'].map((key) => (
              <th key={key} scope="col">
                {say(messages, key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.file}>
              <th scope="row">
                <Link href={row.href} prefetch={false}>
                  {row.title}
                </Link>
                <code>{say(messages, 'fileAt', { file: row.file })}</code>
              </th>
              <td>{row.minutes}</td>
              <td>{row.words}</td>
              <td>{tenth.format(row.sentence)}</td>
              <td>
                {tenth.format(row.grade)}
                {row.hard ? <b> {say(messages, 'hard')}</b> : null}
              </td>
              <td>
                {row.problems === 0 ? (
                  say(messages, 'problemsIn_zero')
                ) : (
                  <b>{say(messages, 'problemsIn', { count: row.problems }, locale)}</b>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
