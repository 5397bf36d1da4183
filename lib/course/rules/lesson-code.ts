/** A lesson is prose and data: it imports nothing, computes nothing, and uses only the components it is given. */

import { eachText } from '#lib/course/places.ts'
import type { Rule } from './rule.ts'

/** Components of components/lesson/lesson-components.tsx, with the attributes each understands. */
export const lessonElements: Readonly<Record<string, readonly string[]>> = {
  Case: [],
  Idea: ['title'],
  Example: ['title'],
  Contrast: ['title'],
  Good: [],
  Weak: [],
  Note: ['kind'],
  Term: ['id'],
  Activity: ['id'],
  Diagram: ['name', 'title', 'description'],
}
export const noteKinds = ['interpretation', 'evidence', 'tip', 'care']
const html: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'alt', 'width', 'height'],
  br: [],
  sub: [],
  sup: [],
  abbr: ['title'],
}

export const lessonCode: Rule = (course) =>
  eachText(course).flatMap(({ file, outline }) => [
    ...outline.code.map(({ what, line }) => ({
      file,
      line,
      sentence: `A lesson holds no code, and here is “${what}”: write text, or add a component to components/lesson.`,
    })),
    ...outline.elements.flatMap(({ name, attributes, line }) => {
      const known = lessonElements[name] ?? html[name]
      if (!known) return [{ file, line, sentence: `A lesson cannot use <${name}>: use one of ${Object.keys(lessonElements).join(', ')}.` }]
      const kind = attributes['kind']
      return [
        ...Object.keys(attributes)
          .filter((attribute) => !known.includes(attribute))
          .map((attribute) => ({
            file,
            line,
            sentence: `<${name}> does not understand “${attribute}”: take it out${known.length > 0 ? `, or write one of ${known.join(', ')}` : ''}.`,
          })),
        ...(name === 'Note' && kind !== undefined && !noteKinds.includes(String(kind))
          ? [{ file, line, sentence: `There is no note of the kind “${String(kind)}”: write one of ${noteKinds.join(', ')}.` }]
          : []),
      ]
    }),
  ])
