/** What a module has undertaken to teach, it teaches: each fact is in a lesson, a scene or an item. */

import { eachModule, fileOf } from '#lib/course/places.ts'
import { citedFacts } from './cited-facts.ts'
import type { Rule } from './rule.ts'

export const untaughtFact: Rule = (course) =>
  eachModule(course).flatMap((loaded) => {
    const taught = new Set(citedFacts(loaded).map(({ fact }) => fact))
    return loaded.module.facts.flatMap((fact, index) =>
      taught.has(fact)
        ? []
        : [
            {
              file: fileOf(loaded, 'module.yaml'),
              path: ['facts', index],
              sentence: `Nothing teaches ${fact}: cite it in the lesson, scene or item where it belongs.`,
            },
          ],
    )
  })
