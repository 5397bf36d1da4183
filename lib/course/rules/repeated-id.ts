/** An id names one thing: what a learner did to one must never count for another. Ids of items and scenes are looked at in lib/quiz and lib/scenario. */

import { eachActivity, eachLesson, eachModule, fileOf, repeatedAt } from '#lib/course/places.ts'
import type { ContentPath, Finding } from '#lib/course/problem.ts'
import type { Rule } from './rule.ts'

export const repeatedId: Rule = (course) => {
  const twice = (file: string, ids: readonly string[], pathOf: (index: number) => ContentPath): Finding[] =>
    repeatedAt(ids).map(({ value, index }) => ({
      file,
      path: pathOf(index),
      sentence: `The id “${value}” is used twice: give one of them another.`,
    }))
  return [
    ...twice(
      'course.yaml',
      course.course.modules.map((one) => one.slug),
      (index) => ['modules', index, 'slug'],
    ),
    ...twice(
      'course.yaml',
      course.course.modules.map((one) => String(one.number)),
      (index) => ['modules', index, 'number'],
    ),
    ...eachModule(course).flatMap((loaded) => [
      ...twice(
        fileOf(loaded, 'module.yaml'),
        loaded.module.objectives.map((one) => one.id),
        (index) => ['objectives', index, 'id'],
      ),
      ...twice(fileOf(loaded, 'module.yaml'), loaded.module.lessons, (index) => ['lessons', index]),
      ...twice(fileOf(loaded, 'module.yaml'), [loaded.module.guesses.id, loaded.module.reflection.id, loaded.module.task.id], (index) => [
        ['guesses', 'reflection', 'task'][index] ?? '',
        'id',
      ]),
      ...repeatedAt(loaded.lessons.map((lesson) => lesson.matter.id)).map(({ value, index }) => ({
        file: loaded.lessons[index]?.file ?? '',
        path: ['id'],
        sentence: `Another lesson of this module has the id “${value}”: give this one its own.`,
      })),
    ]),
    ...eachLesson(course).flatMap(({ lesson }) =>
      twice(
        lesson.file,
        lesson.matter.activities.map((activity) => activity.id),
        (index) => ['activities', index, 'id'],
      ),
    ),
    ...eachActivity(course).flatMap(({ activity, file, path }) => repeatedInside(activity, file, path)),
  ]
}

/** Lists of things with ids, however deep: options, cards, people and what they can be asked. */
function repeatedInside(value: unknown, file: string, path: ContentPath): Finding[] {
  if (typeof value !== 'object' || value === null) return []
  const own = Array.isArray(value)
    ? repeatedAt(value.map((one) => (typeof one === 'object' && one !== null ? Reflect.get(one, 'id') : undefined)))
        .filter(({ value: id }) => typeof id === 'string')
        .map(({ value: id, index }) => ({
          file,
          path: [...path, index],
          sentence: `The id “${String(id)}” is used twice in this list: give one of them another.`,
        }))
    : []
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, one]) => repeatedInside(one, file, [...path, Array.isArray(value) ? Number(key) : key])),
  ]
}
