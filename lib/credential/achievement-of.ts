/** What completing a module, or the course, is worth saying on a certificate, taken from the course as it is now. Pure. */
import type { LoadedCourse } from '#lib/course/loaded.ts'
import type { Achievement, CourseAchievement, ModuleAchievement } from './schema.ts'

type Course = Pick<LoadedCourse, 'course' | 'modules' | 'competencies'>

/** @returns null for a module that the course does not have */
export function achievementOf({ course, modules, competencies }: Course, slug: string): ModuleAchievement | null {
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
    ...indicatorsOf(competencies, loaded.module.competencies),
  }
}

/** The whole course. Only when all of its modules have been written is there anything to complete. */
export function courseAchievementOf({ course, modules, competencies }: Course): CourseAchievement | null {
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
    ...indicatorsOf(
      competencies,
      loaded.flatMap(({ module }) => module.competencies),
    ),
  }
}

/**
 * What was issued before indicators were kept gets those of the course as it is now; everything else stays as it stood.
 * @param module slug, or the id of the course
 */
export function withIndicators(achievement: Achievement, course: Course, module: string): Achievement {
  if (achievement.indicators) return achievement
  const now = 'modules' in achievement ? courseAchievementOf(course) : achievementOf(course, module)
  return now ? { ...achievement, framework: now.framework, indicators: now.indicators } : achievement
}

/** In the order of the framework, each once. */
function indicatorsOf(framework: LoadedCourse['competencies'], ids: readonly string[]): Pick<Achievement, 'framework' | 'indicators'> {
  return {
    framework: framework.title,
    indicators: framework.competencies.flatMap(({ title, indicators }) =>
      indicators.flatMap(({ id, text }) => (ids.includes(id) ? [{ id, competency: title, text }] : [])),
    ),
  }
}
