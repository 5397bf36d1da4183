'use client'

import { useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { useFocusOn } from '#components/activity/parts/use-focus-on.ts'
import { newId, record } from '#components/device/record.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import {
  beginCases,
  type CaseResponse,
  type CasesRound,
  isRight,
  latestCases,
  linesOf,
  openCase,
  questionKey,
} from '#lib/activity/cases.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import { CaseView } from './case-view.tsx'
import styles from './cases.module.css'
import { CasesEnd } from './cases-end.tsx'

/** One case at a time, its questions one after the other; at the end what came of the choices, and all cases at a glance. */
export default function Cases({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'cases'>>) {
  const statements = useStatements(object)
  /** begun in this page, not yet in a statement: a round is recorded with its first response */
  const [fresh, setFresh] = useState<CasesRound | null>(null)
  /** the case whose feedback is on the screen */
  const [showing, setShowing] = useState<string | null>(null)
  const [moved, setMoved] = useState(0)
  const screen = useFocusOn<HTMLDivElement>(moved || null)
  const t = (key: string, values = {}) => say(messages, `cases-${key}`, values, locale)

  const kept = statements && latestCases(data, statements)
  const loaded = statements !== null
  // a first round is drawn from the activity's id, so that the server shows its first case already; it gets its own id when it is recorded
  const round = (fresh && kept?.attempt !== fresh.attempt ? fresh : kept) ?? beginCases(data, data.id)
  const current = data.cases.find(({ id }) => id === showing) ?? openCase(data, round)

  function choose(question: string, option: string) {
    if (!current) return
    const response: CaseResponse = { case: current.id, question, option, ...(round.chosen.size === 0 ? { cases: [...round.cases] } : {}) }
    const after = { ...round, chosen: new Map(round.chosen).set(questionKey(current.id, question), option) }
    record({
      verb: 'answered',
      object,
      contentHash,
      attempt: round.attempt === data.id ? newId() : round.attempt,
      result: { response, success: isRight(current, question, option), ...(openCase(data, after) ? {} : { completion: true }) },
    })
    setShowing(current.id)
  }
  function next() {
    setShowing(null)
    setMoved(moved + 1)
  }

  return (
    <Box id={`activity-${data.id}`} kicker={t('kicker')} title={data.title} lead={data.lead}>
      <div className={styles['screen']} ref={screen} tabIndex={-1}>
        {current ? (
          <CaseView
            key={`${moved} ${loaded} ${current.id}`}
            data={current}
            lines={linesOf(current, round)}
            place={round.cases.indexOf(current.id)}
            total={round.cases.length}
            ready={loaded}
            later={data.later !== undefined}
            choose={choose}
            next={next}
            t={t}
          />
        ) : (
          <CasesEnd
            data={data}
            round={round}
            again={(only) => {
              setFresh(beginCases(data, newId(), only))
              next()
            }}
            t={t}
          />
        )}
      </div>
    </Box>
  )
}
