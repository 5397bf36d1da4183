/**
 * Every id that a statement, a report or a resumed run can hold on to, with the fingerprint of what stands behind it. Pure.
 * Objects (lesson, activity, scene, item…) are what statements are about; parts (option, choice, ending, objective…)
 * are what their results name.
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

/**
 * What the lock file keeps: pieces that have a meaning of their own. Sums (module, scenario, quiz) are left out,
 * since they change whenever a piece does and would only repeat it.
 */
export function listLocked(loaded: Fingerprinted): Record<string, string> {
  const { slug, module, lessons, scenario, items } = loaded
  const locked = { ...listObjects(loaded) }
  for (const sum of [objectId.module(slug), objectId.scenario(slug), objectId.quiz(slug)]) delete locked[sum]
  for (const objective of module.objectives) locked[`${slug}/objectives/${objective.id}`] = fingerprint(objective.text)
  for (const activity of [module.guesses, module.reflection, module.task])
    addParts(locked, objectId.moduleActivity(slug, activity.id), activity)
  for (const lesson of lessons) {
    for (const activity of lesson.matter.activities) addParts(locked, objectId.activity(slug, lesson.slug, activity.id), activity)
  }
  for (const scene of scenario?.scenes ?? []) addParts(locked, objectId.scene(slug, scene.id), scene)
  for (const ending of scenario?.endings ?? []) locked[objectId.scene(slug, ending.id)] = fingerprint(ending)
  for (const item of items) addParts(locked, objectId.item(slug, item.id), item)
  return locked
}

/** The fingerprint of a lesson: what a learner reads and does in it. Objectives, facts and the list line may change freely. */
export function fingerprintOfLesson({ matter, body }: Pick<LoadedLesson, 'matter' | 'body'>): string {
  return fingerprint({ title: matter.title, body, activities: matter.activities })
}

/** Everything with an id inside an activity, a scene or an item: options, cards, people and what they can be asked, choices. */
function addParts(locked: Record<string, string>, parent: string, value: unknown): void {
  if (Array.isArray(value)) {
    for (const one of value) {
      const id: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, 'id') : undefined
      if (typeof id === 'string') {
        locked[`${parent}/${id}`] = fingerprint(one)
        addParts(locked, `${parent}/${id}`, { ...(one as object), id: undefined })
      } else addParts(locked, parent, one)
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const one of Object.values(value)) {
      const id: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, 'id') : undefined
      if (typeof id === 'string') locked[`${parent}/${id}`] = fingerprint(one)
      addParts(locked, parent, one)
    }
  }
}
