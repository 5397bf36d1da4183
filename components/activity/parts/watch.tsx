import type { VagueFinding } from '#lib/activity/schedule.ts'
import styles from './watch.module.css'

/** A second look at words in the learner's own text: gentle, read out when it comes, gone when the word is. */
export function Watch({ findings, line }: { findings: readonly VagueFinding[]; line(finding: VagueFinding): string }) {
  return (
    <div role="status" className={styles['watch']}>
      {findings.map((finding) => (
        <p key={finding.word}>{line(finding)}</p>
      ))}
    </div>
  )
}
