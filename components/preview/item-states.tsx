'use client'

import { useRef, useState } from 'react'
import { Interaction } from '#components/quiz/interactions/interaction.tsx'
import { ReflectView } from '#components/quiz/interactions/reflect.tsx'
import { Marked } from '#components/quiz/marked.tsx'
import { type Say, sayIn } from '#components/quiz/text.ts'
import { type Messages, say } from '#lib/message/format.ts'
import type { Sample } from '#lib/preview/sample-responses.ts'
import type { PublicReflection } from '#lib/quiz/public-item.ts'
import styles from './preview.module.css'

/** One item in each of its states, by the same components that learners see. Nothing is sent or recorded. */
export function ItemStates({
  samples,
  reflection,
  module,
  messages,
  locale,
}: {
  samples: readonly Sample[]
  reflection?: PublicReflection
  module: string
  messages: { preview: Messages; quiz: Messages }
  locale: string
}) {
  const sayQuiz = sayIn(messages.quiz, locale)
  if (reflection)
    return (
      <>
        <p className={styles['soft']}>{say(messages.preview, 'reflectKind')}</p>
        <div className={styles['state']}>
          <ReflectView item={reflection} keep={`preview/${reflection.id}`} say={sayQuiz} locale={locale} />
        </div>
      </>
    )
  const has = (state: Sample['state']) => samples.some((sample) => sample.state === state)
  return (
    <>
      <p className={styles['stem']}>{samples[0]?.shown.item.stem}</p>
      <div className={styles['states']}>
        {samples.map((sample) => (
          <State key={sample.state} sample={sample} module={module} preview={messages.preview} sayQuiz={sayQuiz} />
        ))}
      </div>
      {has('partly') ? null : <p className={styles['soft']}>{say(messages.preview, 'noPartly')}</p>}
      {has('wrong') ? null : <p className={styles['soft']}>{say(messages.preview, 'noWrong')}</p>}
    </>
  )
}

/** A form of its own, so that the radio buttons of one state leave those of the others alone. */
function State({
  sample: { state, shown },
  module,
  preview,
  sayQuiz,
}: {
  sample: Sample
  module: string
  preview: Messages
  sayQuiz: Say
}) {
  const [value, setValue] = useState<unknown>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const label = `${shown.id}-${state}`
  return (
    <form className={styles['state']} aria-labelledby={label} onSubmit={(event) => event.preventDefault()}>
      <p className={styles['label']} id={label}>
        {say(preview, `state-${state}`)}
        <span className="visually-hidden"> · {shown.id}</span>
      </p>
      {shown.state === 'marked' ? (
        <Marked shown={shown} module={`preview/${module}`} heading={heading} say={sayQuiz}>
          {null}
        </Marked>
      ) : (
        <Interaction item={shown.item} value={value} onChange={setValue} labelledBy={label} say={sayQuiz} />
      )}
    </form>
  )
}
