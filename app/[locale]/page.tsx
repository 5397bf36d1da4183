import type { Metadata } from 'next'
import Link from 'next/link'
import { Due } from '#components/assignments/due.tsx'
import { wordsFor } from '#components/certificate/words.ts'
import { CourseCertificate } from '#components/home/course-certificate.tsx'
import { CourseRoute } from '#components/home/course-route.tsx'
import { GoOn } from '#components/home/go-on.tsx'
import styles from '#components/home/home.module.css'
import { ReviewDue } from '#components/review/review-due.tsx'
import { loadCourse } from '#lib/course/load-course.ts'
import { outlineCourse } from '#lib/course/outline-course.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export async function generateMetadata({ params }: PageProps<'/[locale]'>): Promise<Metadata> {
  const { course } = await loadCourse((await params).locale as Locale)
  return { title: { absolute: `${course.site}: ${course.title}` }, description: course.summary }
}

export default async function HomePage({ params }: PageProps<'/[locale]'>) {
  const { locale } = await params
  if (!isLocale(locale)) return null
  const loaded = await loadCourse(locale)
  const { course, modules } = loaded
  const { home: messages, certificate, review } = messagesFor(locale)
  const outline = outlineCourse(loaded, locale)
  const open = [...modules.values()]
  const lengths = open
    .flatMap(({ lessons, minutes }) => [...lessons.map((lesson) => lesson.minutes), minutes.scenario, minutes.quiz])
    .filter((one) => one > 0)
  const steps = ['Lessons', 'Scenario', 'Check', 'Certificate']
  return (
    <div className={styles['wrap']}>
      <Due outline={outline} locale={locale} />
      <div className={styles['hero']}>
        <h1>{course.promise}</h1>
        <div className={styles['pitch']}>
          <p>{course.summary}</p>
          <div className={styles['action']}>
            <GoOn outline={outline} messages={messages} />
            <ReviewDue className={styles['honest']} href={pathFor(locale, '/review')} text={say(review, 'dueLine')} />
            <p className={styles['honest']}>
              {say(
                messages,
                'honest',
                {
                  count: open.length,
                  minutes: open.reduce((sum, { minutes }) => sum + minutes.total, 0),
                  shortest: Math.min(...lengths),
                  longest: Math.max(...lengths),
                },
                locale,
              )}
            </p>
            {loaded.primer ? (
              <p className={styles['honest']}>
                {say(messages, 'primer')}{' '}
                <Link href={pathFor(locale, '/primer')} prefetch={false}>
                  {loaded.primer.matter.title}
                </Link>
              </p>
            ) : null}
          </div>
        </div>
      </div>
      <CourseRoute outline={outline} messages={messages} locale={locale} />
      <h2 className={styles['title']}>{say(messages, 'outcomesTitle')}</h2>
      <ul className={styles['outcomes']}>
        {course.outcomes.map((outcome) => (
          <li key={outcome}>
            <svg
              width="18"
              height="18"
              viewBox="0 0 18 18"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.6"
              strokeLinecap="round"
              aria-hidden="true"
            >
              <path d="M1.500 12.500c2.500-4.500 5-4.500 7.500 0s5 4.500 7.500-1M1.500 7.500C4 3 6.500 3 9 7.500s5 4.500 7.500-1" />
            </svg>
            {outcome}
          </li>
        ))}
      </ul>
      <h2 className={styles['title']}>{say(messages, 'howTitle')}</h2>
      <ol className={styles['how']}>
        {steps.map((step) => (
          <li key={step}>
            <h3>{say(messages, `how${step}Title`)}</h3>
            <p>{say(messages, `how${step}`)}</p>
          </li>
        ))}
      </ol>
      <h2 className={styles['title']} id="certificate">
        {say(certificate, 'courseTitle')}
      </h2>
      <CourseCertificate
        course={{ id: course.id, title: course.title }}
        outline={outline}
        messages={wordsFor('offer', certificate)}
        locale={locale}
      />
    </div>
  )
}
