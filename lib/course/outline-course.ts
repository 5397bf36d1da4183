/** What home and module pages tell the browser of the course: names, order, lengths, addresses. No content, no keys. Pure. */
import { type Locale, pathFor } from '#lib/message/locale.ts'
import type { LoadedCourse } from './loaded.ts'
import { objectId } from './schema.ts'

export type CourseOutline = {
  modules: readonly {
    slug: string
    number: number
    title: string
    short: string
    /** null while the module has no content yet */
    href: string | null
    /** whole minutes: lessons, scenario and check */
    minutes: number
    lessons: readonly { slug: string; title: string; href: string }[]
    scenario: { href: string } | null
    quiz: { href: string } | null
    /** object id of the seven-day task */
    task: string
  }[]
}

export function outlineCourse({ course, modules }: LoadedCourse, locale: Locale): CourseOutline {
  return {
    modules: course.modules.map(({ slug, number, title, short }) => {
      const loaded = modules.get(slug)
      const path = (rest = '') => pathFor(locale, `/modules/${slug}${rest}`)
      return {
        slug,
        number,
        title,
        short,
        href: loaded ? path() : null,
        minutes: loaded?.minutes.total ?? 0,
        lessons:
          loaded?.lessons.map((lesson) => ({ slug: lesson.slug, title: lesson.matter.title, href: path(`/lessons/${lesson.slug}`) })) ?? [],
        scenario: loaded?.scenario ? { href: path('/scenario') } : null,
        quiz: loaded && loaded.items.length > 0 ? { href: path('/quiz') } : null,
        task: objectId.moduleActivity(slug, loaded?.module.task.id ?? ''),
      }
    }),
  }
}
