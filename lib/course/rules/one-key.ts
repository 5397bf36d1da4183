/** A choice in a lesson has one right option: none leaves the learner without an answer, two make the other one wrong by luck. */

import { eachActivity } from '#lib/course/places.ts'
import type { Rule } from './rule.ts'

export const oneKey: Rule = (course) =>
  eachActivity(course).flatMap(({ activity, file, path }) => {
    if (activity.kind !== 'choice') return []
    const right = activity.options.filter((option) => option.right)
    if (right.length === 1) return []
    const sentence =
      right.length === 0
        ? 'No option is right: set right: true on one of them.'
        : `${right.map((option) => `“${option.id}”`).join(' and ')} are both right, and the learner can choose one: keep one.`
    return [{ file, path: [...path, 'options'], sentence }]
  })
