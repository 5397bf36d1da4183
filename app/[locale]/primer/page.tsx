import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LessonBody } from '#components/lesson/lesson-body.tsx'
import { lessonComponents } from '#components/lesson/lesson-components.tsx'
import styles from '#components/lesson/lesson-page.module.css'
import { compileLesson } from '#lib/course/compile-lesson.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

type Props = PageProps<'/[locale]/primer'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { primer } = await loadCourse((await params).locale as Locale)
  return primer ? { title: primer.matter.title, description: primer.matter.summary } : {}
}

/** Background for those who are new to the trade: offered, not required, and nobody keeps count of who read it. */
export default async function PrimerPage({ params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const course = await loadCourse(locale)
  const { primer } = course
  if (!primer) notFound()
  const messages = messagesFor(locale).lesson
  return (
    <div className={styles['page']} data-module={1}>
      <article className={styles['column']}>
        <p className={styles['where']}>
          {say(messages, 'primer')} · {say(messages, 'minutes', { count: primer.minutes }, locale)}
        </p>
        <h1>{primer.matter.title}</h1>
        <LessonBody code={await compileLesson(primer)} components={lessonComponents(course, null, locale)} />
      </article>
    </div>
  )
}
