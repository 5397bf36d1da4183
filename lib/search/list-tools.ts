/** The job aids as search and glossary name them: those that have a title in this locale's catalogue. Pure. */
import type { Messages } from '#lib/message/format.ts'
import { toolIds } from '#lib/toolkit/tools.ts'
import type { FoundTool } from './list-entries.ts'

export function listTools(toolkit: Readonly<Record<string, Messages>>): FoundTool[] {
  return toolIds.flatMap((id) => {
    const { title, summary = '' } = toolkit[id] ?? {}
    return title ? [{ id, title, summary }] : []
  })
}
