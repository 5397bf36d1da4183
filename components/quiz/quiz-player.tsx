'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { newId } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Button } from '#components/ui/button.tsx'
import type { Messages } from '#lib/message/format.ts'
import type { AttemptView } from '#lib/quiz/attempt-view.ts'
import { currentItem, goOn, type QuizSnapshot } from '#lib/quiz/quiz-machine.ts'
import { standing } from '#lib/quiz/standing.ts'
import { type Draft, placeOf } from './draft.ts'
import { Home } from './home.tsx'
import { Question } from './question.tsx'
import styles from './quiz.module.css'
import type { QuizOutline } from './quiz-outline.ts'
import { Result } from './result.tsx'
import { sayIn } from './text.ts'
import { TroubleLine } from './trouble-line.tsx'
import { useAskedHere } from './use-asked-here.ts'
import { useAttempt } from './use-attempt.ts'

/**
 * The check of a module. Before, between and after attempts it shows where the learner stands, from their own statements;
 * in an attempt one item at a time. Marks nothing itself: the site does, and reveals key and feedback with its reply.
 */
export function QuizPlayer({
  outline,
  messages,
  locale,
  certificate,
}: {
  outline: QuizOutline
  messages: Messages
  locale: string
  certificate: ReactNode
}) {
  const { module } = outline
  const say = sayIn(messages, locale)
  const statements = useStatements(module)
  const attempt = useAttempt(module)
  const draft = usePrivate<Draft | null>(`${module}/quiz#draft`, null)
  const { place, busy, trouble } = attempt
  const asked = useAskedHere(module, outline.passMark, place.at)
  // nothing takes the focus before the learner has pressed something
  const pressed = useRef(false)
  const press = (act: () => unknown) => () => {
    pressed.current = true
    void act()
  }
  const goOnWith = (view: AttemptView, snapshot: QuizSnapshot) => () => {
    const next = currentItem(goOn(snapshot))
    if (next) draft.save({ attempt: view.id, item: next.id, id: newId(), response: null })
    return attempt.next()
  }
  const now = statements === null ? null : standing(statements, module, shapeOf(outline))
  const scenarioDone =
    statements?.some(({ verb, object }) => object === module && verb === 'satisfied') ||
    statements?.some(({ verb, object }) => object === `${module}/scenario` && verb === 'finished') ||
    false

  if (place.at === 'attempt') {
    const here = placeOf(place.view, place.snapshot, draft.value)
    const at = currentItem(here)
    const shown = place.view.items.find((one) => one.id === at?.id)
    if (here.value === 'complete' || !shown || shown.state === 'gone')
      return (
        <div className={styles['panel']} data-at="attempt">
          <FocusedHeading take={pressed.current}>{say('completeTitle')}</FocusedHeading>
          <p>{say('completeText')}</p>
          <TroubleLine trouble={trouble} say={say} />
          <Button look="primary" aria-disabled={busy} onClick={press(() => !busy && attempt.next())}>
            {say(busy ? 'opening' : 'toResult')}
          </Button>
        </div>
      )
    return (
      <Question
        key={shown.id}
        module={module}
        attempt={place.view}
        shown={shown}
        draft={draft.value}
        onDraft={(next) => (next ? draft.save(next) : draft.erase())}
        busy={busy}
        trouble={trouble}
        takeFocus={pressed}
        onRespond={(id, response) => {
          pressed.current = true
          return attempt.respond(id, shown.id, response)
        }}
        onNext={press(goOnWith(place.view, place.snapshot))}
        say={say}
        locale={locale}
      />
    )
  }

  const result = place.at === 'result' ? place.result : now && (now.state === 'reached' || now.state === 'not-yet') ? now.result : null
  if (result) {
    return (
      <Result
        result={result}
        outline={outline}
        asked={asked}
        reviewed={now?.state === 'not-yet' && now.reviewed}
        scenarioDone={scenarioDone}
        fresh={place.at === 'result'}
        busy={busy}
        trouble={trouble}
        onAgain={press(attempt.open)}
        certificate={certificate}
        say={say}
        locale={locale}
      />
    )
  }
  return (
    <Home
      outline={outline}
      asked={asked}
      open={now?.state === 'open' ? now.responses : null}
      busy={busy}
      trouble={trouble}
      onStart={press(attempt.open)}
      say={say}
      locale={locale}
    />
  )
}

function shapeOf(outline: QuizOutline) {
  return {
    lessons: outline.lessons.map((lesson) => lesson.slug),
    objectives: outline.objectives,
    ...(outline.moved ? { moved: outline.moved } : {}),
  }
}

function FocusedHeading({ take, children }: { take: boolean; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (take) heading.current?.focus()
  }, [take])
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  )
}
