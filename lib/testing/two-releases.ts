/**
 * A course before and after a release, for tests of what becomes of learners. Edits are what authors do: they change the
 * content and say what became of the ids; the release itself is made by the same plan as `npm run content:release`.
 */
import { fingerprintOfLesson, listObjects } from '#lib/course/list-objects.ts'
import type { LoadedCourse, LoadedModule } from '#lib/course/loaded.ts'
import { lockAfter } from '#lib/course/rules/published-ids.ts'
import { unreleased } from '#lib/course/schema.ts'
import type { Answer } from '#lib/release/answer.ts'
import { planRelease } from '#lib/release/plan-release.ts'
import { wordsOf } from '#lib/release/snapshot.ts'

/** The parts of a course that an edit may change, copied so that it may. */
type Writable<T> = T extends readonly (infer U)[] ? Writable<U>[] : T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T
export type OpenModule = Writable<Pick<LoadedModule, 'slug' | 'module' | 'lessons' | 'scenario' | 'items'>>
export type Edit = { name: string; apply(module: OpenModule): Answer[]; modules?: (slugs: string[]) => string[] }

/** The course as its first release. */
export function firstRelease(course: LoadedCourse): LoadedCourse {
  const bare = { ...course, lock: unreleased, migrations: [] }
  return { ...bare, lock: lockAfter(bare, '2026-11-21') }
}

/**
 * The next release. @param slug of the module that the edits change
 * @throws where something is left unsaid: an edit then lacks an answer
 */
export function nextRelease(course: LoadedCourse, slug: string, edits: readonly Edit[]): LoadedCourse {
  const before = course.modules.get(slug)!
  const copy = structuredClone({ ...before }) as unknown as OpenModule
  const answers = edits.flatMap((edit) => edit.apply(copy))
  const parts = { ...before, ...copy } as unknown as LoadedModule
  const lessons = parts.lessons.map((lesson) => ({ ...lesson, fingerprint: fingerprintOfLesson(lesson) }))
  const made = { ...parts, lessons }
  const module: LoadedModule = { ...made, fingerprints: listObjects(made) }
  const order = edits.reduce((slugs, edit) => edit.modules?.(slugs) ?? slugs, [...course.modules.keys()])
  const modules = new Map(order.map((one) => [one, one === slug ? module : course.modules.get(one)!]))
  const edited = { ...course, modules }
  const said: Answer[] = [...answers, { kind: 'reworded', id: null, note: 'Clearer.' }]
  const plan = planRelease({ course: edited, before: wordsOf(course), migrationsText: '[]', date: '2026-11-22' }, said)
  const lock = plan.files?.find(([name]) => name === 'lock.json')
  if (!lock) throw new Error([...plan.problems, ...plan.open.map(({ id }) => `${id} is left open`)].join('\n'))
  return { ...edited, migrations: [...course.migrations, ...plan.entries], lock: JSON.parse(lock[1]) as LoadedCourse['lock'] }
}

const why = 'Because.'

/** Edits that any module bears which has more than one lesson, and a scenario and a check where the edit is about them. `pick` chooses a place, 0 to 1. */
export const edits = {
  lessonRemoved: (pick: number): Edit => ({
    name: 'a lesson removed',
    apply({ slug, module, lessons }) {
      if (lessons.length < 2) return []
      const [gone] = lessons.splice(at(lessons, pick), 1)
      module.lessons = lessons.map((lesson) => lesson.slug)
      for (const objective of module.objectives) {
        objective.lessons = objective.lessons.filter((lesson) => lesson !== gone!.slug)
        if (objective.lessons.length === 0) objective.lessons = [lessons[0]!.slug]
      }
      return [{ kind: 'retired', id: `${slug}/lessons/${gone!.slug}`, note: why }]
    },
  }),
  lessonRenamed: (pick: number): Edit => ({
    name: 'a lesson renamed',
    apply({ slug, module, lessons, scenario }) {
      const lesson = lessons[at(lessons, pick)]!
      const [old, now] = [lesson.slug, 'under-another-name']
      lesson.slug = now
      module.lessons = lessons.map((one) => one.slug)
      for (const objective of module.objectives) objective.lessons = objective.lessons.map((one) => (one === old ? now : one))
      for (const skill of scenario?.skills ?? []) if (skill.lesson === old) skill.lesson = now
      return [{ kind: 'moved', id: `${slug}/lessons/${old}`, to: `${slug}/lessons/${now}`, note: why }]
    },
  }),
  lessonsReordered: (): Edit => ({
    name: 'the lessons in another order',
    apply({ module, lessons }) {
      lessons.reverse()
      module.lessons.reverse()
      return []
    },
  }),
  /** What led to the scene leads to where its first choice led. */
  sceneRemoved: (pick: number): Edit => ({
    name: 'a scene removed',
    apply({ slug, scenario }) {
      const movable = scenario?.scenes.filter(({ id }) => id !== scenario.start) ?? []
      const gone = movable[at(movable, pick)]
      if (!scenario || !gone) return []
      const to = gone.choices[0]!.to
      scenario.scenes = scenario.scenes.filter((scene) => scene !== gone)
      for (const choice of scenario.scenes.flatMap(({ choices }) => choices)) if (choice.to === gone.id) choice.to = to
      for (const rule of scenario.routes.flatMap((route) => route.rules)) if (rule.to === gone.id) rule.to = to
      return [{ kind: 'retired', id: `${slug}/scenario/${gone.id}`, note: why }]
    },
  }),
  choiceReworded: (pick: number): Edit => ({
    name: 'a choice reworded',
    apply({ scenario }) {
      const choices = scenario?.scenes.flatMap((scene) => scene.choices) ?? []
      const choice = choices[at(choices, pick)]
      if (choice) choice.text = `${choice.text} Now in other words.`
      return []
    },
  }),
  choiceRetired: (pick: number): Edit => ({
    name: 'a choice retired',
    apply({ slug, scenario }) {
      const scenes = scenario?.scenes.filter(({ choices }) => choices.filter(({ when }) => !when).length > 1) ?? []
      const scene = scenes[at(scenes, pick)]
      if (!scene) return []
      const [gone] = scene.choices.splice(
        scene.choices.findIndex(({ when }) => !when),
        1,
      )
      return [{ kind: 'retired', id: `${slug}/scenario/${scene.id}/${gone!.id}`, note: why }]
    },
  }),
  itemRetired: (pick: number): Edit => ({
    name: 'an item retired',
    apply({ slug, items }) {
      const [gone] = items.splice(at(items, pick), 1)
      return [{ kind: 'retired', id: `${slug}/quiz/${gone!.id}`, note: why }]
    },
  }),
  itemRenumbered: (pick: number): Edit => ({
    name: 'an item with another number',
    apply({ slug, items }) {
      const item = items[at(items, pick)]!
      const old = item.id
      item.id = `${old.slice(0, 4)}99`
      return [{ kind: 'moved', id: `${slug}/quiz/${old}`, to: `${slug}/quiz/${item.id}`, note: why }]
    },
  }),
  objectiveRenamed: (pick: number): Edit => ({
    name: 'an objective renamed',
    apply({ slug, module, lessons, items }) {
      const objective = module.objectives[at(module.objectives, pick)]!
      const [old, now] = [objective.id, `${objective.id.slice(0, 4)}9`]
      objective.id = now
      for (const item of items) if (item.objective === old) item.objective = now
      for (const { matter } of lessons) matter.objectives = matter.objectives.map((one) => (one === old ? now : one))
      return [{ kind: 'moved', id: `${slug}/objectives/${old}`, to: `${slug}/objectives/${now}`, note: why }]
    },
  }),
  taskRenamed: (): Edit => ({
    name: 'the task under another id',
    apply({ slug, module }) {
      const old = module.task.id
      module.task.id = 'what-to-do'
      return [{ kind: 'moved', id: `${slug}/${old}`, to: `${slug}/what-to-do`, note: why }]
    },
  }),
  modulesReordered: (): Edit => ({ name: 'the modules in another order', apply: () => [], modules: (slugs) => slugs.toReversed() }),
}

function at(list: readonly unknown[], pick: number): number {
  return Math.min(list.length - 1, Math.floor(pick * list.length))
}
