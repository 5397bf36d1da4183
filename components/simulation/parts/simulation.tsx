'use client'

import type { ComponentType } from 'react'
import { record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { Box } from '#components/ui/box.tsx'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { freshKept, type Kept, type Rules } from './kept-run.ts'
import type { PlayerProps } from './use-run.ts'

export type SimulationProps = {
  data: ActivityOf<'simulation'>
  object: string
  contentHash: string
  module: string
  messages: Messages
  locale: string
}

/**
 * What stands around every simulation. Before the learner's own run has been read from this device, the first screen is
 * shown and cannot be used; then the run goes on where it was left, or where the address says.
 */
export function Simulation<S extends { plan: readonly unknown[]; seed: number }>({
  data,
  object,
  contentHash,
  messages,
  locale,
  rules,
  Player,
}: SimulationProps & { rules: Rules<S>; Player: ComponentType<PlayerProps<S>> }) {
  const fresh = freshKept(rules)
  const kept = usePrivate<Kept>(object, fresh)

  function finish({ plan, seed }: S) {
    record({ verb: 'answered', object, contentHash, result: { response: { seed, plan: rules.encodePlan(plan) }, completion: true } })
  }

  return (
    <Box id={data.id} kicker={say(messages, 'kicker')} title={data.title} lead={data.lead}>
      <Player
        key={kept.value ? 'own' : 'idle'}
        idle={kept.value === null}
        id={data.id}
        words={{ messages, locale }}
        kept={kept.value ?? fresh}
        keep={kept.save}
        finish={finish}
        insight={data.insight}
      />
    </Box>
  )
}
