'use client'

import { useId } from 'react'
import { FitMark } from '#components/activity/parts/fit-mark.tsx'
import { Paragraphs } from '#components/activity/parts/paragraphs.tsx'
import { StepCount } from '#components/activity/parts/step-count.tsx'
import { useFocusOn } from '#components/activity/parts/use-focus-on.ts'
import { Button } from '#components/ui/button.tsx'
import { type Case, isDelayed, type Line } from '#lib/activity/cases.ts'
import styles from './cases.module.css'

type Say = (key: string, values?: Record<string, string | number>) => string

/** One case on its sheet; its questions come one by one, each with its feedback. */
export function CaseView({
  data,
  lines,
  place,
  total,
  ready,
  later,
  choose,
  next,
  t,
}: {
  data: Case
  lines: readonly Line[]
  /** from 0 */
  place: number
  total: number
  /** false before what was kept is known */
  ready: boolean
  /** whether something comes of the choices at the end */
  later: boolean
  choose(question: string, option: string): void
  next(): void
  t: Say
}) {
  const open = lines.findIndex(({ option }) => !option)
  const done = open === -1
  return (
    <>
      <StepCount place={place} total={total} label={t('place', { place: place + 1, total })} />
      <div className={styles['sheet']} data-left={Math.min(2, total - place - 1)}>
        <h4>{data.title}</h4>
        <Paragraphs text={data.text} />
      </div>
      {(done ? lines : lines.slice(0, open + 1)).map((line) => (
        <QuestionView key={line.question.id} line={line} ready={ready} choose={(option) => choose(line.question.id, option)} t={t} />
      ))}
      {done ? (
        <div className={styles['after']}>
          {data.outcome ? (
            <div className={styles['outcome']}>
              <h5>{t('outcome')}</h5>
              <Paragraphs text={data.outcome} />
            </div>
          ) : null}
          <Button look="primary" onClick={next}>
            {place + 1 < total ? t('next') : t(later ? 'to-later' : 'to-end')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

/** After the choice the focus goes to the feedback, since the buttons are spent. */
function QuestionView({
  line: { question, option, fitting },
  ready,
  choose,
  t,
}: {
  line: Line
  ready: boolean
  choose(option: string): void
  t: Say
}) {
  const id = useId()
  const feedback = useFocusOn<HTMLDivElement>(option?.id ?? null)
  const delayed = isDelayed(question)
  return (
    <div className={styles['question']}>
      <p className={styles['prompt']} id={id}>
        {question.prompt}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields */}
      <div className={styles['options']} role="group" aria-labelledby={id}>
        {question.options.map((one) => {
          const mark = !option
            ? null
            : one.id === option.id
              ? 'chosen'
              : !delayed && !option.right && fitting.includes(one)
                ? 'fits'
                : 'other'
          return (
            <button
              key={one.id}
              type="button"
              className={styles['option']}
              data-mark={mark ?? undefined}
              disabled={!ready || option !== undefined}
              onClick={() => choose(one.id)}
            >
              {one.text}
              {mark === 'chosen' || mark === 'fits' ? <small>{t(mark === 'chosen' ? 'yours' : 'fits')}</small> : null}
            </button>
          )
        })}
      </div>
      {option ? (
        <div ref={feedback} tabIndex={-1} className={styles['feedback']}>
          {delayed ? null : <FitMark fit={option.right ? 'good' : 'poor'} word={t(option.right ? 'right' : 'wrong')} />}
          <p>{option.feedback}</p>
        </div>
      ) : null}
    </div>
  )
}
