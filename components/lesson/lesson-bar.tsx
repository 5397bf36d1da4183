import Link from 'next/link'
import { IntentLink } from '#components/ui/intent-link.tsx'
import styles from './lesson-bar.module.css'

export type Step = { href: string; kind: string; title: string }

/** Where one came from and where one goes on: always in view, at the edge the thumb reaches. */
export function LessonBar({ label, previous, next }: { label: string; previous: Step; next: Step }) {
  return (
    <nav className={styles['bar']} aria-label={label}>
      <div className={styles['inner']}>
        <Link className={styles['step']} href={previous.href} prefetch={false} rel="prev">
          <Arrow />
          <span className={styles['words']}>
            <span className={styles['kind']}>{previous.kind}</span>
            <span className={styles['title']}>{previous.title}</span>
          </span>
        </Link>
        <IntentLink className={styles['step']} href={next.href} rel="next">
          <span className={styles['words']}>
            <span className={styles['kind']}>{next.kind}</span>
            <span className={styles['title']}>{next.title}</span>
          </span>
          <Arrow />
        </IntentLink>
      </div>
    </nav>
  )
}

function Arrow() {
  return (
    <svg className={styles['arrow']} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d="M4 10h12M11 5l5 5-5 5" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
