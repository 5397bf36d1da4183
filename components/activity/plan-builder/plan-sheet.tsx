import type { ReactNode, RefObject } from 'react'
import { CopyButton } from '#components/activity/parts/copy-button.tsx'
import type { Built, PlanBuilder } from '#lib/activity/plan-builder.ts'
import type { ModuleName } from '#lib/competency/reference.ts'
import styles from './plan-builder.module.css'

type Words = (key: string, values?: Record<string, string | number>) => string

/** The plan as one reads and prints it: sentences, who asks, when to look back, the note to send. */
export function PlanSheet({
  data,
  built,
  sentences,
  note,
  days,
  modules,
  heading,
  children,
  t,
}: {
  data: PlanBuilder
  built: Built
  sentences: readonly string[]
  note: string
  /** written out */
  days: readonly string[]
  modules: readonly ModuleName[]
  heading: RefObject<HTMLHeadingElement | null>
  children: ReactNode
  t: Words
}) {
  const name = built.colleague.trim()
  return (
    <>
      <h4 className={styles['heading']} ref={heading} tabIndex={-1}>
        {t('sheet')}
      </h4>
      <ol className={styles['plans']}>
        {built.goals.map((id, index) => {
          const indicator = data.indicators.find((one) => one.id === id)
          return (
            <li key={id} data-module={modules.find(({ slug }) => slug === indicator?.module)?.number}>
              <p className={styles['sentence']}>{sentences[index]}</p>
              <p className={styles['toward']}>{indicator?.text}</p>
            </li>
          )
        })}
      </ol>
      {name ? <p className={styles['asks']}>{t('asks', { name })}</p> : null}
      <p>{t('look')}</p>
      <ul className={styles['days']}>
        {days.map((day) => (
          <li key={day}>{day}</li>
        ))}
      </ul>
      <div className={styles['note']}>
        <h5>{t('note')}</h5>
        <p className={styles['help']}>{t('note-help')}</p>
        <blockquote>{note}</blockquote>
        <CopyButton text={note} label={t('copy')} copied={t('copied')} failed={t('not-copied')} />
      </div>
      {children}
    </>
  )
}
