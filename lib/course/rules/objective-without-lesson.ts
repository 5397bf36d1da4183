/** Every objective is taught: each lesson it points to says so too. */

import { eachModule, fileOf } from '#lib/course/places.ts'
import type { Rule } from './rule.ts'

export const objectiveWithoutLesson: Rule = (course) =>
  eachModule(course).flatMap((loaded) =>
    loaded.module.objectives.flatMap((objective, at) =>
      objective.lessons.flatMap((slug, index) => {
        const lesson = loaded.lessons.find((one) => one.slug === slug)
        if (!lesson || lesson.matter.objectives.includes(objective.id)) return []
        return [
          {
            file: fileOf(loaded, 'module.yaml'),
            path: ['objectives', at, 'lessons', index],
            sentence: `${objective.id} points to the lesson “${slug}”, which does not list it: add ${objective.id} to the objectives of the lesson, or point elsewhere.`,
          },
        ]
      }),
    ),
  )
