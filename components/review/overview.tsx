import { useEffect, useRef } from 'react'
import quiz from '#components/quiz/quiz.module.css'
import type { Say } from '#components/quiz/text.ts'
import { Button } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
import type { Deck } from '#lib/review/deck.ts'
import type { Reviews, Session } from '#lib/review/fold-reviews.ts'
import { kindOf, secondsOf } from '#lib/review/plan-session.ts'
import { dueOn, forecast } from '#lib/review/schedule.ts'
import type { SessionPlan } from '#lib/review/session.ts'
import { nameOfDay } from './calendar-days.ts'
import { DoneToday } from './done-today.tsx'
import { Forecast, weeksAhead } from './forecast.tsx'
import { KeptWords } from './kept-words-list.tsx'
import styles from './review.module.css'
import type { ReviewOutline } from './review-outline.ts'

type Plans = { due: SessionPlan | null; open: Session | null; extra: SessionPlan | null }

/** Before and between sessions: what is ready, what was done, what comes. One button at most asks for anything. */
export function Overview({
  reviews,
  deck,
  plans,
  outline,
  today,
  takeFocus,
  onBegin,
  onGoOn,
  say,
  locale,
}: {
  reviews: Reviews
  deck: Deck
  plans: Plans
  outline: ReviewOutline
  today: number
  takeFocus: boolean
  onBegin(plan: SessionPlan): void
  onGoOn(): void
  say: Say
  locale: string
}) {
  const { due, open, extra } = plans
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takeFocus) heading.current?.focus()
  }, [takeFocus])
  const names = (modules: readonly string[]) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(
      outline.modules.filter(({ slug }) => modules.includes(slug)).map(({ short }) => short),
    )
  const done = reviews.sessions.findLast(({ finished }) => finished === today)
  const visits = forecast(reviews, today, weeksAhead)
  const practised = reviews.sessions.some(({ kind, day, finished }) => kind === 'extra' && day === today && finished !== null)

  function now() {
    if (open) {
      const all = open.steps.filter((step) => kindOf(step, deck) !== null)
      const left = all.filter((step) => !open.answered.has(step)).length
      return (
        <>
          <p>{left === 0 ? say('openText_zero') : say('openText', { count: left, total: all.length })}</p>
          <Button look="primary" onClick={onGoOn}>
            {say('goOn')}
          </Button>
        </>
      )
    }
    if (due) {
      const modules = [...new Set(due.steps.map((step) => step.split('/', 1)[0]!))]
      const appointments = dueOn(reviews, today)?.appointments ?? []
      const late = appointments.length > 0 && appointments.every(({ day }) => day < today - 1)
      return (
        <>
          <p>{say('dueText', { count: due.steps.length, modules: names(modules), minutes: Math.ceil(secondsOf(due.steps, deck) / 60) })}</p>
          {late ? <p className={quiz['soft']}>{say('dueLate')}</p> : null}
          <Button look="primary" onClick={() => onBegin(due)}>
            {say('start')}
          </Button>
        </>
      )
    }
    return (
      <>
        {done ? <DoneToday session={done} deck={deck} say={say} /> : null}
        <p>{visits[0] ? say('restText', { date: nameOfDay(visits[0].day, locale) }) : say('restOver')}</p>
      </>
    )
  }
  const title = open ? 'openTitle' : due ? 'dueTitle' : done ? 'doneTitle' : 'restTitle'
  return (
    <>
      <section className={styles['panel']} aria-labelledby="review-now">
        <h2 id="review-now" ref={heading} tabIndex={-1}>
          {say(title)}
        </h2>
        {now()}
      </section>
      <Forecast visits={visits} today={today} names={names} address={outline.review} say={say} locale={locale} />
      {open || due ? null : (
        <div className={styles['extra']}>
          {extra ? <Button onClick={() => onBegin(extra)}>{say('extra')}</Button> : null}
          <p className={quiz['soft']}>{say(extra ? 'extraNote' : practised ? 'extraDone' : 'extraNone')}</p>
        </div>
      )}
      <details>
        <summary className={fold['summary']}>{say('howTitle')}</summary>
        <ul className={styles['how']}>
          {['how1', 'how2', 'how3', 'how4'].map((key) => (
            <li key={key}>{say(key)}</li>
          ))}
        </ul>
      </details>
      <KeptWords say={say} locale={locale} />
    </>
  )
}
