/**
 * What a learner writes in a review can be marked: the keywords of each point find it in its own text, and the full answer names
 * every point. A keyword that misses the author's own words would miss everybody's.
 */
import type { ActivityOf } from '#lib/activity/schema.ts'
import { eachActivity } from '#lib/course/places.ts'
import { findPoints, isFound } from '#lib/review/find-points.ts'
import type { Rule } from './rule.ts'

export const recallKeywords: Rule = (course) =>
  eachActivity(course).flatMap(({ activity, file, path }) =>
    activity.kind === 'recall' ? problemsOf(activity).map((found) => ({ file, ...found, path: [...path, ...found.path] })) : [],
  )

function problemsOf({ points, answer }: ActivityOf<'recall'>) {
  const named = findPoints(answer, points)
  return points.flatMap(({ id, text, keywords }, at) => {
    const path = ['points', at, 'keywords']
    if (!isFound(text, keywords))
      return [{ path, sentence: `The keywords of “${id}” are not in its own text: take words that stand there, or add them to a list.` }]
    if (!named.includes(id))
      return [{ path, sentence: `The full answer does not name “${id}”: add a keyword that stands in it, or say it in the answer.` }]
    return []
  })
}
