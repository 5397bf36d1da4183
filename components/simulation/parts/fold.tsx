import fold from '#components/ui/fold.module.css'
import styles from './parts.module.css'

/** A legend or rules, to be opened. */
export function Fold({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <details className={styles['fold']}>
      <summary className={fold['summary']}>{title}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
