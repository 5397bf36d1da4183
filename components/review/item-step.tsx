import { useEffect, useMemo, useRef, useState } from 'react'
import { Interaction } from '#components/quiz/interactions/interaction.tsx'
import { Marked } from '#components/quiz/marked.tsx'
import quiz from '#components/quiz/quiz.module.css'
import type { Say } from '#components/quiz/text.ts'
import { Button } from '#components/ui/button.tsx'
import { validateResponse } from '#lib/quiz/public-item.ts'
import { askItem, markReviewed } from '#lib/review/ask-item.ts'
import type { DeckPiece } from '#lib/review/deck.ts'
import { isEnough } from '#lib/review/session.ts'
import styles from './review.module.css'
import type { StepProps } from './session-view.tsx'

/** An item of a module's check, asked and marked as there. Its key is here already: the learner has reached that check. */
export function ItemStep({
  piece: { item, lesson, module },
  session,
  value,
  shown,
  onDraft,
  onRespond,
  onNext,
  isLast,
  say,
  sayQuiz,
}: StepProps & { piece: Extract<DeckPiece, { kind: 'item' }>; session: string; sayQuiz: Say }) {
  const [wait, setWait] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const verdict = useRef<HTMLHeadingElement>(null)
  const asked = useMemo(() => askItem(item, session), [item, session])
  const given = value ?? (asked.kind === 'order' || asked.kind === 'sjt' ? asked.options.map(({ id }) => id) : null)
  const marked = shown ? markReviewed(item, given) : null
  const isMarked = marked?.state === 'marked'
  const labelId = `${item.id}-stem`
  useEffect(() => {
    ;(isMarked ? verdict : heading).current?.focus()
  }, [isMarked])

  function submit() {
    const validation = validateResponse(asked, given)
    const result = validation.state === 'complete' ? markReviewed(item, validation.response) : null
    if (result?.state !== 'marked') return setWait(true)
    const { response, score } = result
    onRespond({ response, score, success: isEnough(score.scaled) })
    onDraft(response, true)
  }
  return (
    <section className={quiz['question']} aria-labelledby={labelId}>
      <p className={styles['kicker']}>{say('itemKicker')}</p>
      <h2 id={labelId} ref={heading} tabIndex={-1} className={quiz['stem']}>
        {item.stem}
      </h2>
      {marked?.state === 'marked' ? (
        <Marked shown={{ id: item.id, scored: true, item: asked, ...marked }} module={module} heading={verdict} say={sayQuiz}>
          <p className={styles['again']}>
            <a href={lesson.href}>{say('readAgain', { lesson: lesson.title })}</a>
          </p>
          <div className={quiz['actions']}>
            <Button look="primary" onClick={onNext}>
              {say(isLast ? 'last' : 'next')}
            </Button>
          </div>
        </Marked>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <Interaction
            item={asked}
            value={given}
            onChange={(next) => {
              setWait(false)
              onDraft(next, false)
            }}
            labelledBy={labelId}
            say={sayQuiz}
          />
          <div role="status" className={quiz['trouble']} data-empty={!wait || undefined}>
            {wait ? <p>{sayQuiz(`wait_${item.kind}`, { count: 'choose' in asked ? asked.choose : 1 })}</p> : null}
          </div>
          <div className={quiz['actions']}>
            <Button look="primary" type="submit">
              {sayQuiz('check')}
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
