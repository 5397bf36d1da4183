import type { ReactNode } from 'react'
import { percentOf, shareOf } from '#lib/cohort/report-figures.ts'
import type { Question } from '#lib/cohort/report-summary.ts'
import { Bar } from './bar.tsx'
import { type LessonLink, LessonLinks } from './objective-report.tsx'
import { optionWords } from './option-table.tsx'
import styles from './report.module.css'
import type { Say } from './say-in.ts'

/** Questions for the meeting, each with the figures it rests on. */
export function QuestionList({ questions, lessons, say }: { questions: readonly Question[]; lessons: readonly LessonLink[]; say: Say }) {
  if (questions.length === 0) return <p className={styles['soft']}>{say('summaryQuiet')}</p>
  return questions.map((question) => <Ask key={question.kind} question={question} lessons={lessons} say={say} />)
}

/** One thing to ask: what it is about, the figures, the question. */
export function Asked({ about, question, children }: { about: string; question: string; children?: ReactNode }) {
  return (
    <section className={styles['ask']}>
      <h3>{about}</h3>
      {children}
      <p className={styles['question']}>{question}</p>
    </section>
  )
}

function Ask({ question, lessons, say }: { question: Question; lessons: readonly LessonLink[]; say: Say }) {
  switch (question.kind) {
    case 'scene':
      return (
        <Asked about={say('askScene')} question={say('askSceneQuestion')}>
          <p className={styles['about']}>{question.title}</p>
          <ul className={styles['choices']}>
            {question.choices.map(({ id, text, n }) => (
              <li key={id} className={styles['line']}>
                <span>{text}</span>
                <Bar percent={(100 * n) / question.of} />
                <span className={styles['figures']}>
                  {say('choicePercent', { n, of: question.of, percent: percentOf(shareOf(n, question.of)) ?? 0 })}
                </span>
              </li>
            ))}
          </ul>
        </Asked>
      )
    case 'objective':
      return (
        <Asked about={say('askObjective')} question={say('askObjectiveQuestion')}>
          <p className={styles['about']}>
            <span className={styles['claim']}>{question.objective.text}</span>
          </p>
          <p>{say('askObjectiveCount', { now: question.objective.now, n: question.objective.n })}</p>
          <LessonLinks objective={question.objective} lessons={lessons} say={say} />
        </Asked>
      )
    case 'item':
      return (
        <Asked about={say('askItem')} question={say('askItemQuestion')}>
          <p className={styles['about']}>{question.stem}</p>
          <p>
            {say('askItemCount', { right: question.right, n: question.n })}{' '}
            {question.instead ? say('askItemInstead', { n: question.instead.n, text: optionWords(question.instead, say) }) : null}
          </p>
        </Asked>
      )
    case 'stopped':
      return (
        <Asked about={say('askStopped')} question={say('askStoppedQuestion')}>
          <p className={styles['about']}>{question.title}</p>
          <p>{say('askStoppedCount', { n: question.n, of: question.of })}</p>
        </Asked>
      )
    default:
      return question satisfies never
  }
}
