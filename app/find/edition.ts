/**
 * The files that a browser fetches when somebody looks for something: the search index, and the outline of the course from which
 * “Go on” finds its place. Static, and named by what is in them, so that a browser may keep them for ever.
 */
import { fingerprint } from '#lib/course/fingerprint.ts'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import { type CourseOutline, outlineCourse } from '#lib/course/outline-course.ts'
import type { Locale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import type { SearchFile } from '#lib/search/entry.ts'
import { makeSearchFile } from '#lib/search/search-file.ts'

type Files = { 'search.json': SearchFile; 'outline.json': CourseOutline }
const made = new WeakMap<LoadedCourse, Files>()

export function findFiles(course: LoadedCourse, locale: Locale): Files {
  const known = made.get(course)
  if (known) return known
  const { search, toolkit } = messagesFor(locale)
  const files = {
    'search.json': makeSearchFile(course, toolkit, search, locale),
    'outline.json': outlineCourse(course, locale),
  }
  made.set(course, files)
  return files
}

/** @returns the folder in the address. In development its name is always the same, so that a saved file does not make an index nobody asked for. */
export function editionOf(course: LoadedCourse, locale: Locale): string {
  return `${locale}-${process.env.NODE_ENV === 'production' ? fingerprint(findFiles(course, locale)) : 'now'}`
}
