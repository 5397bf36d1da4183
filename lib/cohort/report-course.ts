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

/** Title of what was reflected on: the reflection of a module or an activity of a lesson; its id where the course has it no more. */
export function titleOfReflection(course: LoadedCourse, object: string): string {
  const [slug = '', ...rest] = object.split('/')
  const loaded = course.modules.get(slug)
  const own = loaded ? [loaded.module.reflection, loaded.module.task, ...loaded.lessons.flatMap(({ matter }) => matter.activities)] : []
  const title = own.find(({ id }) => id === rest.at(-1))?.title
  return title ? `${loaded!.module.title}: ${title}` : object
}
