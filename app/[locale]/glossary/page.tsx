import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { GlossaryFilter } from '#components/glossary/glossary-filter.tsx'
import styles from '#components/glossary/glossary-page.module.css'
import { lessonsOfTerms } from '#lib/course/lessons-of-term.ts'
import { lettersOfGlossary } from '#lib/course/letters-of-glossary.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

type Props = PageProps<'/[locale]/glossary'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = messagesFor((await params).locale as Locale).glossary
  return { title: say(messages, 'title'), description: say(messages, 'description') }
}

/** Every term, from A to Z: the same words as in the lessons, with where each is used. */
export default async function GlossaryPage({ params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const course = await loadCourse(locale)
  const { glossary } = course
  const messages = messagesFor(locale).glossary
  const places = lessonsOfTerms(course)
  const letters = lettersOfGlossary(glossary, locale)
  const anchor = (letter: string) => (letter === '#' ? 'letter-0-9' : `letter-${letter.toLowerCase()}`)
  const name = (letter: string) => (letter === '#' ? say(messages, 'other') : letter)
  const count = Object.keys(glossary).length
  return (
    <div className={styles['page']} data-glossary="">
      <div className={styles['head']}>
        <h1>{say(messages, 'title')}</h1>
        <p>{say(messages, 'lead', { count }, locale)}</p>
      </div>
      <div className={styles['index']}>
        <GlossaryFilter total={count} messages={messages} locale={locale} />
        <nav aria-label={say(messages, 'letters')}>
          <ol className={styles['letters']}>
            {letters.map(({ letter }) => (
              <li key={letter} data-to-letter={anchor(letter)}>
                <a href={`#${anchor(letter)}`}>{name(letter)}</a>
              </li>
            ))}
          </ol>
        </nav>
      </div>
      <div className={styles['terms']}>
        {letters.map(({ letter, terms }) => (
          <section key={letter} className={styles['letter']} data-letter="" aria-labelledby={anchor(letter)}>
            <h2 id={anchor(letter)}>{name(letter)}</h2>
            <div>
              {terms.map(({ id, term, definition, see = [] }) => (
                <article key={id} id={id} className={styles['term']} data-term={`${term} ${definition}`} aria-labelledby={`${id}-term`}>
                  <h3 id={`${id}-term`}>{term}</h3>
                  <p>{definition}</p>
                  {see.length > 0 ? (
                    <p className={styles['more']}>
                      <span>{say(messages, 'see')}</span>
                      {see.map((other) => (
                        <a key={other} href={`#${other}`}>
                          {glossary[other]?.term ?? other}
                        </a>
                      ))}
                    </p>
                  ) : null}
                  {places.has(id) ? (
                    <p className={styles['more']}>
                      <span>{say(messages, 'taught')}</span>
                      {places.get(id)!.map(({ module, lesson }) => (
                        <Link
                          key={`${module.slug}/${lesson.slug}`}
                          href={pathFor(locale, `/modules/${module.slug}/lessons/${lesson.slug}`)}
                          prefetch={false}
                          data-module={module.number}
                        >
                          {lesson.matter.title}
                        </Link>
                      ))}
                    </p>
                  ) : null}
                </article>
              ))}
            </div>
          </section>
        ))}
      </div>
    </div>
  )
}
