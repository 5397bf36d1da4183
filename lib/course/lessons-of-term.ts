/** Where the terms of the glossary are used: the lessons that mark each, in course order. Pure. */
import type { LoadedCourse, LoadedLesson, LoadedModule } from './loaded.ts'
import { textAttribute } from './outline-lesson.ts'
import { eachLesson } from './places.ts'

export type PlaceOfTerm = { module: LoadedModule; lesson: LoadedLesson }

/** @returns by id of the term; a term that no lesson marks is not in it */
export function lessonsOfTerms(course: LoadedCourse): Map<string, PlaceOfTerm[]> {
  const found = new Map<string, PlaceOfTerm[]>()
  for (const place of eachLesson(course)) {
    const ids = place.lesson.outline.elements.flatMap((one) => (one.name === 'Term' ? (textAttribute(one, 'id') ?? []) : []))
    for (const id of new Set(ids)) found.set(id, [...(found.get(id) ?? []), place])
  }
  return found
}
