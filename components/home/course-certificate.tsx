'use client'
import dynamic from 'next/dynamic'
import { useMemo } from 'react'
import { useStatements } from '#components/device/use-statements.ts'
import type { CourseOutline } from '#lib/course/outline-course.ts'
import { type Messages, say } from '#lib/message/format.ts'
import type { Locale } from '#lib/message/locale.ts'
import { courseStanding } from '#lib/progress/course-standing.ts'
import styles from './course-certificate.module.css'

/** Loaded only by those who have come to the end. */
const Offer = dynamic(() => import('#components/certificate/certificate-offer.tsx').then((one) => one.CertificateOffer))

/** The certificate of the whole course: what it takes, module by module, from this device's record; and at the end, the certificate. */
export function CourseCertificate({
  course,
  outline,
  messages,
  locale,
}: {
  course: { id: string; title: string }
  outline: CourseOutline
  messages: Messages
  locale: Locale
}) {
  const statements = useStatements()
  const standing = useMemo(() => (statements ? courseStanding(statements, outline.modules) : null), [statements, outline])
  const awarded = statements?.some(({ verb, object }) => verb === 'awarded' && object === course.id) ?? false
  const complete = standing?.modules.filter((module) => module.satisfied && module.taskDone).length ?? 0
  return (
    <div>
      <p className={styles['lead']}>{say(messages, 'courseLead')}</p>
      {standing?.met || awarded ? (
        <Offer module={course.id} moduleTitle={course.title} messages={messages} locale={locale} met={standing?.met ?? false} />
      ) : (
        <>
          <p className={styles['count']}>{say(messages, 'courseCount', { done: complete, total: outline.modules.length }, locale)}</p>
          <ol className={styles['list']}>
            {outline.modules.map(({ slug, number, short, scenario }, i) => {
              const mine = standing?.modules[i]
              const left = leftOf(mine, scenario !== null)
              return (
                <li key={slug} data-module={number} data-done={left === 'Nothing'}>
                  <span className={styles['dot']} aria-hidden="true">
                    {left === 'Nothing' ? '✓' : number}
                  </span>
                  <span>{short}</span>
                  <span className={styles['left']}>{say(messages, `courseNeeds${left}`)}</span>
                </li>
              )
            })}
          </ol>
        </>
      )}
    </div>
  )
}

/** Which sentence says what a module still needs. */
function leftOf(mine: { satisfied: boolean; taskDone: boolean } | undefined, scenario: boolean): string {
  if (mine?.satisfied) return mine.taskDone ? 'Nothing' : 'Task'
  if (mine?.taskDone) return scenario ? 'Module' : 'Check'
  return scenario ? 'Both' : 'CheckAndTask'
}
