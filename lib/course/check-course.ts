/** Every rule, over the whole course. Pure: what a rule needs to know is in the course it is given. */
import type { LoadedCourse } from './loaded.ts'
import type { Finding } from './problem.ts'

export type Rule = (course: LoadedCourse) => Finding[]

const rules: readonly Rule[] = []

export function checkCourse(course: LoadedCourse): Finding[] {
  return rules.flatMap((rule) => rule(course))
}
