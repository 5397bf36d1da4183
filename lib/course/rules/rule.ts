import type { LoadedCourse } from '#lib/course/loaded.ts'
import type { Finding } from '#lib/course/problem.ts'

/** One thing that content must keep to. Pure; knows nothing of the other rules; says what to do, not only what is wrong. */
export type Rule = (course: LoadedCourse) => Finding[]
