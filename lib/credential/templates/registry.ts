/** Every kind of certificate picture by name: its schema, version and size. A picture is drawn only from data its schema accepts. */
import { moduleTemplate } from './module.ts'

export const templates = { module: moduleTemplate } as const
export type TemplateName = keyof typeof templates
