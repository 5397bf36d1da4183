/** What home and module pages tell the browser of the course: names, order, lengths, addresses. No content, no keys. Pure. */
import { type Locale, pathFor } from '#lib/message/locale.ts'
import { kindOfPath, moduleOf } from '#lib/statement/known-objects.ts'
import type { LoadedCourse } from './loaded.ts'
import { movesOf } from './read-migrations.ts'
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
    /** older ids of what a learner reads, plays and does in it, and what carries on for each */
    moved?: Readonly<Record<string, string>>
  }[]
}

export function outlineCourse({ course, modules, migrations }: LoadedCourse, locale: Locale): CourseOutline {
  const moves = [...movesOf(migrations)].filter(([id]) => ['lesson', 'activity', 'scene'].includes(kindOfPath(id) ?? ''))
  return {
    modules: course.modules.map(({ slug, number, title, short }) => {
      const loaded = modules.get(slug)
      const moved = moves.filter(([, to]) => moduleOf(to) === slug)
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
        ...(moved.length > 0 ? { moved: Object.fromEntries(moved) } : {}),
      }
    }),
  }
}
