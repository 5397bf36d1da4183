import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import fold from '#components/ui/fold.module.css'
import { Verify } from '#components/verify/verify.tsx'
import styles from '#components/verify/verify-page.module.css'
import { loadCourse } from '#lib/course/load-course.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

type Props = PageProps<'/[locale]/verify'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = messagesFor((await params).locale as Locale).verify
  return { title: say(messages, 'meta-title'), description: say(messages, 'description') }
}

/** For a stranger with a certificate in the hand: the same bytes for everybody; what is given stays in the browser. */
export default async function VerifyPage({ params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const { course, modules } = await loadCourse(locale)
  const messages = messagesFor(locale).verify
  const titles = { [course.id]: course.title, ...Object.fromEntries([...modules.values()].map(({ slug, module }) => [slug, module.title])) }
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <h1>{say(messages, 'title')}</h1>
        <p>{say(messages, 'lead')}</p>
        <noscript>
          <p className={styles['without']}>{say(messages, 'no-script')}</p>
        </noscript>
      </div>
      <Verify site={course.site} titles={titles} messages={messages} locale={locale} />
      <details className={styles['about']}>
        <summary className={fold['summary']}>{say(messages, 'about-title')}</summary>
        {[1, 2, 3, 4].map((place) => (
          <p key={place}>{say(messages, `about-${place}`)}</p>
        ))}
      </details>
    </div>
  )
}
