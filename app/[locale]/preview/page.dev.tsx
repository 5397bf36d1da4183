import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { type LessonRow, LessonTable } from '#components/preview/lesson-table.tsx'
import styles from '#components/preview/preview.module.css'
import { type LoadedModule, loadDraft } from '#lib/course/load-course.ts'
import { eachModule } from '#lib/course/places.ts'
import type { Problem } from '#lib/course/problem.ts'
import { isEasy, readingLevel } from '#lib/course/reading-level.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  return isLocale(locale) ? { title: say(messagesFor(locale).preview, 'kicker') } : {}
}

/** Everything there is, for its authors. */
export default async function PreviewPage({ params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const draft = await loadDraft(locale)
  const { course } = draft.written
  const modules = eachModule(draft.written)
  const messages = messagesFor(locale).preview
  const sum = (count: (module: LoadedModule) => number) => modules.reduce((total, module) => total + count(module), 0)
  const figures = {
    modules: modules.length,
    lessons: sum(({ lessons }) => lessons.length),
    items: sum(({ items }) => items.length),
    scenarios: sum(({ scenario }) => (scenario ? 1 : 0)),
    minutes: sum(({ minutes }) => minutes.total),
  }
  return (
    <div className={styles['page']}>
      <p className={styles['kicker']}>{say(messages, 'kicker')}</p>
      <h1>{say(messages, 'title')}</h1>
      <p className={styles['lead']}>{say(messages, 'lead')}</p>
      <p className={styles['figures']}>{say(messages, 'figures', figures, locale)}</p>
      <p className={styles['soft']}>{say(messages, 'readingNote')}</p>
      {course.modules.map(({ slug, title, number }) => {
        const module = draft.written.modules.get(slug)
        const base = pathFor(locale, `/preview/${slug}`)
        return (
          <section key={slug} data-module={number} className={styles['section']} aria-labelledby={`module-${slug}`}>
            <h2 id={`module-${slug}`}>
              {number}. {title}
            </h2>
            {module ? (
              <>
                <LessonTable
                  label={say(messages, 'lessonsOf', { module: title })}
                  rows={module.lessons.map((lesson) =>
                    rowOf(lesson, pathFor(locale, `/modules/${slug}/lessons/${lesson.slug}`), draft.problems()),
                  )}
                  messages={messages}
                  locale={locale}
                />
                <ul className={styles['ways']}>
                  <li>
                    {module.items.length > 0 ? (
                      <Link href={`${base}/items`}>{say(messages, 'itemsLink', { count: module.items.length }, locale)}</Link>
                    ) : (
                      say(messages, 'noItems')
                    )}
                  </li>
                  <li>
                    {module.scenario ? (
                      <Link href={`${base}/scenario`}>{say(messages, 'scenarioLink', { title: module.scenario.title })}</Link>
                    ) : (
                      say(messages, 'noScenario')
                    )}
                  </li>
                  <li>
                    <Link href={pathFor(locale, `/modules/${slug}`)}>{say(messages, 'modulePage')}</Link>
                  </li>
                </ul>
              </>
            ) : (
              <p>{say(messages, 'notWritten', { title, slug })}</p>
            )}
          </section>
        )
      })}
    </div>
  )
}

function rowOf({ file, matter, minutes, outline }: LoadedModule['lessons'][number], href: string, problems: readonly Problem[]): LessonRow {
  const level = readingLevel(outline.prose)
  return {
    title: matter.title,
    href,
    file,
    minutes,
    words: outline.words,
    sentence: level.wordsInSentence,
    grade: level.grade,
    hard: !isEasy(level),
    problems: problems.filter((problem) => problem.file === file).length,
  }
}
