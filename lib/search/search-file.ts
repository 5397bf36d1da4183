/** Everything the search dialog needs, in one file. Pure. */
import type { LoadedCourse } from '#lib/course/loaded.ts'
import type { Messages } from '#lib/message/format.ts'
import type { Locale } from '#lib/message/locale.ts'
import type { SearchFile } from './entry.ts'
import { listEntries } from './list-entries.ts'
import { listTools } from './list-tools.ts'
import { makeIndex } from './make-index.ts'

/** @param toolkit strings of the job aids by id. @param messages strings of the dialog */
export function makeSearchFile(
  course: LoadedCourse,
  toolkit: Readonly<Record<string, Messages>>,
  messages: Messages,
  locale: Locale,
): SearchFile {
  return {
    index: makeIndex(listEntries(course, listTools(toolkit), locale)),
    modules: Object.fromEntries(course.course.modules.map(({ number, short }) => [number, short])),
    messages,
  }
}
