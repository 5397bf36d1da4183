/** Headings are a table of contents for those who listen: the page has the h1, the text begins with h2 and skips no level. */

import type { LessonOutline } from '#lib/course/outline-lesson.ts'
import { eachText } from '#lib/course/places.ts'
import type { Rule } from './rule.ts'

export const headingOrder: Rule = (course) =>
  eachText(course).flatMap(({ file, outline }) => {
    let depth = 1
    return marksOf(outline).flatMap((mark) => {
      const before = depth
      // an h1 counts as the h2 it should be, so that one slip is one problem
      depth = Math.max(mark.depth, 2)
      if (mark.depth === 1)
        return [
          { file, line: mark.line, sentence: 'The title of the page stands in the front matter: make this heading ## or take it out.' },
        ]
      if (mark.depth > before + 1) {
        return [
          {
            file,
            line: mark.line,
            sentence: `${mark.what} is a heading of level ${mark.depth} right after level ${before}: put a heading of level ${before + 1} (${'#'.repeat(before + 1)}) before it.`,
          },
        ]
      }
      return []
    })
  })

/** Headings in the text, and the level-3 headings that titled parts and activities bring along. */
function marksOf(outline: LessonOutline): { depth: number; line: number; what: string }[] {
  const boxes = outline.elements.filter(
    (element) => element.name === 'Activity' || (['Example', 'Idea', 'Contrast'].includes(element.name) && element.attributes['title']),
  )
  return [
    ...outline.headings.map(({ depth, line, text }) => ({ depth, line, what: `“${text}”` })),
    ...boxes.map(({ name, line }) => ({ depth: 3, line, what: `The title of this <${name}>` })),
  ].sort((a, b) => a.line - b.line)
}
