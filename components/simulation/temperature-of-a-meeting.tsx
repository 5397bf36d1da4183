'use client'

import { record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { freshKept, type Kept } from '#components/simulation/temperature-of-a-meeting/kept-run.ts'
import { RunPlayer } from '#components/simulation/temperature-of-a-meeting/run-player.tsx'
import { Box } from '#components/ui/box.tsx'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { encodePlan, type Shown } from '#lib/simulation/temperature-of-a-meeting/encode-state.ts'

/**
 * The simulation of the module on emotional intelligence. Before the learner's own run has been read from this device, the
 * first moment is shown and cannot be used; then the run goes on where it was left, or where the address says.
 */
export default function TemperatureOfAMeeting({
  data,
  object,
  contentHash,
  messages,
  locale,
}: {
  data: ActivityOf<'simulation'>
  object: string
  contentHash: string
  module: string
  messages: Messages
  locale: string
}) {
  const kept = usePrivate<Kept>(object, freshKept)

  function finish({ plan, seed }: Shown) {
    record({ verb: 'answered', object, contentHash, result: { response: { seed, plan: encodePlan(plan) }, completion: true } })
  }

  return (
    <Box id={data.id} kicker={say(messages, 'kicker')} title={data.title} lead={data.lead}>
      <RunPlayer
        key={kept.value ? 'own' : 'idle'}
        idle={kept.value === null}
        id={data.id}
        words={{ messages, locale }}
        kept={kept.value ?? freshKept}
        keep={kept.save}
        finish={finish}
        insight={data.insight}
      />
    </Box>
  )
}
