import Link from 'next/link'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button, buttonClass } from '#components/ui/button.tsx'
import type { AttemptResult } from '#lib/quiz/attempt-view.ts'
import { type AskedHere, markOf } from './asked-here.ts'
import { ReflectView } from './interactions/reflect.tsx'
import styles from './quiz.module.css'
import type { QuizOutline } from './quiz-outline.ts'
import { percent, type Say } from './text.ts'
import { TroubleLine } from './trouble-line.tsx'
import type { Trouble } from './use-attempt.ts'

/** After an attempt, and whenever the learner comes back: reached or not yet, by objective, and what comes next. */
export function Result({
  result,
  outline,
  asked,
  reviewed,
  scenarioDone,
  fresh,
  busy,
  trouble,
  onAgain,
  certificate,
  say,
  locale,
}: {
  result: AttemptResult
  outline: QuizOutline
  asked: AskedHere | null
  reviewed: boolean
  scenarioDone: boolean
  /** just ended: its heading takes the focus */
  fresh: boolean
  busy: boolean
  trouble: Trouble | null
  onAgain(): void
  certificate: ReactNode
  say: Say
  locale: string
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (fresh) heading.current?.focus()
  }, [fresh])
  const { reached, score, objectives } = result
  const mark = markOf(result, asked, outline.passMark)
  const numbers = { scaled: percent(score.scaled, locale), mark: percent(mark ?? outline.passMark, locale) }
  const notYet = mark === null ? 'resultNotYetAsked' : 'resultNotYet'
  const noneLeft = !reached && asked?.left === 0
  const toReview = outline.lessons.filter((lesson) => result.lessons.includes(lesson.slug))
  const again = (
    <Button look={reached || !reviewed ? 'plain' : 'primary'} aria-disabled={busy} onClick={() => !busy && onAgain()}>
      {say(busy ? 'opening' : reached ? 'startAgain' : 'tryAgain')}
    </Button>
  )
  return (
    <div className={styles['result']} data-at="result">
      <header className={styles['outcome']} data-reached={reached}>
        <h2 ref={heading} tabIndex={-1}>
          {say(reached ? 'reachedTitle' : 'notYetTitle')}
        </h2>
        <p>{say(reached ? 'resultReached' : notYet, numbers)}</p>
      </header>
      <section aria-labelledby="by-objective">
        <h2 id="by-objective" className={styles['sub']}>
          {say('byObjective')}
        </h2>
        <ul className={styles['objectives']}>
          {outline.objectives.flatMap((objective) => {
            const outcome = objectives.find((one) => one.id === objective.id)
            if (!outcome) return []
            const lessons = outline.lessons.filter((lesson) => objective.lessons.includes(lesson.slug))
            return (
              <li key={objective.id} data-reached={outcome.reached}>
                <span className={styles['state']}>
                  <Ring full={outcome.reached} />
                  {say(outcome.reached ? 'objectiveReached' : 'objectiveNotYet')}
                </span>
                <div>
                  <p className={styles['objective']}>{objective.text}</p>
                  {outcome.reached ? null : (
                    <div className={styles['back']}>
                      <p>{say('objectiveLessons', { count: lessons.length })}</p>
                      <ul>
                        {lessons.map((lesson) => (
                          <li key={lesson.slug}>
                            <Link href={lesson.href} prefetch={false}>
                              {lesson.title}
                            </Link>
                          </li>
                        ))}
                      </ul>
                    </div>
                  )}
                </div>
              </li>
            )
          })}
        </ul>
      </section>
      <section aria-labelledby="what-next" className={styles['nextPart']}>
        <h2 id="what-next" className={styles['sub']}>
          {say(reached ? 'nextTitle' : noneLeft ? 'triesNoneTitle' : reviewed ? 'reviewedTitle' : 'reviewTitle')}
        </h2>
        {reached ? (
          <>
            {outline.scenario && !scenarioDone ? <p>{say('scenarioText', { title: outline.scenario.title })}</p> : null}
            {scenarioDone || !outline.scenario ? certificate : null}
          </>
        ) : (
          <>
            <p>{say(noneLeft ? 'triesNoneText' : reviewed ? 'reviewedText' : 'reviewText')}</p>
            {reviewed || noneLeft ? null : (
              <ul className={styles['review']}>
                {toReview.map((lesson) => (
                  <li key={lesson.slug}>
                    <Link href={lesson.href} prefetch={false}>
                      {lesson.title}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
        <TroubleLine trouble={trouble} say={say} />
        <div className={styles['actions']}>
          {reached && outline.scenario && !scenarioDone ? (
            <Link className={buttonClass('primary')} href={outline.scenario.href}>
              {say('toScenario')}
            </Link>
          ) : null}
          {noneLeft ? null : again}
          <Link className={buttonClass('quiet')} href={outline.moduleHref} prefetch={false}>
            {say('toModule')}
          </Link>
        </div>
      </section>
      {outline.reflection ? (
        <section aria-labelledby="for-yourself" className={styles['nextPart']}>
          <h2 id="for-yourself" className={styles['sub']}>
            {say('reflectTitle')}
          </h2>
          <ReflectView item={outline.reflection.item} keep={outline.reflection.keep} say={say} locale={locale} />
        </section>
      ) : null}
    </div>
  )
}

/** Filled where reached, open where not yet. */
function Ring({ full }: { full: boolean }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" fill={full ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth="2" />
    </svg>
  )
}
