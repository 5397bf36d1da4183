/** The framework as its page shows it: competencies with their indicators by level, and the modules that build each. Pure. */
import type { LoadedCourse } from '#lib/course/loaded.ts'
import { coverage } from './coverage.ts'
import type { Competencies } from './schema.ts'

export type PageModule = { slug: string; number: number; title: string; short: string }
export type PageIndicator = { id: string; text: string; modules: readonly PageModule[] }
export type PageCompetency = {
  id: string
  title: string
  definition: string
  /** one group without a level for values */
  levels: readonly { level: 1 | 2 | 3 | null; indicators: readonly PageIndicator[] }[]
  total: number
  built: number
  /** that build at least one of the indicators, in the order of the course */
  modules: readonly PageModule[]
}
export type FrameworkPage = {
  elements: readonly (Competencies['elements'][number] & { competencies: readonly PageCompetency[] })[]
  /** in the order of the course, only those that build something; `count`: indicators of the competency */
  modules: readonly (PageModule & { competencies: readonly { id: string; title: string; count: number }[] })[]
  total: number
  built: number
}

export function frameworkPage({ course, competencies, modules }: Pick<LoadedCourse, 'course' | 'competencies' | 'modules'>): FrameworkPage {
  const written: PageModule[] = course.modules
    .filter(({ slug }) => modules.has(slug))
    .map(({ slug, number, title, short }) => ({ slug, number, title, short }))
  const covered = coverage(competencies, new Map(written.map(({ slug }) => [slug, modules.get(slug)!.module.competencies])))
  const named = (slugs: readonly string[]) => written.filter(({ slug }) => slugs.includes(slug))
  const pageOf = ({ id, title, definition }: Competencies['competencies'][number]): PageCompetency => {
    const { indicators, built } = covered.find((one) => one.id === id)!
    const levels = [...new Set(indicators.map(({ level }) => level ?? null))]
    return {
      id,
      title,
      definition,
      levels: levels.map((level) => ({
        level,
        indicators: indicators
          .filter((one) => (one.level ?? null) === level)
          .map(({ id, text, modules }) => ({ id, text, modules: named(modules) })),
      })),
      total: indicators.length,
      built,
      modules: named(indicators.flatMap((one) => one.modules)),
    }
  }
  const elements = competencies.elements.map((element) => ({
    ...element,
    competencies: competencies.competencies.filter((one) => one.element === element.id).map(pageOf),
  }))
  return {
    elements,
    modules: written.flatMap((module) => {
      const counts = covered.flatMap(({ id, title, indicators }) => {
        const count = indicators.filter((one) => one.modules.includes(module.slug)).length
        return count > 0 ? [{ id, title, count }] : []
      })
      return counts.length > 0 ? [{ ...module, competencies: counts }] : []
    }),
    total: covered.reduce((sum, { indicators }) => sum + indicators.length, 0),
    built: covered.reduce((sum, { built }) => sum + built, 0),
  }
}
