/** Which lessons teach a tool of the toolkit: those that name it in their front matter, in course order. Pure. */
import type { ToolId } from '#lib/toolkit/tools.ts'
import type { LoadedCourse, LoadedLesson, LoadedModule } from './loaded.ts'
import { eachLesson } from './places.ts'

export function lessonsOfTool(course: LoadedCourse, tool: ToolId): { module: LoadedModule; lesson: LoadedLesson }[] {
  return eachLesson(course).filter(({ lesson }) => lesson.matter.toolkit?.includes(tool))
}
