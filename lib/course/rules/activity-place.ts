/** Every activity that a lesson declares appears in its text once, and nothing appears that is not declared. */

import { textAttribute } from '#lib/course/outline-lesson.ts'
import { eachLesson } from '#lib/course/places.ts'
import type { Rule } from './rule.ts'

export const activityPlace: Rule = (course) =>
  eachLesson(course).flatMap(({ lesson: { file, outline, matter } }) => {
    const placed = outline.elements.filter((element) => element.name === 'Activity')
    const declared = matter.activities.map((activity) => activity.id)
    const ids = placed.map((element) => textAttribute(element, 'id') ?? '')
    return [
      ...matter.activities.flatMap(({ id }, index) =>
        ids.includes(id)
          ? []
          : [
              {
                file,
                path: ['activities', index],
                sentence: `The text does not show this activity: put <Activity id="${id}" /> where it belongs, or take it out.`,
              },
            ],
      ),
      ...placed.flatMap(({ line }, index) => {
        const id = ids[index] ?? ''
        if (!declared.includes(id))
          return [{ file, line, sentence: `The front matter has no activity “${id}”: describe it under activities, or correct the id.` }]
        return ids.indexOf(id) < index ? [{ file, line, sentence: `“${id}” is on this page already: keep one of them.` }] : []
      }),
    ]
  })
