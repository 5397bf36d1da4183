/** From progress to an address: the exact place at which a learner goes on. Pure; the home page and the way there from any other page use the same. */
import type { CourseOutline } from '#lib/course/outline-course.ts'
import type { Progress } from './derive-progress.ts'

export type PlaceToGoOn = {
  href: string
  /** name of the module as on the map */
  module: string
  /** null before anything was begun */
  step: { kind: 'lesson'; number: number } | { kind: 'scenario' | 'quiz' | 'certificate' | 'course' } | null
}

/**
 * @param home address of the home page, where the certificate of the course is
 * @param progress null where it is not known; the first module is then the place
 * @returns null where the course has no module to go to
 */
export function placeToGoOn(outline: CourseOutline, progress: Progress | null, home: string): PlaceToGoOn | null {
  const goOn = progress?.goOn
  const first = outline.modules.find(({ href }) => href)
  const module = outline.modules.find(({ slug }) => slug === goOn?.module) ?? first
  if (!module?.href) return null
  const at = (href: string | undefined, step: PlaceToGoOn['step']) => ({ href: href ?? module.href!, module: module.short, step })
  const complete = progress && outline.modules.every(({ slug }) => progress.modules[slug]?.satisfiedAt != null)
  if (complete && progress.modules[module.slug]?.awarded) return at(`${home}#certificate`, { kind: 'course' })
  if (!goOn) return at(undefined, null)
  const { step } = goOn
  if (step.kind === 'lesson') {
    const number = module.lessons.findIndex(({ slug }) => slug === step.lesson)
    return at(module.lessons[number]?.href, { kind: 'lesson', number: number + 1 })
  }
  if (step.kind === 'certificate') return at(`${module.href}#certificate`, step)
  return at(module[step.kind]?.href, step)
}
