'use client'

import { useState } from 'react'
import { Options } from '#components/activity/choice/options.tsx'
import type { ActivityProps } from '#components/activity/island.tsx'
import { record } from '#components/device/record.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import styles from './guesses.module.css'

type Guess = { question: string; option: string }

/** Two questions before the first lesson. Never scored: guessing first helps one to notice the answer later. */
export default function Guesses({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'guesses'>>) {
  const statements = useStatements(object)
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({})
  const kept = Object.fromEntries((statements ?? []).flatMap((statement) => readGuess(statement.result?.response)))
  const chosen = { ...kept, ...picked }
  const id = `activity-${data.id}`
  return (
    <Box
      id={id}
      kicker={say(messages, 'guesses-kicker', {}, locale)}
      title={data.title}
      lead={data.lead ?? say(messages, 'guesses-lead', {}, locale)}
    >
      <ol className={styles['questions']}>
        {data.questions.map((question) => (
          <li key={question.id} className={styles['question']}>
            <p className={styles['text']} id={`${id}-${question.id}`}>
              {question.text}
            </p>
            <Options
              name={`${object}-${question.id}`}
              labelledBy={`${id}-${question.id}`}
              chosen={chosen[question.id] ?? null}
              choose={(option) => setPicked((before) => ({ ...before, [question.id]: option }))}
              settle={(option) => {
                const response: Guess = { question: question.id, option }
                record({ verb: 'answered', object, contentHash, result: { response } })
              }}
              options={question.options.map(({ id, text, reply }) => ({ id, text, reply }))}
            />
          </li>
        ))}
      </ol>
    </Box>
  )
}

function readGuess(value: unknown): [string, string][] {
  const { question, option } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Guess>
  return typeof question === 'string' && typeof option === 'string' ? [[question, option]] : []
}
