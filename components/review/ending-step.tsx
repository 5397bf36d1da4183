import { useEffect, useId, useRef } from 'react'
import privacy from '#components/activity/private/private.module.css'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import { usePrivate } from '#components/device/use-private.ts'
import quiz from '#components/quiz/quiz.module.css'
import { Prose } from '#components/scenario/prose.tsx'
import { Button } from '#components/ui/button.tsx'
import type { DeckModule } from '#lib/review/deck.ts'
import { wordsDraft } from './draft.ts'
import { withWords, wordsKey } from './kept-words.ts'
import styles from './review.module.css'
import type { StepProps } from './session-view.tsx'

/** After sixty days: why did the story end as it did? Nothing is marked; the debrief is there to compare with. */
export function EndingStep({
  scenario,
  ending,
  module,
  today,
  value,
  shown,
  onDraft,
  onRespond,
  onNext,
  isLast,
  say,
}: StepProps & { scenario: NonNullable<DeckModule['scenario']>; ending: string | undefined; module: string; today: number }) {
  const id = useId()
  const kept = usePrivate<unknown>(wordsKey, [])
  const heading = useRef<HTMLHeadingElement>(null)
  const answer = useRef<HTMLHeadingElement>(null)
  const own = wordsDraft(value)
  // an ending that a later release took away gives its place to the first
  const told = scenario.endings.find((one) => one.id === ending) ?? scenario.endings[0]
  useEffect(() => {
    ;(shown ? answer : heading).current?.focus()
  }, [shown])
  if (!told) return null

  const title = say('endingTitle', { ending: told.title })
  function go() {
    onRespond({ response: { ending: told!.id }, completion: true })
    kept.save(withWords(kept.value, { day: today, title, text: own.text }))
    onNext()
  }
  return (
    <section className={quiz['question']} aria-labelledby={`${id}-title`}>
      <p className={styles['kicker']}>{say('endingKicker')}</p>
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1} className={quiz['stem']}>
        {title}
      </h2>
      <p className={styles['setting']}>{say('endingText', { scenario: scenario.title, module })}</p>
      <PrivateNote>{say('private')}</PrivateNote>
      <div className={`${privacy['field']} ${styles['field']}`}>
        <label htmlFor={id}>{say('endingLabel')}</label>
        <textarea
          id={id}
          className={privacy['input']}
          rows={5}
          value={own.text}
          readOnly={shown}
          onChange={(event) => onDraft({ ...own, text: event.currentTarget.value }, false)}
        />
      </div>
      {shown ? (
        <>
          <h3 ref={answer} tabIndex={-1} className={styles['legend']}>
            {say('endingAnswer')}
          </h3>
          <div className={styles['debrief']}>
            <Prose text={told.debrief} />
          </div>
          <p className={styles['again']}>
            <a href={scenario.href}>{say('endingAgain')}</a>
          </p>
          <Button look="primary" onClick={go}>
            {say(isLast ? 'last' : 'next')}
          </Button>
        </>
      ) : (
        <Button look="primary" onClick={() => onDraft(own, true)}>
          {say('endingCompare')}
        </Button>
      )}
    </section>
  )
}
