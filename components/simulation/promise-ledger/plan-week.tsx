'use client'

import { useId, useState } from 'react'
import { TimeLeft } from '#components/simulation/parts/time-left.tsx'
import type { Words } from '#components/simulation/parts/words.ts'
import { Button } from '#components/ui/button.tsx'
import { say } from '#lib/message/format.ts'
import type { Answer, Week } from '#lib/simulation/promise-ledger/plan.ts'
import { daysOfWork } from '#lib/simulation/promise-ledger/plan.ts'
import { newRequests, workByDate } from '#lib/simulation/promise-ledger/presets.ts'
import { entryOf, isOpen, type State } from '#lib/simulation/promise-ledger/step.ts'
import { daysFor, surpriseIn, type World } from '#lib/simulation/promise-ledger/world.ts'
import { AnswerRequest } from './answer-request.tsx'
import { requestName, saidText } from './describe.ts'
import { OpenPromise } from './open-promise.tsx'
import styles from './plan-week.module.css'

/** The week to come: answer what is new, give the days to open promises, say a word where one is due; then work. */
export function PlanWeek({
  words,
  world,
  state,
  draft,
  change,
  run,
}: {
  words: Words
  world: World
  state: State
  draft: Week
  change(draft: Week): void
  run(): void
}) {
  const id = useId()
  const [said, setSaid] = useState('')
  const t = (key: string, values = {}) => say(words.messages, key, values, words.locale)
  const week = state.week + 1
  const all = daysFor(world, week)
  const surprise = surpriseIn(world, week)
  const fresh = newRequests(world, state)
  const unanswered = fresh.filter((request) => !draft.answers.some((answer) => answer.request === request)).length
  const open = world.requests.flatMap((_, request) => {
    const answer = draft.answers.find((each) => each.request === request)
    const entry = state.entries[request] ?? (answer ? entryOf(world, answer) : null)
    return isOpen(entry) ? [{ request, entry, isNew: state.entries[request] === null }] : []
  })
  const left = all - daysOfWork(draft)
  const leftText = (days: number) => t('left', { left: days, all })

  function answer(request: number, next: Answer | null) {
    const others = draft.answers.filter((each) => each.request !== request)
    const needed = next ? entryOf(world, next).needed : 0
    const work = draft.work.flatMap((each) =>
      each.request !== request ? [each] : needed > 0 ? [{ request, days: Math.min(each.days, needed) }] : [],
    )
    change({ ...draft, answers: next ? [...others, next] : others, work })
    if (next) setSaid(t('said_answer', { request: requestName(words, world, request), answer: saidText(words, next) }))
  }

  function give(request: number, days: number) {
    const others = draft.work.filter((each) => each.request !== request)
    change({ ...draft, work: days > 0 ? [...others, { request, days }] : others })
    setSaid(leftText(all - others.reduce((sum, each) => sum + each.days, 0) - days))
  }

  function tell(request: number, until: number | null) {
    const others = draft.words.filter((each) => each.request !== request)
    const work = until === 0 ? draft.work.filter((each) => each.request !== request) : draft.work
    change({ ...draft, work, words: until === null ? others : [...others, { request, until }] })
  }

  function fill() {
    const work = workByDate(world, state, draft.answers, draft.words)
    change({ ...draft, work })
    setSaid(t('said_fill', { left: leftText(all - daysOfWork({ ...draft, work })) }))
  }

  return (
    <div className={styles['plan']}>
      {surprise ? (
        <p className={styles['surprise']}>
          {t(`surprise_${surprise.id}`)} {t('surprise_days', { count: surprise.days })}
        </p>
      ) : null}
      <section aria-labelledby={`${id}-new`}>
        <h5 id={`${id}-new`}>{t('new_title')}</h5>
        {fresh.length === 0 ? <p className={styles['none']}>{t('new_none')}</p> : null}
        <ul>
          {fresh.map((request) => (
            <AnswerRequest
              key={`${world.seed}-${request}`}
              words={words}
              world={world}
              request={request}
              answer={draft.answers.find((each) => each.request === request)}
              change={(next) => answer(request, next)}
            />
          ))}
        </ul>
      </section>
      <section aria-labelledby={`${id}-open`}>
        <h5 id={`${id}-open`}>{t('open_title')}</h5>
        {open.length === 0 ? <p className={styles['none']}>{t(unanswered > 0 ? 'open_none' : 'open_idle')}</p> : null}
        <ul>
          {open.map(({ request, entry, isNew }) => {
            const given = draft.work.find((each) => each.request === request)?.days ?? 0
            return (
              <OpenPromise
                key={request}
                words={words}
                world={world}
                request={request}
                entry={entry}
                week={week}
                given={given}
                most={Math.min(entry.needed - entry.done, given + left)}
                until={draft.words.find((each) => each.request === request)?.until ?? null}
                isNew={isNew}
                give={(days) => give(request, days)}
                tell={(until) => tell(request, until)}
              />
            )
          })}
        </ul>
        {open.length > 0 ? (
          <div className={styles['dock']}>
            <TimeLeft all={all} left={left}>
              {leftText(left)}
            </TimeLeft>
            <Button look="quiet" onClick={fill}>
              {t('fill')}
            </Button>
          </div>
        ) : null}
      </section>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <div className={styles['actions']}>
        <Button look="primary" onClick={() => unanswered === 0 && run()} aria-disabled={unanswered > 0} aria-describedby={`${id}-hint`}>
          {t('run', { week })}
        </Button>
        <p id={`${id}-hint`} className={styles['none']}>
          {unanswered > 0 ? t('run_first', { count: unanswered }) : left > 0 && open.length > 0 ? t('run_idle') : ''}
        </p>
      </div>
    </div>
  )
}
