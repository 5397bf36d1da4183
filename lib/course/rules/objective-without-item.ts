/**
 * The module check can say something about every objective: at least two items ask about it, one of which can be drawn.
 * (Ranked judgements are drawn for practice until a panel has confirmed their keys; a reflection is never drawn.)
 */

import { eachModule, fileOf } from '#lib/course/places.ts'
import { isDrawable } from '#lib/quiz/interactions/registry.ts'
import type { Rule } from './rule.ts'

export const objectiveWithoutItem: Rule = (course) =>
  eachModule(course).flatMap((loaded) =>
    loaded.module.objectives.flatMap((objective, index) => {
      const items = loaded.items.filter((item) => item.objective === objective.id)
      const at = (sentence: string) => [{ file: fileOf(loaded, 'module.yaml'), path: ['objectives', index], sentence }]
      if (!items.some(isDrawable)) return at(`No item of the check asks about ${objective.id}: add one to questions.yaml.`)
      return items.length < 2 ? at(`Only one item asks about ${objective.id}: add a second one to questions.yaml.`) : []
    }),
  )
