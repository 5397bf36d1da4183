/** Which indicators the course builds, and where. Pure. */
import type { Competencies, Indicator } from './schema.ts'

export type CompetencyCoverage = {
  id: string
  title: string
  indicators: readonly (Indicator & { modules: readonly string[] })[]
  /** how many of the indicators at least one module builds */
  built: number
}

/** Every indicator of the framework, in its order. */
export function indicatorsOf(competencies: Competencies): Indicator[] {
  return competencies.competencies.flatMap((competency) => competency.indicators)
}

/**
 * @param built for each module (slug) the ids of the indicators it builds
 * @returns every competency of the framework, also those that nothing builds
 */
export function coverage(competencies: Competencies, built: ReadonlyMap<string, readonly string[]>): CompetencyCoverage[] {
  return competencies.competencies.map(({ id, title, indicators }) => {
    const withModules = indicators.map((indicator) => ({
      ...indicator,
      modules: [...built].filter(([, ids]) => ids.includes(indicator.id)).map(([module]) => module),
    }))
    return { id, title, indicators: withModules, built: withModules.filter((indicator) => indicator.modules.length > 0).length }
  })
}
