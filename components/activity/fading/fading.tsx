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
import { type FadingState, fadingFrom, stepsDone } from '#lib/activity/fading.ts'
import { anyFilled, openStep } from '#lib/activity/own-parts.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import styles from './fading.module.css'
import { HalfStep } from './half-step.tsx'
import { OwnStep } from './own-step.tsx'
import { ReadStep } from './read-step.tsx'

/** Help that fades: read a worked example, complete a half, write your own. Words and ticks are private. */
export default function Fading({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'fading'>>) {
  const kept = usePrivate<Partial<FadingState>>(object, {})
  const statements = useStatements(object)
  const [news, setNews] = useState('')

  const ready = kept.value !== null && statements !== null
  const state = fadingFrom(kept.value, data)
  const done = stepsDone(state, data)
  const { at, go, heading } = useStep(ready ? openStep(done) : null)
  const words = (key: string, values = {}) => say(messages, `fading-${key}`, values, locale)
  const begun = state.read > 1 || state.ticks.length > 0 || anyFilled(state.half) || anyFilled(state.own)

  function save(change: Partial<FadingState>) {
    kept.save({ ...state, ...change })
    setNews('')
  }
  function finish() {
    save({ whole: true })
    if (statements?.length === 0) record({ verb: 'answered', object, contentHash, result: { completion: true } })
  }

  return (
    <Box id={`activity-${data.id}`} kicker={words('kicker')} title={data.title} lead={data.lead}>
      <PrivateNote>{words('private')}</PrivateNote>
      <StepTabs
        label={words('steps')}
        steps={(['read', 'half', 'own'] as const).map((id, index) => ({ id, label: words(`step-${id}`), done: done[index] ?? false }))}
        at={at}
        done={words('done')}
        onStep={go}
      />
      {at === 0 ? (
        <ReadStep
          data={data}
          read={state.read}
          ready={ready}
          heading={heading}
          words={words}
          onRead={(read) => save({ read })}
          onNext={() => go(1)}
        />
      ) : at === 1 ? (
        <HalfStep
          data={data}
          state={state}
          ready={ready}
          heading={heading}
          words={words}
          onWrite={(half) => save({ half })}
          onCompare={() => save({ compared: true })}
          onNext={() => go(2)}
        />
      ) : (
        <OwnStep
          data={data}
          state={state}
          ready={ready}
          heading={heading}
          words={words}
          locale={locale}
          onWrite={(own) => save({ own })}
          onTicks={(ticks) => save({ ticks })}
          onWhole={finish}
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
