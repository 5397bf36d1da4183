/** What completing a module, or the course, is worth saying on a certificate, taken from the course as it is now. Pure. */
import type { LoadedCourse } from '#lib/course/loaded.ts'
import type { CourseAchievement, ModuleAchievement } from './schema.ts'

/** @returns null for a module that the course does not have */
export function achievementOf({ course, modules }: Pick<LoadedCourse, 'course' | 'modules'>, slug: string): ModuleAchievement | null {
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

/** The whole course. Only when all of its modules have been written is there anything to complete. */
export function courseAchievementOf({ course, modules }: Pick<LoadedCourse, 'course' | 'modules'>): CourseAchievement | null {
  const loaded = course.modules.flatMap(({ slug }) => modules.get(slug) ?? [])
  if (loaded.length < course.modules.length) return null
  return {
    site: course.site,
    course: course.title,
    courseVersion: course.version,
    modules: course.modules.map(({ number, title }) => ({ number, title })),
    lessons: loaded.reduce((sum, { lessons }) => sum + lessons.length, 0),
    scenarios: loaded.filter(({ scenario }) => scenario !== null).length,
    passMark: course.passMark,
    minutes: loaded.reduce((sum, { minutes }) => sum + minutes.total, 0),
    outcomes: course.outcomes,
  }
}
