import { useEffect, useRef, useState } from 'react'
import type { Task } from '#lib/toolkit/caut-log.ts'
import styles from './caut-log.module.css'
import { EditTask } from './edit-task.tsx'
import type { Words } from './words.ts'

/** The tasks of a week by day, the latest first. Pressing one opens it in place. */
export function DayList({
  tasks,
  today,
  words,
  onOpen,
  onChange,
  onRemove,
}: {
  tasks: readonly Task[]
  today: string
  words: Words
  onOpen(): void
  onChange(task: Task): void
  onRemove(task: Task): void
}) {
  const [open, setOpen] = useState<string | null>(null)
  const back = useRef<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const days = [...new Set(tasks.map(({ day }) => day))].reverse()

  // the focus goes back to the task that was open, or to the list where it is gone
  useEffect(() => {
    if (open !== null || back.current === null) return
    const row = list.current?.querySelector<HTMLElement>(`[data-task="${CSS.escape(back.current)}"]`)
    back.current = null
    ;(row ?? list.current)?.focus()
  }, [open])

  function close(id: string) {
    back.current = id
    setOpen(null)
  }

  return (
    <div className={styles['dayList']} ref={list} tabIndex={-1}>
      {days.map((day) => {
        const own = tasks.filter((task) => task.day === day).reverse()
        const minutes = own.reduce((sum, { minutes = 0 }) => sum + minutes, 0)
        return (
          <section key={day}>
            <h3>
              {words.day(day)}
              {day === today ? <small>{words('today')}</small> : null}
            </h3>
            <p className={styles['sum']}>
              {words('tasks', { count: own.length })}
              {minutes > 0 ? ` · ${words.time(minutes)}` : ''}
            </p>
            <ul>
              {own.map((task) => (
                <li key={task.id}>
                  {open === task.id ? (
                    <EditTask
                      task={task}
                      words={words}
                      onSave={(next) => {
                        close(task.id)
                        onChange(next)
                      }}
                      onRemove={() => {
                        close(task.id)
                        onRemove(task)
                      }}
                      onCancel={() => close(task.id)}
                    />
                  ) : (
                    <button
                      type="button"
                      className={styles['row']}
                      data-task={task.id}
                      onClick={() => {
                        setOpen(task.id)
                        onOpen()
                      }}
                    >
                      <b className={styles['letter']}>{task.letter}</b>
                      <span>{task.text}</span>
                      <small>
                        {[task.from && words('from', { letter: task.from }), task.minutes && words.time(task.minutes)]
                          .filter(Boolean)
                          .join(' · ')}
                      </small>
                      <span className="visually-hidden">{words('change')}</span>
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
