/** A lesson or an item names an objective that its module has. */

import { eachModule, fileOf } from '#lib/course/places.ts'
import type { Rule } from './rule.ts'

export const unknownObjective: Rule = (course) =>
  eachModule(course).flatMap((loaded) => {
    const known = new Set(loaded.module.objectives.map((objective) => objective.id))
    const sentence = (id: string) => `The module has no objective “${id}”: write one of ${[...known].join(', ')}, or add it to module.yaml.`
    return [
      ...loaded.lessons.flatMap((lesson) =>
        lesson.matter.objectives.flatMap((id, index) =>
          known.has(id) ? [] : [{ file: lesson.file, path: ['objectives', index], sentence: sentence(id) }],
        ),
      ),
      ...loaded.items.flatMap((item, index) =>
        known.has(item.objective)
          ? []
          : [{ file: fileOf(loaded, 'questions.yaml'), path: [index, 'objective'], sentence: sentence(item.objective) }],
      ),
    ]
  })
