/** The check of a module can be drawn as described: enough items, also for a second attempt with other ones. */

import { eachModule, fileOf } from '#lib/course/places.ts'
import { isDrawable, isScored } from '#lib/quiz/interactions/registry.ts'
import type { Rule } from './rule.ts'

export const quizBlueprint: Rule = (course) =>
  eachModule(course).flatMap((loaded) => {
    const { draw, difficulty, practice } = loaded.module.quiz
    const drawable = loaded.items.filter(isDrawable)
    const scored = drawable.filter((item) => isScored(item)).length
    const aimed = difficulty.easy + difficulty.medium + difficulty.hard
    const at = (key: string, sentence: string) => [{ file: fileOf(loaded, 'module.yaml'), path: ['quiz', key], sentence }]
    return [
      ...(scored < draw
        ? at('draw', `An attempt draws ${draw} scored items, and questions.yaml has ${scored}: write more, or draw fewer.`)
        : []),
      ...(drawable.length - scored < practice
        ? at(
            'practice',
            `An attempt adds ${practice} for practice, and questions.yaml has ${drawable.length - scored}: write more, or add fewer.`,
          )
        : []),
      ...(aimed === draw
        ? []
        : at('difficulty', `Easy, medium and hard make ${aimed} together, and an attempt draws ${draw}: make them equal.`)),
      ...(loaded.module.objectives.length > draw
        ? at(
            'draw',
            `There are ${loaded.module.objectives.length} objectives, and an attempt draws ${draw}: draw at least one item for each.`,
          )
        : []),
    ]
  })
