/** What a report of one module has to know of the course. Pure. Holds keys of marked items: for the server only. */
import type { LoadedCourse, LoadedModule } from '#lib/course/loaded.ts'
import { objectId } from '#lib/course/schema.ts'
import { courseRules } from '#lib/progress/course-rules.ts'
import type { ModuleShape, RunsOf } from '#lib/progress/outline.ts'
import type { Scenario } from '#lib/scenario/schema.ts'
import type { GridModule } from './grid.ts'
import type { ScenarioPlace } from './report-runs.ts'

export type ReportedModule = {
  slug: string
  loaded: LoadedModule
  shape: ModuleShape
  runsOf: RunsOf
  scenario: (ScenarioPlace & { story: Scenario }) | null
}

/** undefined where the course has no such module */
export function reportedModule(course: LoadedCourse, slug: string): ReportedModule | undefined {
  const loaded = course.modules.get(slug)
  if (!loaded) return undefined
  const rules = courseRules(course)
  const shape = rules.shapeOf(slug)
  const object = objectId.scenario(slug)
  const former = new Set(course.lock.scenarios[slug]?.filter((hash) => hash !== loaded.fingerprints[object]))
  const scenario = loaded.scenario && { story: loaded.scenario, object, former, ...(shape.moved ? { moved: shape.moved } : {}) }
  return { slug, loaded, shape, runsOf: rules.runsOf, scenario }
}

/** The modules as the grid wants them. */
export function gridModules(course: LoadedCourse): GridModule[] {
  return course.course.modules.flatMap(({ slug, number, title, short }) => {
    const loaded = course.modules.get(slug)
    return loaded ? [{ slug, number, title, short, scenario: loaded.scenario !== null }] : []
  })
}

/** The scenes in the order in which the story passes them, farthest from the start last; of equals the author's order. */
export function scenesInOrder(story: Scenario, layers: ReadonlyMap<string, number>): Scenario['scenes'] {
  return story.scenes.toSorted((a, b) => (layers.get(a.id) ?? Number.MAX_SAFE_INTEGER) - (layers.get(b.id) ?? Number.MAX_SAFE_INTEGER))
}
