/**
 * What `npm run content:new` made is valid from the first moment, so nothing else would stop it from being published
 * unwritten: the mark in its texts does, and so does an id that only keeps a place. A problem everywhere, since one check
 * decides what is published; while one writes, a problem stops nothing.
 */
import type { LoadedText } from '#lib/course/loaded.ts'
import { eachModule, fileOf } from '#lib/course/places.ts'
import { type ContentPath, type Finding, unwritten } from '#lib/course/problem.ts'
import type { Rule } from './rule.ts'

/** Begins or stands in every text that is still to be written. */
export const toWrite = '✎'
/** Ids that begin so keep the place of one that the author chooses. */
export const toName = 'to-name'

export const stillToWrite: Rule = (course) => [
  ...inside(course.course, 'course.yaml', []),
  ...inside(course.glossary, 'glossary.yaml', []),
  ...inside(course.facts, 'facts.yaml', []),
  ...eachModule(course).flatMap((loaded) => [
    ...inside(loaded.module, fileOf(loaded, 'module.yaml'), []),
    ...inside(loaded.items, fileOf(loaded, 'questions.yaml'), []),
    ...(loaded.scenario ? inside(loaded.scenario, fileOf(loaded, 'scenario.yaml'), []) : []),
    ...inside(loaded.walkthroughs, fileOf(loaded, 'walkthroughs.yaml'), []),
    ...loaded.lessons.flatMap((lesson) => [...inside(lesson.matter, lesson.file, []), ...inText(lesson)]),
  ]),
  ...(course.primer ? inText(course.primer) : []),
]

function inside(value: unknown, file: string, path: ContentPath): Finding[] {
  if (typeof value === 'string') {
    if (value.includes(toWrite)) return [{ file, path, sentence: `${unwritten}: replace this text, and the mark ${toWrite} with it.` }]
    return path.at(-1) === 'id' && new RegExp(`^${toName}(-|$)`).test(value)
      ? [
          {
            file,
            path,
            sentence: `${unwritten}: “${value}” keeps the place of an id. Choose one, a word or two from the text, and use it wherever this one stands.`,
          },
        ]
      : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => inside(one, file, [...path, Array.isArray(value) ? Number(key) : key]))
}

function inText({ body, bodyLine, file }: Pick<LoadedText, 'body' | 'bodyLine' | 'file'>): Finding[] {
  return body
    .split('\n')
    .flatMap((text, at) =>
      text.includes(toWrite)
        ? [{ file, line: bodyLine + at, sentence: `${unwritten}: replace this text, and the mark ${toWrite} with it.` }]
        : [],
    )
}
