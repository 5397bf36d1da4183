/** The indicators of the framework, narrowed down, and which of them apply to somebody. Pure. */
import type { Framework, ReferenceIndicator } from '#lib/competency/reference.ts'
import type { Statement } from '#lib/statement/schema.ts'
import type { ActivityOf } from './schema.ts'

export type Explorer = ActivityOf<'explorer'>
export type Person = Explorer['people'][number]
/** What goes into a statement's `result.response`: the ids of the sets that were ticked. */
export type ExplorerResponse = { person: string; sets: string[] }

export type ElementId = Framework['elements'][number]['id']
/** null: any. `module` is a number. */
export type Filters = { element: ElementId | null; level: 1 | 2 | 3 | null; module: number | null }
export const noFilters: Filters = { element: null, level: null, module: null }

export type Found = {
  count: number
  total: number
  elements: {
    id: ElementId
    title: string
    for: string
    competencies: { title: string; indicators: readonly ReferenceIndicator[]; total: number }[]
  }[]
}

/** What is left under its headings; an element or competency without anything is left out. */
export function findIndicators(framework: Framework, { element, level, module }: Filters): Found {
  const fits = (one: ReferenceIndicator) =>
    (level === null || one.level === level) && (module === null || (one.modules?.includes(module) ?? false))
  let total = 0
  let count = 0
  const elements = framework.elements.map((one) => ({
    id: one.id,
    title: one.title,
    for: one.for,
    competencies: one.competencies.map(({ title, indicators }) => {
      const left = element === null || element === one.id ? indicators.filter(fits) : []
      total += indicators.length
      count += left.length
      return { title, indicators: left, total: indicators.length }
    }),
  }))
  return {
    count,
    total,
    elements: elements
      .map((one) => ({ ...one, competencies: one.competencies.filter(({ indicators }) => indicators.length > 0) }))
      .filter(({ competencies }) => competencies.length > 0),
  }
}

/** Person → the sets last ticked for them. People and sets that the content no longer has are left out. */
export function setsGiven(data: Explorer, statements: readonly Pick<Statement, 'result'>[]): ReadonlyMap<string, readonly string[]> {
  const given = new Map<string, readonly string[]>()
  for (const { result } of statements) {
    const response = result?.response
    if (typeof response !== 'object' || response === null) continue
    const { person, sets } = response as Partial<ExplorerResponse>
    const known = data.people.find(({ id }) => id === person)
    if (known && Array.isArray(sets))
      given.set(
        known.id,
        known.sets.flatMap(({ id }) => (sets.includes(id) ? [id] : [])),
      )
  }
  return given
}

/** How a set was judged: named after what is true, and whether it was said. */
export type Verdict = 'applies' | 'applies-missed' | 'not' | 'not-ticked'

export function verdictOn(set: Person['sets'][number], ticked: readonly string[]): Verdict {
  const said = ticked.includes(set.id)
  return set.applies ? (said ? 'applies' : 'applies-missed') : said ? 'not-ticked' : 'not'
}

export function allRight({ sets }: Person, ticked: readonly string[]): boolean {
  return sets.every((set) => set.applies === ticked.includes(set.id))
}
