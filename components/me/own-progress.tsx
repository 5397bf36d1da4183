'use client'
import Link from 'next/link'
import { useCourseProgress } from '#components/home/use-course-progress.ts'
import type { CourseOutline } from '#lib/course/outline-course.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'
import styles from './me.module.css'
import { linesOf, type ProgressLine } from './rows-of.ts'

/** How far one has come: as the site has it, until this device's own record is read, which may be further. */
export function OwnProgress({
  stored,
  outline,
  messages,
  locale,
}: {
  stored: readonly ProgressLine[]
  outline: CourseOutline
  messages: Messages
  locale: string
}) {
  const here = useCourseProgress(outline)
  const lines = here ? linesOf(outline, here) : stored
  const t = (key: string, values = {}) => say(messages, key, values, locale)
  if (!lines.some(({ begun }) => begun)) return <p className={styles['soft']}>{t('progressNothing')}</p>
  const none = t('progressNone')
  return (
    <table className={styles['progress']}>
      <caption className="visually-hidden">{t('progressTable')}</caption>
      <thead>
        <tr>
          {['Module', 'Lessons', 'Scenario', 'Check'].map((column) => (
            <th key={column} scope="col">
              {t(`progress${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {outline.modules.map(({ slug, number, title, href, lessons, scenario, quiz }) => {
          const line = lines.find((one) => one.slug === slug)
          if (!href || !line) return null
          const { begun, complete, best, endings } = line
          return (
            <tr key={slug} data-module={number} data-done={complete}>
              <th scope="row">
                <Link href={href} prefetch={false}>
                  {title}
                </Link>
                <small>{t(complete ? 'progressDone' : begun ? 'progressBegun' : 'progressNot')}</small>
              </th>
              <td>{begun ? t('progressOf', { done: line.lessons, total: lessons.length }) : none}</td>
              <td>{scenario && endings > 0 ? t('progressRuns', { count: endings }) : none}</td>
              <td>{quiz && best !== null ? best.toLocaleString(formatLocale(locale), { style: 'percent' }) : none}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
