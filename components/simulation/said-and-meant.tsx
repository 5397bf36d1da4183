'use client'

import { record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { freshKept, type Kept } from '#components/simulation/said-and-meant/kept-run.ts'
import { TalkPlayer } from '#components/simulation/said-and-meant/talk-player.tsx'
import { Box } from '#components/ui/box.tsx'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { encodePlan, type Shown } from '#lib/simulation/said-and-meant/encode-state.ts'

/**
 * The simulation of the module on active listening. Before the learner's own talk has been read from this device, the first
 * words are shown and cannot be answered; then the talk goes on where it was left, or where the address says.
 */
export default function SaidAndMeant({
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
      <TalkPlayer
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
