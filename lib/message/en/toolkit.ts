/** The strings of the toolkit: what all tools share, and one file for each tool. */

import type { Messages } from '#lib/message/format.ts'
import type { ToolId } from '#lib/toolkit/tools.ts'
import cautLog from './toolkit/caut-log.json' with { type: 'json' }
import commitments from './toolkit/commitments.json' with { type: 'json' }
import common from './toolkit/common.json' with { type: 'json' }
import informationFlow from './toolkit/information-flow.json' with { type: 'json' }
import listeningChecklist from './toolkit/listening-checklist.json' with { type: 'json' }
import networkingSchedule from './toolkit/networking-schedule.json' with { type: 'json' }
import thirtySeconds from './toolkit/thirty-seconds.json' with { type: 'json' }

export const toolkit: Record<ToolId | 'common', Messages> = {
  common,
  'networking-schedule': networkingSchedule,
  'caut-log': cautLog,
  commitments,
  'information-flow': informationFlow,
  'listening-checklist': listeningChecklist,
  'thirty-seconds': thirtySeconds,
}
