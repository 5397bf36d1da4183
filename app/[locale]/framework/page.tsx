import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FrameworkView } from '#components/framework/framework-view.tsx'
import { frameworkPage } from '#lib/competency/framework-page.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

type Props = PageProps<'/[locale]/framework'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = messagesFor((await params).locale as Locale).framework
  return { title: say(messages, 'title'), description: say(messages, 'description') }
}

/**
 * The competency framework: certificates name indicators by their places on this page, so its address and the anchors (ids of indicators
 * and competencies) do not change.
 */
export default async function FrameworkPage({ params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const course = await loadCourse(locale)
  return (
    <FrameworkView source={course.competencies} page={frameworkPage(course)} messages={messagesFor(locale).framework} locale={locale} />
  )
}
