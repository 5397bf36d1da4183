/** What storing and deriving need to know of a course, taken from the loaded one. Pure. */
import type { LoadedCourse, LoadedModule } from '#lib/course/loaded.ts'
import { formerIds, movesOf } from '#lib/course/read-migrations.ts'
import { objectId } from '#lib/course/schema.ts'
import { type CourseOutline, type KnownObjects, knownObjects, moduleOf } from '#lib/statement/known-objects.ts'
import type { ModuleShape, ProgressOutline, RunsOf } from './outline.ts'
import { playedRuns } from './played-runs.ts'

export type ProgressRules = {
  /** id of the course: what is said about the course as a whole belongs to no module */
  courseId: string
  /** A module that the course no longer has is a shape without anything in it: what was done there is kept and not counted. */
  shapeOf(module: string): ModuleShape
  runsOf: RunsOf
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
  const moved = movesOf(course.migrations)
  const formerly = (slug: string) => {
    const today = course.modules.get(slug)?.fingerprints[objectId.scenario(slug)]
    return new Set(course.lock.scenarios[slug]?.filter((hash) => hash !== today))
  }
  return {
    courseId: course.course.id,
    outline,
    known: knownObjects(courseOutline(course)),
    shapeOf: (slug) => shapes.get(slug) ?? { slug, lessons: [], scenario: false, quiz: false, task: `${slug}/` },
    currentId: (object) => moved.get(object) ?? object,
    fingerprintOf: (slug) => course.modules.get(slug)?.fingerprints[slug] ?? noFingerprint,
    runsOf(slug, statements) {
      const scenario = course.modules.get(slug)?.scenario
      return scenario ? playedRuns(scenario, statements, objectId.scenario(slug), shapes.get(slug)?.moved, formerly(slug)) : []
    },
  }
}

export function progressOutline(course: Pick<LoadedCourse, 'modules' | 'migrations'>): ProgressOutline {
  const moves = [...movesOf(course.migrations)]
  return [...course.modules.values()].map(({ slug, lessons, scenario, items, module }) => {
    const moved = moves.filter(([, to]) => moduleOf(to) === slug)
    return {
      slug,
      lessons: lessons.map((lesson) => lesson.slug),
      scenario: scenario !== null,
      quiz: items.length > 0,
      task: objectId.moduleActivity(slug, module.task.id),
      ...(moved.length > 0 ? { moved: Object.fromEntries(moved) } : {}),
    }
  })
}

function courseOutline({ course, modules, migrations }: LoadedCourse): CourseOutline {
  return {
    course: course.id,
    modules: [...modules.values()].map(moduleOutline),
    former: formerIds(migrations),
  }
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
