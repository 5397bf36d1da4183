import Link from 'next/link'
import type { Ref } from 'react'
import { Button, buttonClass } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import type { Ending, Scenario } from '#lib/scenario/schema.ts'
import styles from './ending.module.css'
import { Prose } from './prose.tsx'

/** An outcome, not a mark; then what to make of it, and the way on. */
export function EndingView({
  scenario,
  ending,
  seen,
  next,
  heading,
  onRestart,
  messages,
  locale,
}: {
  scenario: Scenario
  ending: Ending
  seen: ReadonlySet<string>
  next: { href: string; label: string }
  heading: Ref<HTMLHeadingElement>
  onRestart(): void
  messages: Messages
  locale: string
}) {
  const all = scenario.endings.length
  return (
    <>
      <p className={styles['kicker']}>{say(messages, 'endingKicker')}</p>
      <h2 className={styles['title']} ref={heading} tabIndex={-1}>
        {ending.title}
      </h2>
      <div className={styles['text']}>
        <Prose text={ending.text} />
      </div>
      <section className={styles['debrief']} aria-labelledby="scenario-debrief">
        <h3 id="scenario-debrief">{say(messages, 'debriefTitle')}</h3>
        <Prose text={ending.debrief} />
      </section>
      <p className={styles['seen']}>
        <svg viewBox={`0 0 ${all * 18} 16`} width={all * 18} height="16" aria-hidden="true">
          {scenario.endings.map(({ id }, i) => (
            <path key={id} data-seen={i < seen.size || undefined} d={`M${i * 18 + 8} 2l6 6-6 6-6-6Z`} />
          ))}
        </svg>
        {say(messages, seen.size === all ? 'endingsAll' : 'endingsSeen', { count: seen.size, all }, locale)}
      </p>
      <div className={styles['ways']}>
        <Link className={buttonClass('primary')} href={next.href}>
          {next.label}
        </Link>
        <Button onClick={onRestart}>{say(messages, 'restart')}</Button>
      </div>
    </>
  )
}
