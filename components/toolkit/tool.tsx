'use client'

import dynamic from 'next/dynamic'
import type { ComponentType } from 'react'
import type { Messages } from '#lib/message/format.ts'
import type { ToolId } from '#lib/toolkit/tools.ts'

/** What every tool gets: its own strings, those all tools share, and the titles of all tools. */
export type ToolProps = { messages: Messages; common: Messages; titles: Readonly<Record<ToolId, string>>; locale: string }

/** One chunk for each tool: a page carries only its own. */
const tools: Record<ToolId, ComponentType<ToolProps>> = {
  'networking-schedule': dynamic(() => import('#components/toolkit/networking-schedule/networking-schedule.tsx')),
  'caut-log': dynamic(() => import('#components/toolkit/caut-log/caut-log.tsx')),
  commitments: dynamic(() => import('#components/toolkit/commitments/commitments.tsx')),
  'information-flow': dynamic(() => import('#components/toolkit/information-flow/information-flow.tsx')),
  'listening-checklist': dynamic(() => import('#components/toolkit/listening-checklist/listening-checklist.tsx')),
  'thirty-seconds': dynamic(() => import('#components/toolkit/thirty-seconds/thirty-seconds.tsx')),
}

export function Tool({ tool, ...props }: ToolProps & { tool: ToolId }) {
  const Found = tools[tool]
  return <Found {...props} />
}
