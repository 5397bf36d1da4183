import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CertificateOffer } from '#components/certificate/certificate-offer.tsx'
import { wordsFor } from '#components/certificate/words.ts'
import styles from '#components/quiz/quiz.module.css'
import type { QuizOutline } from '#components/quiz/quiz-outline.ts'
import { QuizPlayer } from '#components/quiz/quiz-player.tsx'
import { ModuleMark } from '#components/ui/module-mark.tsx'
import { type LoadedModule, loadCourse } from '#lib/course/load-course.ts'
import { objectId } from '#lib/course/schema.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { quizContentOf } from '#lib/quiz/content-of.ts'
import { toPublic } from '#lib/quiz/interactions/reflect/public.ts'
import { isScored } from '#lib/quiz/interactions/registry.ts'

type Params = { params: Promise<{ locale: string; module: string }> }

export const dynamicParams = false

export async function generateStaticParams() {
  const { modules } = await loadCourse()
  return [...modules.values()].filter(({ items }) => items.length > 0).map(({ slug }) => ({ module: slug }))
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { locale, module } = await params
  if (!isLocale(locale)) return {}
  const title = (await loadCourse(locale)).modules.get(module)?.module.title
  return title ? { title: say(messagesFor(locale).quiz, 'pageTitle', { module: title }) } : {}
}

/** A static shell, the same for everybody: no item is in it. The player asks the site for an attempt. */
export default async function QuizPage({ params }: Params) {
  const { locale, module: slug } = await params
  if (!isLocale(locale)) notFound()
  const loaded = await loadCourse(locale)
  const { course, modules } = loaded
  const entry = course.modules.find((one) => one.slug === slug)
  const found = modules.get(slug)
  if (!entry || !found || found.items.length === 0) notFound()
  const all = messagesFor(locale)
  const outline = outlineQuiz(found, course.passMark, quizContentOf(loaded, slug)?.moved ?? {}, locale)
  return (
    <div className={styles['page']} data-module={entry.number}>
      <p className={styles['where']}>
        <ModuleMark motif={entry.motif} />
        <a href={outline.moduleHref}>{found.module.title}</a>
      </p>
      <h1>{say(all.quiz, 'title')}</h1>
      <p className={styles['intro']}>{say(all.quiz, 'lead')}</p>
      <QuizPlayer
        outline={outline}
        messages={all.quiz}
        locale={locale}
        certificate={
          <CertificateOffer
            module={slug}
            moduleTitle={found.module.title}
            scenario={found.scenario !== null}
            messages={wordsFor('offer', all.certificate)}
            locale={locale}
          />
        }
      />
    </div>
  )
}

/** Field by field: nothing of an item but the reflection, which has no key. */
function outlineQuiz(
  { slug, module, lessons, scenario, items, minutes }: LoadedModule,
  passMark: number,
  moved: Readonly<Record<string, string>>,
  locale: Locale,
): QuizOutline {
  const path = (rest: string) => pathFor(locale, `/modules/${slug}${rest}`)
  const reflection = items.find((item) => item.kind === 'reflect')
  return {
    module: slug,
    passMark,
    draw: Math.min(module.quiz.draw, items.filter(isScored).length),
    practice: Math.min(module.quiz.practice, items.filter((item) => item.kind === 'sjt' && !item.keyConfirmed).length),
    minutes: minutes.quiz,
    objectives: module.objectives.map(({ id, text, lessons: taught }) => ({ id, text, lessons: taught })),
    lessons: lessons.map((lesson) => ({ slug: lesson.slug, title: lesson.matter.title, href: path(`/lessons/${lesson.slug}`) })),
    scenario: scenario && { title: scenario.title, href: path('/scenario') },
    moduleHref: path(''),
    ...(Object.keys(moved).length > 0 ? { moved } : {}),
    reflection: reflection ? { item: toPublic(reflection), keep: objectId.moduleActivity(slug, module.reflection.id) } : null,
  }
}
