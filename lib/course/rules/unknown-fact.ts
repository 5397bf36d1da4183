/** A fact that is cited is one that some module has undertaken to teach. */

import { eachModule } from '#lib/course/places.ts'
import { citedFacts } from './cited-facts.ts'
import type { Rule } from './rule.ts'

export const unknownFact: Rule = (course) => {
  const known = new Set(eachModule(course).flatMap((loaded) => loaded.module.facts))
  return eachModule(course).flatMap((loaded) =>
    citedFacts(loaded)
      .filter(({ fact }) => !known.has(fact))
      .map(({ fact, file, path }) => ({
        file,
        path,
        sentence: `No module lists the fact “${fact}”: correct the id, or add it to facts in module.yaml.`,
      })),
  )
}
