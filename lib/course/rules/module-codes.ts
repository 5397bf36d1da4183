/** The codes of the course design say where a thing belongs: module 3 has M3, its objectives M3.O…, its items M3-Q…, its scenario SC3. */

import { eachModule, fileOf } from '#lib/course/places.ts'
import type { Rule } from './rule.ts'

export const moduleCodes: Rule = (course) =>
  eachModule(course).flatMap((loaded) => {
    const code = `M${loaded.number}`
    const wrong = (id: string, begin: string) => `“${id}” does not belong to module ${loaded.number}: its id begins with ${begin}.`
    return [
      ...(loaded.module.id === code
        ? []
        : [{ file: fileOf(loaded, 'module.yaml'), path: ['id'], sentence: `Module ${loaded.number} has the code ${code}: write it.` }]),
      ...loaded.module.objectives.flatMap(({ id }, index) =>
        id.startsWith(`${code}.`)
          ? []
          : [{ file: fileOf(loaded, 'module.yaml'), path: ['objectives', index, 'id'], sentence: wrong(id, `${code}.O`) }],
      ),
      ...loaded.lessons.flatMap(({ file, matter }) =>
        matter.id.startsWith(`${code}.`) ? [] : [{ file, path: ['id'], sentence: wrong(matter.id, `${code}.L`) }],
      ),
      ...loaded.items.flatMap(({ id }, index) =>
        id.startsWith(`${code}-`)
          ? []
          : [{ file: fileOf(loaded, 'questions.yaml'), path: [index, 'id'], sentence: wrong(id, `${code}-Q`) }],
      ),
      ...(loaded.scenario && loaded.scenario.id !== `SC${loaded.number}`
        ? [{ file: fileOf(loaded, 'scenario.yaml'), path: ['id'], sentence: wrong(loaded.scenario.id, `SC${loaded.number}`) }]
        : []),
    ]
  })
