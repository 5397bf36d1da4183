'use client'

import { record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { mapSummary } from '#components/simulation/who-knows-whom/describe.ts'
import { freshKept, freshShown, type Kept } from '#components/simulation/who-knows-whom/kept-run.ts'
import { NetworkMap } from '#components/simulation/who-knows-whom/network-map.tsx'
import { RunPlayer } from '#components/simulation/who-knows-whom/run-player.tsx'
import { Box } from '#components/ui/box.tsx'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { encodePlan, type Shown } from '#lib/simulation/who-knows-whom/encode-state.ts'
import { startState } from '#lib/simulation/who-knows-whom/step.ts'
import { makeWorld } from '#lib/simulation/who-knows-whom/world.ts'
import styles from './who-knows-whom.module.css'

/**
 * The simulation of the networking module. Before the learner's own run has been read from this device, the first day is
 * shown as a picture; then the run goes on where it was left, or where the address says.
 */
export default function WhoKnowsWhom({
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
  const words = { messages, locale }

  function finish({ plan, seed }: Shown) {
    record({ verb: 'answered', object, contentHash, result: { response: { seed, plan: encodePlan(plan) }, completion: true } })
  }

  return (
    <Box id={data.id} kicker={say(messages, 'kicker')} title={data.title} lead={data.lead}>
      {kept.value ? (
        <RunPlayer id={data.id} words={words} kept={kept.value} keep={kept.save} finish={finish} insight={data.insight} />
      ) : (
        <div className={styles['waiting']}>
          <FirstDay words={words} />
        </div>
      )}
    </Box>
  )
}

function FirstDay({ words }: { words: { messages: Messages; locale: string } }) {
  const state = startState(makeWorld(freshShown.seed))
  return <NetworkMap words={words} state={state} summary={mapSummary(words, state)} />
}
