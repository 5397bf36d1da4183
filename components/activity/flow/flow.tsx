'use client'

import { useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { useFocusOn } from '#components/activity/parts/use-focus-on.ts'
import { newId, record } from '#components/device/record.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { beginFlow, enoughOut, type FlowResponse, type FlowRound, isInOrder, latestFlow } from '#lib/activity/flow.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import styles from './flow.module.css'
import { FlowLoop } from './flow-loop.tsx'
import { FlowOrder } from './flow-order.tsx'

/** Bring the steps into order; then the flow is drawn, and one can take steps out of it. */
export default function Flow({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'flow'>>) {
  const statements = useStatements(object)
  const [fresh, setFresh] = useState<FlowRound | null>(null)
  const [moved, setMoved] = useState(0)
  const screen = useFocusOn<HTMLDivElement>(moved || null)
  const t = (key: string, values = {}) => say(messages, `flow-${key}`, values, locale)

  const kept = statements && latestFlow(data, statements)
  // a first round is drawn from the activity's id, so that the server shows it already; it gets its own id when it is recorded
  const round = (fresh && kept?.attempt !== fresh.attempt ? fresh : kept) ?? beginFlow(data, data.id)

  function keep(response: FlowResponse, result: { success?: boolean; completion?: true }) {
    record({
      verb: 'answered',
      object,
      contentHash,
      attempt: round.attempt === data.id ? newId() : round.attempt,
      result: { response, ...result },
    })
  }
  function check(order: string[], shown: boolean) {
    const right = isInOrder(data, order)
    keep(shown ? { order, shown } : { order }, { success: right && !shown })
    if (right) setMoved(moved + 1)
  }
  function takeOut(id: string) {
    if (round.out.includes(id)) return
    keep({ out: id }, round.out.length + 1 === enoughOut(data) ? { completion: true } : {})
  }

  return (
    <Box id={`activity-${data.id}`} kicker={t('kicker')} title={data.title} lead={data.lead}>
      <div className={styles['screen']} ref={screen} tabIndex={-1}>
        {round.ordered ? (
          <FlowLoop
            data={data}
            seen={round.out}
            takeOut={takeOut}
            again={() => {
              setFresh(beginFlow(data, newId()))
              setMoved(moved + 1)
            }}
            t={t}
          />
        ) : (
          <FlowOrder key={`${moved} ${statements === null}`} data={data} round={round} ready={statements !== null} check={check} t={t} />
        )}
      </div>
    </Box>
  )
}
