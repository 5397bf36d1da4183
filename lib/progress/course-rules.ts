/** What storing and deriving need to know of a course, taken from the loaded one. Pure. */
import type { LoadedCourse, LoadedModule } from '#lib/course/loaded.ts'
import { replayRun } from '#lib/scenario/run-scenario.ts'
import { type CourseOutline, type KnownObjects, knownObjects } from '#lib/statement/known-objects.ts'
import type { ModuleShape, ProgressOutline, Replay } from './outline.ts'

export type ProgressRules = {
  /** A module that the course no longer has is a shape without anything in it: what was done there is kept and not counted. */
  shapeOf(module: string): ModuleShape
  replay: Replay
  /** The object id that carries on for an older one, or the same. */
  currentId(object: string): string
  /** Fingerprint of the module as it is now. */
  fingerprintOf(module: string): string
}
export type CourseRules = ProgressRules & { known: KnownObjects; outline: ProgressOutline }

const noFingerprint = '0'.repeat(12)

export function courseRules(course: LoadedCourse): CourseRules {
  const outline = progressOutline(course)
  const shapes = new Map(outline.map((shape) => [shape.slug, shape]))
  const moved = new Map(course.migrations.flatMap((entry) => (entry.kind === 'moved' ? [[entry.id, entry.to] as const] : [])))
  const currentId = (object: string) => follow(moved, object)
  return {
    outline,
    known: knownObjects(courseOutline(course)),
    shapeOf: (slug) => shapes.get(slug) ?? { slug, lessons: [], scenario: false, quiz: false },
    currentId,
    fingerprintOf: (slug) => course.modules.get(slug)?.fingerprints[slug] ?? noFingerprint,
    replay(slug, choices) {
      const scenario = course.modules.get(slug)?.scenario
      return scenario ? replayRun(scenario, choices) : { steps: [], ending: null }
    },
  }
}

export function progressOutline(course: Pick<LoadedCourse, 'modules'>): ProgressOutline {
  return [...course.modules.values()].map(({ slug, lessons, scenario, items }) => ({
    slug,
    lessons: lessons.map((lesson) => lesson.slug),
    scenario: scenario !== null,
    quiz: items.length > 0,
  }))
}

function courseOutline({ modules, migrations }: LoadedCourse): CourseOutline {
  return { modules: [...modules.values()].map(moduleOutline), former: migrations.map(({ id }) => id) }
}

function moduleOutline({ slug, module, lessons, scenario, items }: LoadedModule): CourseOutline['modules'][number] {
  return {
    slug,
    lessons: lessons.map((lesson) => ({ slug: lesson.slug, activities: lesson.matter.activities.map(({ id }) => id) })),
    moduleActivities: [module.guesses.id, module.reflection.id, module.task.id],
    scenes: scenario?.scenes.map(({ id, choices }) => ({ id, choices: choices.map((choice) => choice.id) })) ?? [],
    items: items.map(({ id }) => id),
  }
}

/** Through any number of moves; a circle, which content:check would refuse, ends where it began. */
function follow(moved: ReadonlyMap<string, string>, id: string): string {
  const seen = new Set<string>()
  let current = id
  while (moved.has(current) && !seen.has(current)) {
    seen.add(current)
    current = moved.get(current)!
  }
  return current
}
