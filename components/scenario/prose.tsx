import { parseSpans, parseText } from '#lib/scenario/parse-text.ts'
import styles from './prose.module.css'

/** The text of a scene: paragraphs, and what people say as pulled quotes. */
export function Prose({ text }: { text: string }) {
  return (
    <div className={styles['prose']}>
      {parseText(text).map(({ kind, spans }, i) => {
        const key = `${i} ${kind}`
        const words = spans.map((span) => (span.emphasis ? <em key={span.text}>{span.text}</em> : span.text))
        return kind === 'quote' ? (
          <blockquote className={styles['quote']} key={key}>
            <p>{words}</p>
          </blockquote>
        ) : (
          <p key={key}>{words}</p>
        )
      })}
    </div>
  )
}

/** One line of it. */
export function Line({ text }: { text: string }) {
  return parseSpans(text).map((span) => (span.emphasis ? <em key={span.text}>{span.text}</em> : span.text))
}
