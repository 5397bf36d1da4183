/** A fact that is cited is in facts.yaml, and is one that some module has undertaken to teach. */

import { eachModule, fileOf } from '#lib/course/places.ts'
import { citedFacts } from './cited-facts.ts'
import type { Rule } from './rule.ts'

export const unknownFact: Rule = (course) => {
  const promised = new Set(eachModule(course).flatMap((loaded) => loaded.module.facts))
  return eachModule(course).flatMap((loaded) => [
    ...loaded.module.facts.flatMap((fact, index) =>
      Object.hasOwn(course.facts, fact)
        ? []
        : [
            {
              file: fileOf(loaded, 'module.yaml'),
              path: ['facts', index],
              sentence: `There is no fact “${fact}” in facts.yaml: correct the id, or add it there with its mark.`,
            },
          ],
    ),
    ...citedFacts(loaded)
      .filter(({ fact }) => !promised.has(fact))
      .map(({ fact, file, path }) => ({
        file,
        path,
        sentence: `No module lists the fact “${fact}”: correct the id, or add it to facts in module.yaml.`,
      })),
  ])
}
