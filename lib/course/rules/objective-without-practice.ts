/**
 * Every objective is practised: a lesson that teaches it has something to do beyond remembering, or the module has a scenario
 * with a choice about it (the choice's skill leads to a lesson of the objective).
 */

import type { LoadedModule } from '#lib/course/loaded.ts'
import { eachModule, fileOf } from '#lib/course/places.ts'
import type { Rule } from './rule.ts'

export const objectiveWithoutPractice: Rule = (course) =>
  eachModule(course).flatMap((loaded) =>
    loaded.module.objectives.flatMap((objective, index) =>
      objective.lessons.some((slug) => hasActivity(loaded, slug) || hasScene(loaded, slug))
        ? []
        : [
            {
              file: fileOf(loaded, 'module.yaml'),
              path: ['objectives', index],
              sentence: `Nothing practises ${objective.id}: add an activity to a lesson that teaches it, or a scene.`,
            },
          ],
    ),
  )

function hasActivity({ lessons }: LoadedModule, slug: string): boolean {
  return lessons.some((lesson) => lesson.slug === slug && lesson.matter.activities.some(({ kind }) => kind !== 'recall'))
}

function hasScene({ scenario }: LoadedModule, slug: string): boolean {
  const skills = new Set(scenario?.skills.filter(({ lesson }) => lesson === slug).map(({ id }) => id))
  return scenario?.scenes.some((scene) => scene.choices.some(({ skill }) => skills.has(skill))) ?? false
}
