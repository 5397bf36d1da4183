'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { Paragraphs } from '#components/activity/parts/paragraphs.tsx'
import { record } from '#components/device/record.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { type AssembleResponse, belonging, isWhole, latestText } from '#lib/activity/assemble.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import { seededRandom, shuffled } from '#lib/random/seeded-random.ts'
import styles from './assemble.module.css'
import { ChooseScreen } from './choose-screen.tsx'
import { OrderScreen } from './order-screen.tsx'
import { ResultScreen } from './result-screen.tsx'

type Screen = 'choose' | 'order' | 'result'

/** A text from given sentences: choose those that belong, bring them into order, see what each does, compare. */
export default function Assemble({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'assemble'>>) {
  const statements = useStatements(object)
  /** what is under way in this page; null: what the last statement says */
  const [draft, setDraft] = useState<{ screen: Screen; order: string[] } | null>(null)
  const [moved, setMoved] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)

  // authors write the sentences as they like; the same order for everybody, on the server too
  const sentences = useMemo(() => shuffled(data.sentences, seededRandom(object)), [data, object])
  const earlier = latestText(
    data,
    (statements ?? []).map(({ result }) => result?.response),
  )
  const { screen, order } = draft ?? { screen: earlier ? ('result' as const) : ('choose' as const), order: earlier ?? [] }
  const words = (key: string, values = {}) => say(messages, `assemble-${key}`, values, locale)

  useEffect(() => {
    if (moved > 0) heading.current?.focus()
  }, [moved])

  function show(next: Screen, with_: string[] = order) {
    setDraft({ screen: next, order: with_ })
    setMoved(moved + 1)
  }
  function check() {
    const response: AssembleResponse = { sentences: order }
    record({ verb: 'answered', object, contentHash, result: { response, success: isWhole(data, order), completion: true } })
    show('result')
  }

  return (
    <Box id={`activity-${data.id}`} kicker={words('kicker')} title={data.title} lead={data.lead}>
      <div className={styles['situation']}>
        <Paragraphs text={data.situation} />
      </div>
      {screen === 'choose' ? (
        <ChooseScreen
          sentences={sentences}
          most={belonging(data).length}
          chosen={order}
          heading={heading}
          ready={statements !== null}
          words={words}
          onChoose={(chosen) => setDraft({ screen, order: chosen })}
          onNext={() => show('order')}
        />
      ) : screen === 'order' ? (
        <OrderScreen
          id={`activity-${data.id}`}
          data={data}
          chosen={order}
          heading={heading}
          words={words}
          onOrder={(next) => setDraft({ screen, order: next })}
          onBack={() => show('choose')}
          onCheck={check}
        />
      ) : (
        <ResultScreen
          data={data}
          order={order}
          heading={heading}
          words={words}
          onChange={() => show('choose')}
          onAgain={() => show('choose', [])}
        />
      )}
    </Box>
  )
}
