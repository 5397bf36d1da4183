/** Small walks over a loaded course for the rules: which file, which lesson, which activity, and the path to it. Pure. */
import type { Activity } from '#lib/activity/schema.ts'
import type { LoadedCourse, LoadedLesson, LoadedModule, LoadedText } from './loaded.ts'
import type { ContentPath } from './problem.ts'

export function fileOf(
  module: Pick<LoadedModule, 'slug'>,
  name: 'module.yaml' | 'questions.yaml' | 'scenario.yaml' | 'walkthroughs.yaml',
): string {
  return `modules/${module.slug}/${name}`
}

export function eachModule(course: LoadedCourse): LoadedModule[] {
  return [...course.modules.values()]
}

export function eachLesson(course: LoadedCourse): { module: LoadedModule; lesson: LoadedLesson }[] {
  return eachModule(course).flatMap((module) => module.lessons.map((lesson) => ({ module, lesson })))
}

/** Every text: the lessons, and the primer where there is one. */
export function eachText(course: LoadedCourse): Pick<LoadedText, 'file' | 'outline'>[] {
  return [...eachLesson(course).map(({ lesson }) => lesson), ...(course.primer ? [course.primer] : [])]
}

/** Activities of lessons and the three of the module itself, each with the file it is written in. */
export function eachActivity(course: LoadedCourse): { activity: Activity; file: string; path: ContentPath }[] {
  return eachModule(course).flatMap((module) => [
    ...(['guesses', 'reflection', 'task'] as const).map((key) => ({
      activity: module.module[key],
      file: fileOf(module, 'module.yaml'),
      path: [key],
    })),
    ...module.lessons.flatMap((lesson) =>
      lesson.matter.activities.map((activity, index) => ({ activity, file: lesson.file, path: ['activities', index] })),
    ),
  ])
}

/** Values that stand more than once, each with the position of its second appearance. */
export function repeatedAt<T>(values: readonly T[]): { value: T; index: number }[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [{ value, index }] : []))
}
