/** An objective points to lessons of its module, since the result of the check links back to them. */

import { eachModule, fileOf } from '#lib/course/places.ts'
import type { Rule } from './rule.ts'

export const unknownLesson: Rule = (course) =>
  eachModule(course).flatMap((loaded) =>
    loaded.module.objectives.flatMap((objective, at) =>
      objective.lessons.flatMap((slug, index) =>
        loaded.module.lessons.includes(slug)
          ? []
          : [
              {
                file: fileOf(loaded, 'module.yaml'),
                path: ['objectives', at, 'lessons', index],
                sentence: `The module has no lesson “${slug}”: write one of ${loaded.module.lessons.join(', ')}.`,
              },
            ],
      ),
    ),
  )
