/**
 * How much a tool holds, for a line beside its name. Pure, and so small that the list of tools carries no tool: it looks at what the
 * device kept without the tools' readers, so it may count an entry that its tool would drop.
 */
import type { ToolId } from './tools.ts'

const lists: Record<ToolId, string> = {
  'networking-schedule': 'contacts',
  'caut-log': 'tasks',
  commitments: 'commitments',
  'information-flow': 'flows',
  'listening-checklist': 'talks',
  'thirty-seconds': 'sheets',
}

/** @returns `next`: the earliest day from today on for which something is planned or promised; '' where there is none */
export function insideOf(tool: ToolId, kept: unknown, today: string): { count: number; next: string } {
  const list: unknown = (kept as Record<string, unknown> | null | undefined)?.[lists[tool]]
  if (!Array.isArray(list)) return { count: 0, next: '' }
  const days = list.map((one): unknown => {
    if (tool === 'networking-schedule') return one?.next
    return tool === 'commitments' && (one?.state === 'open' || one?.state === 'renegotiated') ? one.moved || one.by : ''
  })
  const coming = days.filter((day): day is string => typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) && day >= today)
  return { count: list.length, next: coming.sort()[0] ?? '' }
}
