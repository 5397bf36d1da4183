import { useEffect, useId, useRef, useState } from 'react'
import privacy from '#components/activity/private/private.module.css'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import { usePrivate } from '#components/device/use-private.ts'
import quiz from '#components/quiz/quiz.module.css'
import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import type { DeckModule } from '#lib/review/deck.ts'
import { wordsDraft } from './draft.ts'
import { withWords, wordsKey } from './kept-words.ts'
import styles from './review.module.css'
import type { StepProps } from './session-view.tsx'

const choices = ['done', 'partly', 'not-yet'] as const

/** The seven-day task: a question about what happened, not about obedience. Each of the three is a good response. */
export function TaskStep({
  task,
  module,
  today,
  value,
  onDraft,
  onRespond,
  onNext,
  isLast,
  say,
}: StepProps & { task: DeckModule['task']; module: string; today: number }) {
  const id = useId()
  const [wait, setWait] = useState(false)
  const kept = usePrivate<unknown>(wordsKey, [])
  const heading = useRef<HTMLHeadingElement>(null)
  const own = wordsDraft(value)
  const chosen = choices.find((one) => one === own.choice)
  useEffect(() => heading.current?.focus(), [])

  function go() {
    if (!chosen) return setWait(true)
    onRespond({ response: chosen, completion: chosen === 'done' })
    kept.save(withWords(kept.value, { day: today, title: `${say('taskKicker')}: ${module}`, text: own.text }))
    onNext()
  }
  return (
    <section className={quiz['question']} aria-labelledby={`${id}-title`}>
      <p className={styles['kicker']}>{say('taskKicker')}</p>
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1} className={quiz['stem']}>
        {say('taskTitle')}
      </h2>
      <p>{say('taskTasks', { module })}</p>
      <ul className={styles['tasks']}>
        {task.tasks.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <fieldset className={option['group']}>
        <legend className={styles['legend']}>{say('taskChoose')}</legend>
        {choices.map((one) => (
          <label key={one} className={option['option']}>
            <input
              type="radio"
              name={id}
              value={one}
              checked={chosen === one}
              onChange={() => {
                setWait(false)
                onDraft({ ...own, choice: one }, false)
              }}
            />
            <span>{say(`task_${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <div role="status" className={styles['reply']}>
        {chosen ? <p>{say(`taskReply_${chosen}`)}</p> : wait ? <p>{say('taskWait')}</p> : null}
      </div>
      {chosen === 'not-yet' ? (
        <p className={styles['again']}>
          <a href={task.href}>{say('taskPlan')}</a>
        </p>
      ) : null}
      <div className={`${privacy['field']} ${styles['field']}`}>
        <label htmlFor={id}>{say('taskWhat')}</label>
        <textarea
          id={id}
          className={privacy['input']}
          rows={3}
          value={own.text}
          onChange={(event) => onDraft({ ...own, text: event.currentTarget.value }, false)}
        />
      </div>
      <PrivateNote>{say('private')}</PrivateNote>
      <Button look="primary" onClick={go}>
        {say(isLast ? 'last' : 'next')}
      </Button>
    </section>
  )
}
