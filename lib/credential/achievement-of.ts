/** What completing a module is worth saying on a certificate, taken from the course as it is now. Pure. */
import type { LoadedCourse } from '#lib/course/loaded.ts'
import type { Achievement } from './schema.ts'

/** @returns null for a module that the course does not have */
export function achievementOf({ course, modules }: Pick<LoadedCourse, 'course' | 'modules'>, slug: string): Achievement | null {
  const entry = course.modules.find((module) => module.slug === slug)
  const loaded = modules.get(slug)
  if (!entry || !loaded) return null
  return {
    site: course.site,
    course: course.title,
    courseVersion: course.version,
    module: { slug, number: entry.number, title: entry.title, motif: entry.motif },
    lessons: loaded.lessons.length,
    scenario: loaded.scenario !== null,
    passMark: course.passMark,
    minutes: loaded.minutes.total,
    objectives: loaded.module.objectives.map((objective) => objective.text),
  }
}
