/** The debrief of a scenario sends people back to lessons that exist. */

import { eachModule, fileOf } from '#lib/course/places.ts'
import type { Rule } from './rule.ts'

export const skillLesson: Rule = (course) =>
  eachModule(course).flatMap((loaded) =>
    (loaded.scenario?.skills ?? []).flatMap(({ id, lesson }, index) =>
      lesson === undefined || loaded.module.lessons.includes(lesson)
        ? []
        : [
            {
              file: fileOf(loaded, 'scenario.yaml'),
              path: ['skills', index, 'lesson'],
              sentence: `The skill “${id}” leads to the lesson “${lesson}”, and this module has none of that name: use one of ${loaded.module.lessons.join(', ')}.`,
            },
          ],
    ),
  )
