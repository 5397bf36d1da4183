'use client'

import { useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { lineState, subscribeLine } from '#components/device/outbox.ts'
import { newId, record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { useStatements } from '#components/device/use-statements.ts'
import quiz from '#components/quiz/quiz.module.css'
import { sayIn } from '#components/quiz/text.ts'
import { Button, buttonClass } from '#components/ui/button.tsx'
import type { Messages } from '#lib/message/format.ts'
import { foldReviews } from '#lib/review/fold-reviews.ts'
import { openSession, planDue, planExtra } from '#lib/review/plan-session.ts'
import type { SessionPlan } from '#lib/review/session.ts'
import { localDay } from './calendar-days.ts'
import type { Draft } from './draft.ts'
import { Overview } from './overview.tsx'
import styles from './review.module.css'
import type { ReviewOutline } from './review-outline.ts'
import { SessionView } from './session-view.tsx'
import { useDeck } from './use-deck.ts'
import { useToday } from './use-today.ts'

/**
 * What was learned comes back. All of it is decided here, from the learner's own statements and the items this device keeps; the
 * site is asked for those items and for nothing else, so a review works without a connection.
 */
export function Review({
  outline,
  messages,
  quizMessages,
  locale,
}: {
  outline: ReviewOutline
  messages: Messages
  quizMessages: Messages
  locale: string
}) {
  const say = sayIn(messages, locale)
  const today = useToday()
  const statements = useStatements()
  const reviews = useMemo(
    () => (statements ? foldReviews(statements, localDay, (object) => outline.moved[object] ?? object) : null),
    [statements, outline],
  )
  const { deck, failed, retry } = useDeck(reviews?.modules.map(({ slug }) => slug) ?? [], locale)
  const draft = usePrivate<Draft | null>('review/draft', null)
  const offline = useSyncExternalStore(subscribeLine, lineState, () => 'idle') === 'offline'
  const [inside, setInside] = useState(false)
  // nothing takes the focus before the learner has pressed something
  const pressed = useRef(false)
  const plans = useMemo(() => {
    if (!reviews || !deck || today === null) return null
    const due = planDue(reviews, deck, today)
    return { due, open: openSession(reviews, deck, today, due !== null), extra: planExtra(reviews, deck, today) }
  }, [reviews, deck, today])

  if (!reviews || today === null) return <p className={quiz['soft']}>{say('loading')}</p>
  if (reviews.modules.length === 0)
    return (
      <div className={quiz['panel']}>
        <h2>{say('noneTitle')}</h2>
        <p>{say('noneText')}</p>
        <a className={buttonClass('primary')} href={outline.home}>
          {say('noneGo')}
        </a>
      </div>
    )
  if (!deck || !plans) {
    if (failed === null) return <p className={quiz['soft']}>{say('loading')}</p>
    return (
      <div className={quiz['panel']}>
        <h2>{say('deckTitle')}</h2>
        <p role="status">{say('deckText')}</p>
        <Button onClick={retry}>{say('deckRetry')}</Button>
      </div>
    )
  }

  function begin(plan: SessionPlan) {
    const module = plan.steps[0]!.split('/', 1)[0]
    const { kind, steps, ending } = plan
    const response = { kind, steps: [...steps], ...(ending ? { ending } : {}) }
    record({ verb: 'started', object: `${module}/review`, contentHash: deck!.hash, attempt: newId(), result: { response } })
    enter(true)
  }
  function enter(next: boolean) {
    pressed.current = true
    setInside(next)
  }

  const { open } = plans
  return (
    <>
      {offline ? (
        <p className={styles['offline']} role="status">
          {say('offline')}
        </p>
      ) : null}
      {inside && open ? (
        <SessionView
          session={open}
          deck={deck}
          outline={outline}
          today={today}
          draft={draft.value}
          onDraft={(next) => (next ? draft.save(next) : draft.erase())}
          onLeave={() => enter(false)}
          say={say}
          sayQuiz={sayIn(quizMessages, locale)}
        />
      ) : (
        <Overview
          reviews={reviews}
          deck={deck}
          plans={plans}
          outline={outline}
          today={today}
          takeFocus={pressed.current}
          onBegin={begin}
          onGoOn={() => enter(true)}
          say={say}
          locale={locale}
        />
      )}
    </>
  )
}
