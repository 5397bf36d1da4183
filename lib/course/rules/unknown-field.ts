/** The worked example of a schedule fills its fields, and only those. */

import { eachActivity } from '#lib/course/places.ts'
import type { Rule } from './rule.ts'

export const unknownField: Rule = (course) =>
  eachActivity(course).flatMap(({ activity, file, path }) => {
    if (activity.kind !== 'schedule') return []
    const fields = activity.fields.map((field) => field.id)
    const filled = Object.keys(activity.example)
    return [
      ...filled
        .filter((id) => !fields.includes(id))
        .map((id) => ({
          file,
          path: [...path, 'example', id],
          sentence: `The schedule has no field “${id}”: write one of ${fields.join(', ')}.`,
        })),
      ...fields
        .filter((id) => !filled.includes(id))
        .map((id) => ({ file, path: [...path, 'example'], sentence: `The example leaves the field “${id}” empty: fill it.` })),
    ]
  })
