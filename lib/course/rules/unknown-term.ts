/** Every term that is used is explained: in a lesson, in a scenario, and where one term sends the reader to another. */

import { textAttribute } from '#lib/course/outline-lesson.ts'
import { eachModule, eachText, fileOf } from '#lib/course/places.ts'
import type { Rule } from './rule.ts'

export const unknownTerm: Rule = (course) => {
  const known = (id: string) => Object.hasOwn(course.glossary, id)
  const sentence = (id: string) => `glossary.yaml has no term “${id}”: add it there, or correct the id.`
  return [
    ...eachText(course).flatMap((text) =>
      text.outline.elements
        .filter((element) => element.name === 'Term')
        .flatMap((element) => {
          const id = textAttribute(element, 'id')
          if (id === undefined)
            return [{ file: text.file, line: element.line, sentence: 'A <Term> needs the id of its entry in glossary.yaml: add id="…".' }]
          return known(id) ? [] : [{ file: text.file, line: element.line, sentence: sentence(id) }]
        }),
    ),
    ...eachModule(course).flatMap((loaded) =>
      (loaded.scenario?.terms ?? []).flatMap((id, index) =>
        known(id) ? [] : [{ file: fileOf(loaded, 'scenario.yaml'), path: ['terms', index], sentence: sentence(id) }],
      ),
    ),
    ...Object.entries(course.glossary).flatMap(([id, entry]) =>
      (entry.see ?? []).flatMap((other, index) =>
        known(other) && other !== id
          ? []
          : [
              {
                file: 'glossary.yaml',
                path: [id, 'see', index],
                sentence: other === id ? 'A term cannot send the reader to itself: take it out.' : sentence(other),
              },
            ],
      ),
    ),
  ]
}
