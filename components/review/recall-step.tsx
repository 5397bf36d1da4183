import { useEffect, useId, useRef } from 'react'
import privacy from '#components/activity/private/private.module.css'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import recallStyles from '#components/activity/recall/recall.module.css'
import quiz from '#components/quiz/quiz.module.css'
import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import type { DeckLesson } from '#lib/review/deck.ts'
import { findPoints, type Point } from '#lib/review/find-points.ts'
import { isEnough } from '#lib/review/session.ts'
import { type RecallDraft, recallDraft } from './draft.ts'
import styles from './review.module.css'
import type { StepProps } from './session-view.tsx'

/** Free recall as in the lesson; what was found in the words is ticked already, and the learner has the last word. */
export function RecallStep({
  recall,
  lesson,
  value,
  shown,
  onDraft,
  onRespond,
  onNext,
  isLast,
  say,
}: StepProps & { recall: { id: string; title: string; points: readonly Point[]; answer: string }; lesson: DeckLesson }) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const answer = useRef<HTMLHeadingElement>(null)
  const own = recallDraft(value)
  const { points } = recall
  useEffect(() => {
    ;(shown ? answer : heading).current?.focus()
  }, [shown])

  const save = (change: Partial<RecallDraft>, show = shown) => onDraft({ ...own, ...change }, show)
  function compare() {
    const found = findPoints(own.text, points)
    save({ found, ticked: found }, true)
  }
  function tick(point: string, had: boolean) {
    save({ ticked: points.map((one) => one.id).filter((one) => (one === point ? had : own.ticked.includes(one))) })
  }
  function go() {
    const had = points.map((one) => one.id).filter((one) => own.ticked.includes(one))
    const score = { raw: had.length, max: points.length, scaled: had.length / points.length }
    onRespond({ response: { points: had, found: own.found }, score, success: isEnough(score.scaled) })
    onNext()
  }
  const corrected = own.ticked.join() !== own.found.join()
  const status = corrected
    ? say('had', { had: own.ticked.length, count: points.length })
    : own.text.trim() === ''
      ? say('foundNothingWritten')
      : own.found.length === 0
        ? say('found_zero')
        : say('found', { found: own.found.length, count: points.length })
  return (
    <section className={quiz['question']} aria-labelledby={`${id}-title`}>
      <p className={styles['kicker']}>{say('recallKicker')}</p>
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1} className={quiz['stem']}>
        {recall.title}
      </h2>
      <PrivateNote>{say('private')}</PrivateNote>
      <div className={`${privacy['field']} ${recallStyles['field']}`}>
        <label htmlFor={id}>{say('recallLabel')}</label>
        <small id={`${id}-help`}>{say('recallHelp')}</small>
        <textarea
          id={id}
          aria-describedby={`${id}-help`}
          className={privacy['input']}
          rows={4}
          value={own.text}
          readOnly={shown}
          onChange={(event) => save({ text: event.currentTarget.value })}
        />
      </div>
      {shown ? (
        <div className={recallStyles['answer']}>
          <h3 className={recallStyles['heading']} ref={answer} tabIndex={-1}>
            {say('answer')}
          </h3>
          <p className={recallStyles['full']}>{recall.answer}</p>
          <fieldset className={option['group']}>
            <legend className={recallStyles['legend']}>{say('points')}</legend>
            {points.map((point) => (
              <label key={point.id} className={option['option']}>
                <input
                  type="checkbox"
                  checked={own.ticked.includes(point.id)}
                  onChange={(event) => tick(point.id, event.currentTarget.checked)}
                />
                <span>{point.text}</span>
              </label>
            ))}
          </fieldset>
          <p className={recallStyles['count']} role="status">
            {status}
          </p>
          <p className={styles['again']}>
            <a href={lesson.href}>{say('readAgain', { lesson: lesson.title })}</a>
          </p>
          <Button look="primary" onClick={go}>
            {say(isLast ? 'last' : 'next')}
          </Button>
        </div>
      ) : (
        <Button look="primary" onClick={compare}>
          {say('compare')}
        </Button>
      )}
    </section>
  )
}
