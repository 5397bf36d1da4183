/** Every tool of the toolkit is offered by a lesson that teaches it; asked once the course is whole. */
import { lessonsOfTool } from '#lib/course/lessons-of-tool.ts'
import { toolIds } from '#lib/toolkit/tools.ts'
import type { Rule } from './rule.ts'

export const untaughtTool: Rule = (course) =>
  course.modules.size < course.course.modules.length
    ? []
    : toolIds
        .filter((tool) => lessonsOfTool(course, tool).length === 0)
        .map((tool) => ({
          file: 'course.yaml',
          sentence: `No lesson offers the tool “${tool}”: add it to the front matter of the lesson that teaches it (toolkit: [${tool}]).`,
        }))
