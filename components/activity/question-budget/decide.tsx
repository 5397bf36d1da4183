'use client'

import { useState } from 'react'
import { Options } from '#components/activity/choice/options.tsx'
import { FitMark } from '#components/activity/parts/fit-mark.tsx'
import { Paragraphs } from '#components/activity/parts/paragraphs.tsx'
import { Button } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
import { type BudgetRound, type Decision, standing } from '#lib/activity/question-budget.ts'
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
  const pertinent = data.questions.filter((question) => question.pertinent && asked.includes(question.id)).length
  const rest = data.questions.filter(({ id }) => !asked.includes(id))
  const heading = `activity-${data.id}-decide`
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
          <p className={styles['sum']}>
            {asked.length === 0 ? words('none-asked') : words('pertinent', { pertinent, count: asked.length })}.
          </p>
          {rest.length > 0 ? (
            <details>
              <summary className={fold['summary']}>{words('rest', { count: rest.length })}</summary>
              <ul className={styles['heard']}>
                {rest.map((question) => (
                  <li key={question.id}>
                    <p className={styles['who']}>{question.who}</p>
                    <p>{question.text}</p>
                    <blockquote>{question.reply}</blockquote>
                    <p className={styles['feedback']}>
                      <b>{words(question.pertinent ? 'yes' : 'no')}</b> {question.feedback}
                    </p>
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
      <FitMark fit={verdict === 'guess' ? 'mixed' : verdict} word={words(verdict)} /> {option.feedback}
      {missing.length > 0 ? (
        <span className={styles['missing']}>
          {option.unasked ? `${option.unasked} ` : null}
          {words('missing', { questions: missing.map(({ who, text }) => `${text} (${who})`).join(' · ') })}
        </span>
      ) : null}
    </>
  )
}
