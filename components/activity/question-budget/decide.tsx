'use client'

import { useState } from 'react'
import { Options } from '#components/activity/choice/options.tsx'
import { FitMark } from '#components/activity/parts/fit-mark.tsx'
import { Paragraphs } from '#components/activity/parts/paragraphs.tsx'
import { Button } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
import { type BudgetRound, type Decision, type Question, standing } from '#lib/activity/question-budget.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './question-budget.module.css'

type Words = (key: string, values?: Record<string, string | number>) => string

/** The decision with what it stands on; once made, also the replies that were not heard. */
export function Decide({
  data,
  object,
  round,
  decide,
  again,
  words,
}: {
  data: ActivityOf<'question-budget'>
  object: string
  round: BudgetRound
  decide(option: string): void
  again(): void
  words: Words
}) {
  const [picked, setPicked] = useState<string | null>(null)
  const { asked, decision } = round
  const heard = asked.flatMap((id) => data.questions.find((question) => question.id === id) ?? [])
  const pertinent = heard.filter((question) => question.pertinent).length
  const rest = data.questions.filter(({ id }) => !asked.includes(id))
  const heading = `activity-${data.id}-decide`
  const worth = `activity-${data.id}-worth`
  return (
    <>
      <section aria-labelledby={heading}>
        <h4 id={heading}>{data.decide.prompt}</h4>
        <Options
          name={object}
          labelledBy={heading}
          chosen={picked ?? decision}
          choose={setPicked}
          settle={decide}
          options={data.decide.options.map((option) => ({
            id: option.id,
            text: option.text,
            reply: <Reply data={data} option={option} asked={asked} words={words} />,
          }))}
        />
      </section>
      {decision ? (
        <>
          <section aria-labelledby={worth}>
            <h4 id={worth}>{heard.length === 0 ? words('none-asked') : words('pertinent', { pertinent, count: heard.length })}</h4>
            <ul className={styles['heard']}>
              {heard.map((question) => (
                <li key={question.id}>
                  <p className={styles['who']}>{question.text}</p>
                  <Worth question={question} words={words} />
                </li>
              ))}
            </ul>
          </section>
          {rest.length > 0 ? (
            <details>
              <summary className={fold['summary']}>{words('rest', { count: rest.length })}</summary>
              <ul className={styles['heard']}>
                {rest.map((question) => (
                  <li key={question.id}>
                    <p className={styles['who']}>{question.who}</p>
                    <p>{question.text}</p>
                    <blockquote>{question.reply}</blockquote>
                    <Worth question={question} words={words} />
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
          <div className={styles['closing']}>
            <Paragraphs text={data.closing} />
          </div>
          <Button onClick={again}>{words('again')}</Button>
        </>
      ) : null}
    </>
  )
}

function Worth({ question, words }: { question: Question; words: Words }) {
  return (
    <p className={styles['feedback']}>
      <FitMark fit={question.pertinent ? 'good' : 'poor'} word={words(question.pertinent ? 'yes' : 'no')} /> {question.feedback}
    </p>
  )
}

function Reply({
  data,
  option,
  asked,
  words,
}: {
  data: ActivityOf<'question-budget'>
  option: Decision
  asked: readonly string[]
  words: Words
}) {
  const { verdict, missing } = standing(data, option, asked)
  return (
    <>
      <span className={styles['verdict']}>
        <FitMark fit={verdict === 'guess' ? 'mixed' : verdict} word={words(verdict)} />
      </span>{' '}
      {option.feedback}
      {missing.length > 0 ? (
        <span className={styles['missing']}>
          {option.unasked ? `${option.unasked} ` : null}
          {words('missing', { questions: missing.map(({ who, text }) => `${text} (${who})`).join(' · ') })}
        </span>
      ) : null}
    </>
  )
}
