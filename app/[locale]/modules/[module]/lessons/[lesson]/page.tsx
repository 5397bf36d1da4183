import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LessonBar, type Step } from '#components/lesson/lesson-bar.tsx'
import { LessonBody } from '#components/lesson/lesson-body.tsx'
import { lessonComponents } from '#components/lesson/lesson-components.tsx'
import { LessonHead } from '#components/lesson/lesson-head.tsx'
import styles from '#components/lesson/lesson-page.module.css'
import { ReadMark } from '#components/lesson/read-mark.tsx'
import { ReadingLine } from '#components/lesson/reading-line.tsx'
import { LessonOwn } from '#components/notebook/lesson-own.tsx'
import { ToolLink } from '#components/toolkit/tool-link.tsx'
import { compileLesson } from '#lib/course/compile-lesson.ts'
import { findLesson, type LoadedModule, loadCourse } from '#lib/course/load-course.ts'
import { objectId } from '#lib/course/schema.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

type Params = { params: Promise<{ locale: string; module: string; lesson: string }> }

export const dynamicParams = false

export async function generateStaticParams({ params }: { params: { locale: string } }) {
  const course = await loadCourse(params.locale)
  return [...course.modules.values()].flatMap(({ slug, lessons }) => lessons.map((lesson) => ({ module: slug, lesson: lesson.slug })))
}

async function placeOf({ params }: Params) {
  const { locale, module, lesson } = await params
  if (!isLocale(locale)) notFound()
  const course = await loadCourse(locale)
  const place = findLesson(course, module, lesson)
  if (!place) notFound()
  return { locale, course, place }
}

export async function generateMetadata(props: Params): Promise<Metadata> {
  const { place } = await placeOf(props)
  const { title, summary } = place.lesson.matter
  return { title: `${title} · ${place.module.module.title}`, description: summary }
}

export default async function LessonPage(props: Params) {
  const { locale, course, place } = await placeOf(props)
  const { module, lesson, index } = place
  const messages = messagesFor(locale)
  const object = objectId.lesson(module.slug, lesson.slug)
  const code = await compileLesson(lesson)
  const motif = course.course.modules.find((one) => one.slug === module.slug)?.motif ?? 'route'
  return (
    <div className={styles['page']} data-module={module.number}>
      <ReadingLine />
      <article className={styles['column']}>
        <LessonHead
          messages={messages.lesson}
          locale={locale}
          module={{ title: module.module.title, href: pathFor(locale, `/modules/${module.slug}`), motif }}
          index={index + 1}
          count={module.lessons.length}
          minutes={lesson.minutes}
          title={lesson.matter.title}
        />
        <LessonOwn object={object} notebook={pathFor(locale, '/notebook')} words={ownWords(messages.notebook)} />
        <LessonBody code={code} components={lessonComponents(course, place, locale)} />
        {lesson.matter.toolkit?.map((tool) => (
          <ToolLink
            key={tool}
            kicker={say(messages.toolkit.common, 'in-lesson')}
            title={say(messages.toolkit[tool], 'title')}
            summary={say(messages.toolkit[tool], 'summary')}
            href={pathFor(locale, `/toolkit/${tool}`)}
          />
        ))}
        <ReadMark object={object} contentHash={lesson.fingerprint} />
        <div id="notes" className={styles['notes']} />
      </article>
      <LessonBar label={say(messages.lesson, 'around')} {...stepsAround(module, index, messages.lesson, locale)} />
    </div>
  )
}

const ownWords = (messages: Messages) => ({
  bookmark: say(messages, 'bookmark'),
  section: say(messages, 'bookmark-section'),
  notes: say(messages, 'notes'),
  wait: say(messages, 'notes-wait'),
  on: say(messages, 'notes-on'),
  private: say(messages, 'notes-private'),
  kept: say(messages, 'notes-kept'),
  close: say(messages, 'notes-close'),
  all: say(messages, 'title'),
})

/** Before the first lesson stands the module's own page; after the last its scenario, or the check where it has none. */
function stepsAround(module: LoadedModule, index: number, messages: Messages, locale: Locale): { previous: Step; next: Step } {
  const base = `/modules/${module.slug}`
  const lessonStep = (at: number, kind: string): Step | undefined => {
    const lesson = module.lessons[at]
    return lesson && { href: pathFor(locale, `${base}/lessons/${lesson.slug}`), kind: say(messages, kind), title: lesson.matter.title }
  }
  const step = (path: string, kind: string, title: string): Step => ({
    href: pathFor(locale, base + path),
    kind: say(messages, kind),
    title,
  })
  const after = () => {
    if (module.scenario) return step('/scenario', 'next-scenario', module.scenario.title)
    if (module.items.length > 0) return step('/quiz', 'next', say(messages, 'check'))
    return step('', 'next', module.module.title)
  }
  return {
    previous: lessonStep(index - 1, 'previous') ?? step('', 'up', module.module.title),
    next: lessonStep(index + 1, 'next') ?? after(),
  }
}
