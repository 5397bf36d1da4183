/** Whoever cannot see a picture gets the same from words (WCAG 2.2, 1.1.1): images have `alt`, drawings a title and a description. */

import { diagramNames } from '#lib/course/diagram-names.ts'
import { textAttribute } from '#lib/course/outline-lesson.ts'
import { eachText } from '#lib/course/places.ts'
import type { Rule } from './rule.ts'

export const pictureWithoutText: Rule = (course) =>
  eachText(course).flatMap(({ file, outline }) => [
    ...outline.images
      .filter((image) => image.alt === undefined)
      .map(({ line }) => ({
        file,
        line,
        sentence: 'This picture has no text alternative: say between the brackets (or in alt) what it shows.',
      })),
    ...outline.elements
      .filter((element) => element.name === 'Diagram')
      .flatMap((element) => {
        const name = textAttribute(element, 'name')
        const missing = (['title', 'description'] as const).filter((attribute) => textAttribute(element, attribute) === undefined)
        return [
          ...missing.map((attribute) => ({
            file,
            line: element.line,
            sentence: `This drawing has no ${attribute}: add ${attribute}="…".`,
          })),
          ...((diagramNames as readonly string[]).includes(name ?? '')
            ? []
            : [
                {
                  file,
                  line: element.line,
                  sentence: `There is no drawing “${name ?? ''}”: write one of ${diagramNames.join(', ')}, or draw it in components/lesson/diagrams.`,
                },
              ]),
        ]
      }),
  ])
