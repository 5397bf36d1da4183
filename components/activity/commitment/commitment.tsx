'use client'

import { useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { StepTabs } from '#components/activity/parts/step-tabs.tsx'
import { useStep } from '#components/activity/parts/use-step.ts'
import { Erase } from '#components/activity/private/erase.tsx'
import privacy from '#components/activity/private/private.module.css'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import { record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { type CommitmentState, commitmentFrom, promisesDone } from '#lib/activity/commitment.ts'
import { anyFilled, openStep } from '#lib/activity/own-parts.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import styles from './commitment.module.css'
import { PromiseStep } from './promise-step.tsx'
import { RepairStep } from './repair-step.tsx'

/** Weak promises to repair, then one of one's own, each on the same few lines. All words are private. */
export default function Commitment({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'commitment'>>) {
  const kept = usePrivate<Partial<CommitmentState>>(object, {})
  const statements = useStatements(object)
  const [news, setNews] = useState('')

  const ready = kept.value !== null && statements !== null
  const state = commitmentFrom(kept.value, data)
  const done = promisesDone(state, data)
  const { at, go, heading } = useStep(ready ? openStep(done) : null)
  const repair = data.repairs[at]
  const words = (key: string, values = {}) => say(messages, `commitment-${key}`, values, locale)
  const begun = state.asked.length > 0 || state.ticks.length > 0 || [state.own, ...Object.values(state.repairs)].some(anyFilled)

  function save(change: Partial<CommitmentState>) {
    kept.save({ ...state, ...change })
    setNews('')
  }
  function make() {
    save({ made: true })
    if (statements?.length === 0) record({ verb: 'answered', object, contentHash, result: { completion: true } })
  }

  return (
    <Box id={`activity-${data.id}`} kicker={words('kicker')} title={data.title} lead={data.lead}>
      <PrivateNote>{words('private')}</PrivateNote>
      <StepTabs
        label={words('steps')}
        steps={[
          ...data.repairs.map(({ id }, index) => ({ id, label: words('step', { count: index + 1 }), done: done[index] ?? false })),
          { id: 'own', label: words('step-own'), done: state.made },
        ]}
        at={at}
        done={words('done')}
        onStep={go}
      />
      {repair ? (
        <RepairStep
          key={repair.id}
          id={`${data.id}-${repair.id}`}
          fields={data.fields}
          repair={repair}
          parts={state.repairs[repair.id] ?? {}}
          asked={state.asked.includes(repair.id)}
          compared={state.compared.includes(repair.id)}
          ready={ready}
          heading={heading}
          next={words(at < data.repairs.length - 1 ? 'next' : 'to-own')}
          words={words}
          onAsk={() => save({ asked: [...state.asked, repair.id] })}
          onWrite={(parts) => save({ repairs: { ...state.repairs, [repair.id]: parts } })}
          onCompare={() => save({ compared: [...new Set([...state.compared, repair.id])] })}
          onNext={() => go(at + 1)}
        />
      ) : (
        <PromiseStep
          data={data}
          state={state}
          ready={ready}
          heading={heading}
          words={words}
          onWrite={(own) => save({ own })}
          onTicks={(ticks) => save({ ticks })}
          onMake={make}
        />
      )}
      <p className={styles['news']} role="status">
        {news}
      </p>
      {ready && begun ? (
        <div className={privacy['actions']}>
          <Erase
            label={words('erase')}
            question={words('erase-question')}
            yes={words('erase-yes')}
            no={words('erase-no')}
            onErase={() => {
              kept.erase()
              setNews(words('erased'))
              go(0)
            }}
          />
        </div>
      ) : null}
    </Box>
  )
}
