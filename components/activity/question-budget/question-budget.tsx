'use client'

import { useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { Blocks } from '#components/activity/parts/blocks.tsx'
import { Paragraphs } from '#components/activity/parts/paragraphs.tsx'
import { useFocusOn } from '#components/activity/parts/use-focus-on.ts'
import { newId, record } from '#components/device/record.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import { type BudgetRound, canAsk, latestBudget, standing } from '#lib/activity/question-budget.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import { Decide } from './decide.tsx'
import styles from './question-budget.module.css'

/**
 * Nine questions, four may be asked. Each reply costs one; then a decision, and what it stands on. After the decision all
 * replies can be read, and the decision can be tried in other ways; the questions stay spent until a new round.
 */
export default function QuestionBudget({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'question-budget'>>) {
  const statements = useStatements(object)
  /** begun in this page, not yet in a statement */
  const [fresh, setFresh] = useState<BudgetRound | null>(null)
  /** the round whose questions are over, by the learner's word */
  const [closed, setClosed] = useState<string | null>(null)
  const [moved, setMoved] = useState(0)
  const news = useFocusOn<HTMLDivElement>(moved || null)
  const kept = statements && latestBudget(data, statements)
  const round = fresh && fresh.attempt !== kept?.attempt ? fresh : kept
  const asked = round?.asked ?? []
  const left = data.budget - asked.length
  const deciding = round !== null && (round.decision !== null || closed === round.attempt)
  const words = (key: string, values = {}) => say(messages, `question-budget-${key}`, values, locale)
  const heard = asked.flatMap((id) => data.questions.find((question) => question.id === id) ?? [])
  const latest = moved > 0 && !deciding ? heard.at(-1)?.id : undefined

  function blank(): BudgetRound {
    return { attempt: newId(), asked: [], decision: null }
  }
  function ask(question: string) {
    const { attempt, ...now } = round ?? blank()
    if (!canAsk(data, now, question)) return
    record({ verb: 'answered', object, contentHash, attempt, result: { response: { asked: question } } })
    setFresh(null)
    setMoved(moved + 1)
  }
  function close() {
    const now = round ?? blank()
    if (!round) setFresh(now)
    setClosed(now.attempt)
    setMoved(moved + 1)
  }
  function decide(decision: string) {
    const option = data.decide.options.find(({ id }) => id === decision)
    if (!round || !option) return
    const success = standing(data, option, asked).verdict === 'good'
    const completion = round.decision === null ? { completion: true } : {}
    record({ verb: 'answered', object, contentHash, attempt: round.attempt, result: { response: { decision }, success, ...completion } })
    setFresh(null)
  }
  function again() {
    setFresh(blank())
    setMoved(moved + 1)
  }

  return (
    <Box id={`activity-${data.id}`} kicker={words('kicker')} title={data.title} lead={data.lead}>
      <div className={styles['situation']}>
        <Paragraphs text={data.situation} />
      </div>
      {deciding ? (
        <div ref={news} tabIndex={-1} className={styles['screen']}>
          {heard.length > 0 ? (
            <section aria-label={words('asked')}>
              <h4>{words('asked')}</h4>
              <ol className={styles['heard']}>
                {heard.map((question) => (
                  <li key={question.id}>
                    <p className={styles['who']}>{question.who}</p>
                    <p>{question.text}</p>
                    <blockquote>{question.reply}</blockquote>
                  </li>
                ))}
              </ol>
            </section>
          ) : (
            <p>{words('none-asked')}</p>
          )}
          <Decide data={data} object={object} round={round} decide={decide} again={again} words={words} />
        </div>
      ) : (
        <div ref={latest ? undefined : news} tabIndex={-1} className={styles['screen']}>
          <div className={styles['budget']}>
            <Blocks value={left} max={data.budget} />
            <p role="status">{left === 0 ? words('none') : words('left', { count: left })}</p>
          </div>
          <section aria-label={words('list')}>
            <h4>{words('list')}</h4>
            <ul className={styles['questions']}>
              {data.questions.map((question) => {
                const known = asked.includes(question.id)
                return (
                  <li key={question.id}>
                    {known ? (
                      <div ref={question.id === latest ? news : undefined} tabIndex={-1} className={styles['reply']}>
                        <p className={styles['who']}>{question.who}</p>
                        <p>{question.text}</p>
                        <blockquote>{question.reply}</blockquote>
                      </div>
                    ) : (
                      <button
                        type="button"
                        className={styles['question']}
                        disabled={statements === null || left === 0}
                        onClick={() => ask(question.id)}
                      >
                        <span className={styles['who']}>{question.who}</span>
                        <span>{question.text}</span>
                      </button>
                    )}
                  </li>
                )
              })}
            </ul>
          </section>
          <Button look={left === 0 ? 'primary' : 'plain'} disabled={statements === null} onClick={close}>
            {words(left === 0 ? 'to-decide' : 'enough')}
          </Button>
        </div>
      )}
    </Box>
  )
}
