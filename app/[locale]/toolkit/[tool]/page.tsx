import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import { Tool } from '#components/toolkit/tool.tsx'
import styles from '#components/toolkit/toolkit.module.css'
import { lessonsOfTool } from '#lib/course/lessons-of-tool.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { isToolId, type ToolId, toolIds } from '#lib/toolkit/tools.ts'

type Props = PageProps<'/[locale]/toolkit/[tool]'>

export const dynamicParams = false

export function generateStaticParams() {
  return toolIds.map((tool) => ({ tool }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, tool } = await params
  const { toolkit } = messagesFor(locale as Locale)
  return isToolId(tool) ? { title: say(toolkit[tool], 'title'), description: say(toolkit[tool], 'summary') } : {}
}

/** One job aid. The page is the same for everybody; what somebody wrote in it is on their device. */
export default async function ToolPage({ params }: Props) {
  const { locale, tool } = await params
  if (!isLocale(locale) || !isToolId(tool)) notFound()
  const places = lessonsOfTool(await loadCourse(locale), tool)
  const { common, ...messages } = messagesFor(locale).toolkit
  const titles = Object.fromEntries(toolIds.map((id) => [id, say(messages[id], 'title')])) as Record<ToolId, string>
  return (
    <div className={styles['page']} data-module={places[0]?.module.number}>
      <p className={styles['where']}>
        <Link href={pathFor(locale, '/toolkit')} prefetch={false}>
          {say(common, 'back')}
        </Link>
      </p>
      <h1>{titles[tool]}</h1>
      <p className={styles['lead']}>{say(messages[tool], 'lead')}</p>
      <p className={styles['taught']}>
        {say(common, 'lesson')}{' '}
        {places.map(({ module, lesson }, index) => (
          <span key={lesson.matter.id}>
            {index > 0 ? ', ' : ''}
            <Link href={pathFor(locale, `/modules/${module.slug}/lessons/${lesson.slug}`)} prefetch={false}>
              {lesson.matter.title}
            </Link>
          </span>
        ))}
      </p>
      <PrivateNote>{say(common, 'private')}</PrivateNote>
      <Tool tool={tool} messages={messages[tool]} common={common} titles={titles} locale={locale} />
    </div>
  )
}
