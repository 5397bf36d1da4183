import { useEffect, useId, useRef, useState } from 'react'
import privacy from '#components/activity/private/private.module.css'
import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import { forgetMove, letters, lineOf, longestText, mostMinutes, moveTask, type Task, taskOf } from '#lib/toolkit/caut-log.ts'
import { isDay } from '#lib/toolkit/caut-week.ts'
import styles from './caut-log.module.css'
import { minutesIn } from './minutes-in.ts'
import type { Words } from './words.ts'

/** One task, open to be changed. Another quadrant is a move, and is remembered as one. */
export function EditTask({
  task,
  words,
  onSave,
  onRemove,
  onCancel,
}: {
  task: Task
  words: Words
  onSave(task: Task): void
  onRemove(): void
  onCancel(): void
}) {
  const id = useId()
  const [text, setText] = useState(task.text)
  const [day, setDay] = useState(task.day)
  const [minutes, setMinutes] = useState(task.minutes === undefined ? '' : String(task.minutes))
  const [letter, setLetter] = useState(task.letter)
  const [fault, setFault] = useState('')
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])

  function save() {
    const span = minutesIn(minutes)
    if (lineOf(text) === '') return setFault(words('need-task'))
    if (span === null) return setFault(words('need-minutes'))
    onSave(moveTask(taskOf({ ...task, text, day: isDay(day) ? day : task.day, minutes: span }), letter))
  }

  return (
    <form
      className={styles['edit']}
      aria-label={words('edit', { task: task.text })}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onCancel()
      }}
    >
      <div className={privacy['field']}>
        <label htmlFor={`${id}-text`}>{words('edit-task')}</label>
        <input
          id={`${id}-text`}
          ref={first}
          className={privacy['input']}
          maxLength={longestText}
          autoComplete="off"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <div className={styles['pair']}>
        <div className={privacy['field']}>
          <label htmlFor={`${id}-day`}>{words('day')}</label>
          <input
            id={`${id}-day`}
            className={privacy['input']}
            type="date"
            required
            value={day}
            onChange={({ target }) => setDay(target.value)}
          />
        </div>
        <div className={privacy['field']}>
          <label htmlFor={`${id}-minutes`}>{words('minutes-short')}</label>
          <input
            id={`${id}-minutes`}
            className={privacy['input']}
            type="number"
            inputMode="numeric"
            min={1}
            max={mostMinutes}
            value={minutes}
            onChange={({ target }) => setMinutes(target.value)}
          />
        </div>
      </div>
      <fieldset className={styles['letters']}>
        <legend>{words('quadrant')}</legend>
        <div>
          {letters.map((one) => (
            <label key={one}>
              <input
                type="radio"
                className={option['radio']}
                name={`${id}-letter`}
                checked={letter === one}
                onChange={() => setLetter(one)}
              />
              <b>{one}</b>
              <span>{words(`verb-${one}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className={styles['fault']} role="alert">
        {fault}
      </p>
      <div className={styles['actions']}>
        <Button type="submit" look="primary">
          {words('save')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {words('cancel')}
        </Button>
        <Button look="quiet" onClick={onRemove}>
          {words('remove')}
        </Button>
        {task.from ? (
          <Button look="quiet" onClick={() => onSave(forgetMove(task))}>
            {words('forget')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
