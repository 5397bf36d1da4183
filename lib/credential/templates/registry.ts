/** Every kind of certificate picture by name: its schema, version and size. A picture is drawn only from data its schema accepts. */
import { courseTemplate } from './course.ts'
import { moduleTemplate } from './module.ts'

export const templates = { module: moduleTemplate, course: courseTemplate } as const
export type TemplateName = keyof typeof templates
