/** A module builds indicators that the framework has. */
import { indicatorsOf } from '#lib/competency/coverage.ts'
import { eachModule, fileOf } from '#lib/course/places.ts'
import type { Rule } from './rule.ts'

export const unknownIndicator: Rule = (course) => {
  const known = new Set(indicatorsOf(course.competencies).map((indicator) => indicator.id))
  return eachModule(course).flatMap((loaded) =>
    loaded.module.competencies.flatMap((id, index) =>
      known.has(id)
        ? []
        : [
            {
              file: fileOf(loaded, 'module.yaml'),
              path: ['competencies', index],
              sentence: `competencies.yaml has no indicator “${id}”: look up its id there.`,
            },
          ],
    ),
  )
}
