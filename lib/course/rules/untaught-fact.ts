/**
 * Nothing of the sources is lost. What a module has undertaken to teach is in one of its lessons, scenes or items; and every
 * fact that a source states is in a lesson, a scene or an item of some module.
 */

import type { LoadedCourse } from '#lib/course/loaded.ts'
import { eachModule, fileOf } from '#lib/course/places.ts'
import { citedFacts } from './cited-facts.ts'
import type { Rule } from './rule.ts'

export const untaughtFact: Rule = (course) => [
  ...eachModule(course).flatMap((loaded) => {
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
  }),
  ...(isWhole(course) ? lostFacts(course) : []),
]

/** Ids of stated facts that no lesson, scene or item of the course names. */
function lostFacts(course: LoadedCourse) {
  const taught = new Set(eachModule(course).flatMap((loaded) => citedFacts(loaded).map(({ fact }) => fact)))
  return Object.entries(course.facts).flatMap(([fact, { mark, text }]) =>
    mark !== 'stated' || taught.has(fact)
      ? []
      : [
          {
            file: 'facts.yaml',
            path: [fact],
            sentence: `Nothing teaches ${fact} (“${text}”): add it to the facts of a module and cite it.`,
          },
        ],
  )
}

/** While modules are still to be written, their facts cannot be taught yet. */
function isWhole(course: LoadedCourse): boolean {
  return course.course.modules.every(({ slug }) => course.modules.has(slug))
}
