/**
 * What statements can be about (lesson, activity, scene, item…), each with the fingerprint of all that stands behind it.
 * Pure. What their results name (option, ending, objective…) is listed by list-pieces.
 */
import { fingerprint } from './fingerprint.ts'
import type { LoadedLesson, LoadedModule } from './loaded.ts'
import { objectId } from './schema.ts'

type Fingerprinted = Pick<LoadedModule, 'slug' | 'module' | 'lessons' | 'scenario' | 'items'>

/** Object id → fingerprint. */
export function listObjects({ slug, module, lessons, scenario, items }: Fingerprinted): Record<string, string> {
  const objects: Record<string, string> = {}
  for (const activity of [module.guesses, module.reflection, module.task]) {
    objects[objectId.moduleActivity(slug, activity.id)] = fingerprint(activity)
  }
  for (const lesson of lessons) {
    objects[objectId.lesson(slug, lesson.slug)] = lesson.fingerprint
    for (const activity of lesson.matter.activities) objects[objectId.activity(slug, lesson.slug, activity.id)] = fingerprint(activity)
  }
  if (scenario) {
    objects[objectId.scenario(slug)] = fingerprint(scenario)
    for (const scene of scenario.scenes) objects[objectId.scene(slug, scene.id)] = fingerprint(scene)
  }
  for (const item of items) objects[objectId.item(slug, item.id)] = fingerprint(item)
  if (items.length > 0) objects[objectId.quiz(slug)] = fingerprint({ rule: module.quiz, items: items.map((item) => item.id) })
  // last, over all of them: a module is what it is made of
  objects[objectId.module(slug)] = fingerprint({ id: module.id, objectives: module.objectives, objects })
  return objects
}

/** The fingerprint of a lesson: what a learner reads and does in it. Objectives, facts and the list line may change freely. */
export function fingerprintOfLesson({ matter, body }: Pick<LoadedLesson, 'matter' | 'body'>): string {
  return fingerprint({ title: matter.title, body, activities: matter.activities })
}
