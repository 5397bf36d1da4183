/** The job aids: their ids, in the order of the toolkit, and where each keeps what is written in it. Pure. */
export const toolIds = [
  'networking-schedule',
  'caut-log',
  'commitments',
  'information-flow',
  'listening-checklist',
  'thirty-seconds',
] as const
export type ToolId = (typeof toolIds)[number]

export const isToolId = (text: string): text is ToolId => (toolIds as readonly string[]).includes(text)

/** Key of what the device keeps for a tool; private to the device. */
export const toolKey = (tool: ToolId): string => `toolkit/${tool}`
