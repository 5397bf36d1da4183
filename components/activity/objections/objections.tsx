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
import {
  type BackResponse,
  foldBack,
  isBegun,
  type ObjectionsState,
  objectionSteps,
  objectionsFrom,
  openObjection,
} from '#lib/activity/objections.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import { CaseStep } from './case-step.tsx'
import { ColleagueStep } from './colleague-step.tsx'
import styles from './objections.module.css'
import { WholeStep } from './whole-step.tsx'

/** A case of one's own; colleagues object one by one, and each objection is given back before it gets a reply. */
export default function Objections({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'objections'>>) {
  const kept = usePrivate<Partial<ObjectionsState>>(object, {})
  const statements = useStatements(object)
  const [news, setNews] = useState('')

  const ready = kept.value !== null && statements !== null
  const state = objectionsFrom(kept.value, data)
  const { chosen, given } = foldBack(
    data,
    (statements ?? []).map(({ result }) => result?.response),
  )
  const steps = objectionSteps(state, data)
  const { at: wanted, go, heading } = useStep(ready ? openObjection(steps) : null)
  // words that were taken away close what came after them
  const at = steps[wanted]?.closed ? openObjection(steps) : wanted
  const { colleagues } = data
  const colleague = colleagues[at - 1]
  const words = (key: string, values = {}) => say(messages, `objections-${key}`, values, locale)
  const labels = [words('step-case'), ...colleagues.map((_, index) => words('step', { count: index + 1 })), words('step-whole')]

  function save(change: Partial<ObjectionsState>) {
    kept.save({ ...state, ...change })
    setNews('')
  }
  function noteDone(compared: readonly string[]) {
    const done = colleagues.every(({ id }) => compared.includes(id))
    const known = statements?.some(({ result }) => result?.completion)
    if (done && !known) record({ verb: 'answered', object, contentHash, result: { completion: true } })
  }

  return (
    <Box id={`activity-${data.id}`} kicker={words('kicker')} title={data.title} lead={data.lead}>
      <PrivateNote>{words('private')}</PrivateNote>
      <StepTabs
        label={words('steps')}
        steps={steps.map((step, index) => ({ id: String(index), label: labels[index] ?? '', ...step }))}
        at={at}
        done={words('done')}
        onStep={go}
      />
      {at === 0 ? (
        <CaseStep
          data={data}
          parts={state.parts}
          put={state.put}
          ready={ready}
          heading={heading}
          words={words}
          locale={locale}
          onWrite={(parts) => save({ parts })}
          onPut={() => {
            save({ put: true })
            go(1)
          }}
        />
      ) : colleague ? (
        <ColleagueStep
          key={`${colleague.id} ${ready}`}
          id={`${data.id}-${colleague.id}`}
          colleague={colleague}
          chosen={chosen.get(colleague.id)}
          given={given.has(colleague.id)}
          text={state.replies[colleague.id] ?? ''}
          ticks={state.ticks[colleague.id] ?? []}
          compared={state.compared.includes(colleague.id)}
          ready={ready}
          heading={heading}
          next={words(at < colleagues.length ? 'next' : 'to-whole')}
          words={words}
          onChoose={(option) => {
            const response: BackResponse = { colleague: colleague.id, option }
            const success = colleague.back.options.some(({ id, right }) => id === option && right)
            record({ verb: 'answered', object, contentHash, result: { response, success } })
          }}
          onText={(text) => save({ replies: { ...state.replies, [colleague.id]: text } })}
          onTicks={(ticks) => save({ ticks: { ...state.ticks, [colleague.id]: ticks } })}
          onCompare={() => {
            const compared = [...new Set([...state.compared, colleague.id])]
            save({ compared })
            noteDone(compared)
          }}
          onNext={() => go(at + 1)}
        />
      ) : (
        <WholeStep data={data} state={state} heading={heading} words={words} />
      )}
      <p className={styles['news']} role="status">
        {news}
      </p>
      {ready && isBegun(state) ? (
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
