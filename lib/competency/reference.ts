/**
 * What of the course and of its competency framework an activity shows besides its own data. Pure. It becomes part of the
 * page, so it holds only what is shown: no ids of indicators, no definitions.
 */
import type { ActivityKind } from '#lib/activity/schema.ts'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import { coverage } from './coverage.ts'

export type ModuleName = { slug: string; number: number; title: string }

export type ReferenceIndicator = {
  text: string
  /** values have none */
  level?: 1 | 2 | 3
  /** numbers of the modules that build it */
  modules?: readonly number[]
}

export type Framework = {
  title: string
  /** shown wherever an indicator is shown */
  note: string
  elements: readonly {
    id: 'values' | 'core' | 'managerial'
    title: string
    for: string
    competencies: readonly { title: string; indicators: readonly ReferenceIndicator[] }[]
  }[]
}

export type Reference = { modules: readonly ModuleName[]; framework?: Framework }

/** @returns undefined for a kind that shows nothing of it, which is nearly every one */
export function referenceFor(kind: ActivityKind, course: LoadedCourse): Reference | undefined {
  switch (kind) {
    case 'explorer':
      return { modules: moduleNames(course), framework: frameworkOf(course) }
    case 'grid':
    case 'self-rating':
    case 'plan-builder':
      return { modules: moduleNames(course) }
    default:
      return undefined
  }
}

function moduleNames({ course }: Pick<LoadedCourse, 'course'>): ModuleName[] {
  return course.modules.map(({ slug, number, short }) => ({ slug, number, title: short }))
}

function frameworkOf({ course, competencies, modules }: LoadedCourse): Framework {
  const numbers = new Map(course.modules.map(({ slug, number }) => [slug, number]))
  const covered = coverage(competencies, new Map([...modules.values()].map(({ slug, module }) => [slug, module.competencies])))
  const indicatorsOf = (competency: string) =>
    (covered.find(({ id }) => id === competency)?.indicators ?? []).map(({ text, level, modules }): ReferenceIndicator => {
      const built = modules.flatMap((slug) => numbers.get(slug) ?? []).sort((a, b) => a - b)
      return { text, ...(level ? { level } : {}), ...(built.length > 0 ? { modules: built } : {}) }
    })
  return {
    title: competencies.title,
    note: competencies.note,
    elements: competencies.elements.map(({ id, title, for: whom }) => ({
      id,
      title,
      for: whom,
      competencies: competencies.competencies
        .filter(({ element }) => element === id)
        .map((one) => ({ title: one.title, indicators: indicatorsOf(one.id) })),
    })),
  }
}
