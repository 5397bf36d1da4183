import { useEffect, useRef } from 'react'
import { record } from '#components/device/record.ts'
import quiz from '#components/quiz/quiz.module.css'
import type { Say } from '#components/quiz/text.ts'
import { Button } from '#components/ui/button.tsx'
import type { Deck } from '#lib/review/deck.ts'
import type { Session } from '#lib/review/fold-reviews.ts'
import { kindOf } from '#lib/review/plan-session.ts'
import { reviewObject } from '#lib/statement/known-objects.ts'
import type { Result } from '#lib/statement/schema.ts'
import type { Draft } from './draft.ts'
import { EndingStep } from './ending-step.tsx'
import { ItemStep } from './item-step.tsx'
import { RecallStep } from './recall-step.tsx'
import styles from './review.module.css'
import type { ReviewOutline } from './review-outline.ts'
import { TaskStep } from './task-step.tsx'

/** What every step gets: its draft, and what to do with it. */
export type StepProps = {
  value: unknown
  shown: boolean
  onDraft(value: unknown, shown: boolean): void
  /** writes down the response */
  onRespond(result: Result): void
  onNext(): void
  isLast: boolean
  say: Say
}

/** One step at a time. Where one stands is in the record and the draft, so it can be left at any moment. */
export function SessionView({
  session,
  deck,
  outline,
  today,
  draft,
  onDraft,
  onLeave,
  say,
  sayQuiz,
}: {
  session: Session
  deck: Deck
  outline: ReviewOutline
  today: number
  draft: Draft | null
  onDraft(draft: Draft | null): void
  onLeave(): void
  say: Say
  sayQuiz: Say
}) {
  // what the course no longer has is passed over
  const steps = session.steps.filter((step) => kindOf(step, deck) !== null)
  const left = steps.filter((step) => !session.answered.has(step))
  const mine = draft?.session === session.id && steps.includes(draft.step) ? draft : null
  const here = mine && (mine.shown || left.includes(mine.step)) ? mine.step : left[0]
  const finish = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (here === undefined) finish.current?.focus()
  }, [here])

  function end() {
    const module = session.steps[0]!.split('/', 1)[0]
    onDraft(null)
    record({ verb: 'finished', object: `${module}/review`, contentHash: deck.hash, attempt: session.id, result: { completion: true } })
    onLeave()
  }
  if (here === undefined)
    return (
      <section className={styles['panel']}>
        <h2 ref={finish} tabIndex={-1}>
          {say('openTitle')}
        </h2>
        <p>{say('openText_zero')}</p>
        <Button look="primary" onClick={end}>
          {say('finish')}
        </Button>
      </section>
    )

  const rest = left.filter((step) => step !== here)
  const slug = here.split('/', 1)[0]!
  const module = outline.modules.find((one) => one.slug === slug)
  const own = deck.modules.find((one) => one.slug === slug)
  const piece = deck.pieces.find(({ source }) => source === here)
  const kind = kindOf(here, deck)
  const contentHash = piece?.contentHash ?? (kind === 'task' ? own?.task : own?.scenario)?.contentHash ?? deck.hash
  const props: StepProps = {
    value: mine?.step === here ? mine.value : null,
    shown: mine?.step === here && mine.shown,
    onDraft: (value, shown) => onDraft({ session: session.id, step: here, value, shown }),
    onRespond: (result) => void record({ verb: 'answered', object: reviewObject(here), contentHash, attempt: session.id, result }),
    onNext: () => (rest.length === 0 ? end() : onDraft({ session: session.id, step: rest[0]!, value: null, shown: false })),
    isLast: rest.length === 0,
    say,
  }
  return (
    <div data-at="session" data-module={module?.number}>
      <div className={quiz['progress']}>
        <p>{say('position', { index: steps.indexOf(here) + 1, total: steps.length })}</p>
        <div className={quiz['marks']} aria-hidden="true">
          {steps.map((step) => (
            <span key={step} data-state={step === here ? 'now' : session.answered.has(step) ? 'marked' : 'open'} />
          ))}
        </div>
      </div>
      {piece?.kind === 'item' ? (
        <ItemStep key={here} {...props} piece={piece} session={session.id} sayQuiz={sayQuiz} />
      ) : piece?.kind === 'recall' ? (
        <RecallStep key={here} {...props} recall={piece.recall} lesson={piece.lesson} />
      ) : kind === 'task' && own ? (
        <TaskStep key={here} {...props} task={own.task} module={module?.short ?? ''} today={today} />
      ) : own?.scenario ? (
        <EndingStep key={here} {...props} scenario={own.scenario} ending={session.ending} module={module?.short ?? ''} today={today} />
      ) : null}
      <p className={styles['stop']}>
        <Button look="quiet" onClick={onLeave}>
          {say('stop')}
        </Button>
      </p>
    </div>
  )
}
