import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import quiz from '#components/quiz/quiz.module.css'
import { Review } from '#components/review/review.tsx'
import type { ReviewOutline } from '#components/review/review-outline.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { courseRules } from '#lib/progress/course-rules.ts'

export async function generateMetadata({ params }: PageProps<'/[locale]/review'>): Promise<Metadata> {
  const { review } = messagesFor((await params).locale as Locale)
  return { title: say(review, 'pageTitle'), description: say(review, 'description') }
}

/** A static shell, the same for everybody: what is due is worked out in the browser, and no item is in it. */
export default async function ReviewPage({ params }: PageProps<'/[locale]/review'>) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const course = await loadCourse(locale)
  const { review, quiz: quizMessages } = messagesFor(locale)
  const outline: ReviewOutline = {
    home: pathFor(locale, '/'),
    review: pathFor(locale, '/review'),
    modules: course.course.modules.map(({ slug, number, short }) => ({ slug, number, short })),
    moved: Object.assign({}, ...courseRules(course).outline.map(({ moved }) => moved)),
  }
  return (
    <div className={quiz['page']}>
      <h1>{say(review, 'title')}</h1>
      <p className={quiz['intro']}>{say(review, 'lead')}</p>
      <Review outline={outline} messages={review} quizMessages={quizMessages} locale={locale} />
    </div>
  )
}
