/** The module check can say something about every objective: at least one scored item for each. */

import { eachModule, fileOf } from '#lib/course/places.ts'
import { isScored } from '#lib/quiz/interactions/registry.ts'
import type { Rule } from './rule.ts'

export const objectiveWithoutItem: Rule = (course) =>
  eachModule(course).flatMap((loaded) =>
    loaded.module.objectives.flatMap((objective, index) =>
      loaded.items.some((item) => item.objective === objective.id && isScored(item))
        ? []
        : [
            {
              file: fileOf(loaded, 'module.yaml'),
              path: ['objectives', index],
              sentence: `No scored item asks about ${objective.id}: add one to questions.yaml.`,
            },
          ],
    ),
  )
