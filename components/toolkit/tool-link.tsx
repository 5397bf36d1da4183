import Link from 'next/link'
import styles from './tool-link.module.css'

/** Stands at the end of the lesson that teaches a tool: take it along. */
export function ToolLink({ kicker, title, summary, href }: { kicker: string; title: string; summary: string; href: string }) {
  return (
    <aside className={styles['tool']} aria-label={kicker}>
      <p className={styles['kicker']}>{kicker}</p>
      <p className={styles['title']}>
        <Link href={href} prefetch={false}>
          {title}
        </Link>
      </p>
      <p>{summary}</p>
    </aside>
  )
}
