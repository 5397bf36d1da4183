import styles from './quiz.module.css'
import type { Say } from './text.ts'
import type { Trouble } from './use-attempt.ts'

/** What went wrong and what was kept. Always there, so that a screen reader hears it arrive. */
export function TroubleLine({ trouble, say }: { trouble: Trouble | null; say: Say }) {
  return (
    <div role="status" className={styles['trouble']} data-empty={trouble === null || undefined}>
      {trouble ? <p>{troubleText(trouble, say)}</p> : null}
    </div>
  )
}

function troubleText({ code, message }: Trouble, say: Say): string {
  if (code === 'review_first') return say('reviewMissing')
  if (code === 'gone') return say('gone')
  const own = say(`trouble_${code}`)
  if (own !== `trouble_${code}`) return own
  return message ?? say('trouble_internal')
}
