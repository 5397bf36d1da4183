/**
 * The course as the program sees it: parsed, joined, trusted. Made by assemble-course from the files of content/,
 * handed out by load-course. Holds keys of marked items: pages pick what they pass on.
 */
import type { Competencies } from '#lib/competency/schema.ts'
import type { Item } from '#lib/quiz/schema.ts'
import type { Scenario, Walkthroughs } from '#lib/scenario/schema.ts'
import type { LessonOutline } from './outline-lesson.ts'
import type { Course, Facts, Glossary, LessonMatter, Lock, Migration, Module, PageMatter } from './schema.ts'

/** A text in MDX, as it is written: a lesson or a page of background. */
export type LoadedText = {
  /** MDX without its front matter; begins on line `bodyLine` of `file` */
  body: string
  bodyLine: number
  outline: LessonOutline
  /** whole minutes, text and activities */
  minutes: number
  fingerprint: string
  /** relative to content/ */
  file: string
}

export type LoadedLesson = LoadedText & { slug: string; matter: LessonMatter }
export type LoadedPage = LoadedText & { matter: PageMatter }

export type LoadedModule = {
  slug: string
  number: number
  module: Module
  /** in course order; only those that exist */
  lessons: readonly LoadedLesson[]
  scenario: Scenario | null
  walkthroughs: Walkthroughs
  items: readonly Item[]
  /** whole minutes; the check is counted at a minute an item */
  minutes: { lessons: number; scenario: number; quiz: number; total: number }
  /** object id → fingerprint of everything in this module that a statement can be about */
  fingerprints: Readonly<Record<string, string>>
}

export type LoadedCourse = {
  locale: string
  course: Course
  glossary: Glossary
  competencies: Competencies
  facts: Facts
  /** by slug, in course order; a module without a folder in content/modules is not here */
  modules: ReadonlyMap<string, LoadedModule>
  /** the background that the modules do not presuppose: clusters, reports, tracking */
  primer: LoadedPage | null
  lock: Lock
  migrations: readonly Migration[]
}

export type Place = { module: LoadedModule; lesson: LoadedLesson; index: number }

/** A lesson by its slugs, with its position in the module (from 0). */
export function findLesson(course: LoadedCourse, module: string, lesson: string): Place | undefined {
  const loaded = course.modules.get(module)
  const index = loaded?.lessons.findIndex((one) => one.slug === lesson) ?? -1
  const found = loaded?.lessons[index]
  return loaded && found ? { module: loaded, lesson: found, index } : undefined
}
