import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Inside } from '#components/toolkit/inside.tsx'
import styles from '#components/toolkit/toolkit.module.css'
import { lessonsOfTool } from '#lib/course/lessons-of-tool.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { toolIds } from '#lib/toolkit/tools.ts'

export async function generateMetadata({ params }: PageProps<'/[locale]/toolkit'>): Promise<Metadata> {
  const { common } = messagesFor((await params).locale as Locale).toolkit
  return { title: say(common, 'title'), description: say(common, 'summary') }
}

export default async function ToolkitPage({ params }: PageProps<'/[locale]/toolkit'>) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const course = await loadCourse(locale)
  const { common, ...messages } = messagesFor(locale).toolkit
  const inside = Object.fromEntries(Object.entries(common).filter(([key]) => key.startsWith('inside-')))
  return (
    <div className={styles['page']}>
      <h1>{say(common, 'title')}</h1>
      <p className={styles['lead']}>{say(common, 'lead')}</p>
      <ul className={styles['list']}>
        {toolIds.map((tool) => {
          const [place] = lessonsOfTool(course, tool)
          return (
            <li key={tool} data-module={place?.module.number}>
              <h2>
                <Link href={pathFor(locale, `/toolkit/${tool}`)} prefetch={false}>
                  {say(messages[tool], 'title')}
                </Link>
              </h2>
              <p>{say(messages[tool], 'summary')}</p>
              {place ? (
                <small>
                  {say(common, 'lesson')} {place.module.module.title}: {place.lesson.matter.title}
                </small>
              ) : null}
              <Inside tool={tool} messages={inside} locale={locale} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
