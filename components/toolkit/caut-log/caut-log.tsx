'use client'

import { useMemo, useRef, useState } from 'react'
import { saveFile } from '#components/activity/private/save-file.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { ImportTable } from '#components/toolkit/import-table.tsx'
import { Keep } from '#components/toolkit/keep.tsx'
import type { ToolProps } from '#components/toolkit/tool.tsx'
import { newId, today as todayHere, useTool } from '#components/toolkit/use-tool.ts'
import { Button } from '#components/ui/button.tsx'
import { toCsv } from '#lib/activity/csv.ts'
import {
  cautFrom,
  emptyLog,
  fromLesson,
  lessonLog,
  mostTasks,
  moveTask,
  type Task,
  taskOf,
  tasksOf,
  weeksWith,
} from '#lib/toolkit/caut-log.ts'
import { divide, measureFor } from '#lib/toolkit/caut-share.ts'
import { cautColumns, rowOf, tasksFromRows } from '#lib/toolkit/caut-table.ts'
import { addDays, weekOf } from '#lib/toolkit/caut-week.ts'
import { tableOf } from '#lib/toolkit/table.ts'
import { AddTask } from './add-task.tsx'
import styles from './caut-log.module.css'
import { DayList } from './day-list.tsx'
import { MatrixView } from './matrix-view.tsx'
import { NewsBar } from './news-bar.tsx'
import { WeekBar } from './week-bar.tsx'
import { WeekHistory } from './week-history.tsx'
import { WeekShares } from './week-shares.tsx'
import { wordsFor } from './words.ts'

/** What was just done, and the tasks as they were before it. */
type News = { text: string; before?: readonly Task[] }

/** A week of own tasks in four quadrants: noted in seconds, looked at by day and as a matrix, and against the week before. */
export default function CautLogTool({ messages, common, titles, locale }: ToolProps) {
  const kept = useTool('caut-log', cautFrom)
  const lesson = usePrivate<unknown>(lessonLog, undefined)
  const [chosen, setChosen] = useState<string | null>(null)
  const [view, setView] = useState<'log' | 'matrix'>('log')
  const [news, setNews] = useState<News>({ text: '' })
  const [importing, setImporting] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const tool = useRef<HTMLDivElement>(null)
  const importer = useRef<HTMLButtonElement>(null)
  const words = useMemo(() => wordsFor(messages, locale), [messages, locale])

  const tasks = (kept.value ?? emptyLog).tasks
  const today = todayHere()
  const now = weekOf(today)
  const week = chosen ?? now
  const own = useMemo(() => tasksOf(tasks, week), [tasks, week])
  const before = useMemo(() => tasksOf(tasks, addDays(week, -7)), [tasks, week])
  const weeks = useMemo(() => weeksWith(tasks), [tasks])
  const measure = measureFor(own, before)
  // the learner's own tools: nothing of them is on the server, nor before the device has been read
  if (!kept.value) return <div className={styles['waiting']} />

  const latest = weeks[0] !== undefined && weeks[0] > now ? weeks[0] : now
  const offered = tasks.length === 0 ? fromLesson(lesson.value, today) : []

  function save(next: readonly Task[], text: string) {
    kept.save({ version: 1, tasks: next })
    setNews({ text, before: tasks })
  }
  const replace = (task: Task, text: string) =>
    save(
      tasks.map((one) => (one.id === task.id ? task : one)),
      text,
    )
  function place(was: Task, task: Task) {
    const same = was.letter === task.letter
    const key = same ? (was.from && !task.from ? 'forgotten' : 'changed') : task.from ? 'moved' : 'back'
    replace(task, words(key, { task: task.text, letter: task.letter, from: was.letter }))
  }
  function go(next: string) {
    setChosen(next === now ? null : next)
    setNews({ text: '' })
  }

  return (
    <div className={styles['tool']} ref={tool} tabIndex={-1}>
      <WeekBar week={week} now={now} latest={latest} words={words} onGo={go} />
      {week > now ? null : (
        <AddTask
          week={week}
          today={today}
          field={field}
          words={words}
          onAdd={(parts) => {
            if (tasks.length >= mostTasks) return setNews({ text: words('full', { most: mostTasks }) })
            const task = taskOf({ ...parts, id: newId() })
            save(
              [...tasks, task],
              words(task.day === today ? 'added' : 'added-on', { task: task.text, letter: task.letter, day: words.day(task.day) }),
            )
          }}
        />
      )}
      {tasks.length === 0 ? (
        <div className={styles['empty']}>
          <p>{words('empty')}</p>
          {offered.length > 0 ? (
            <>
              <p>{words('lesson', { count: offered.length })}</p>
              <Button onClick={() => save(offered, words('taken', { count: offered.length }))}>{words('lesson-take')}</Button>
            </>
          ) : null}
        </div>
      ) : (
        <>
          {own.length === 0 ? (
            <div className={styles['empty']}>
              <p>{words('empty-week')}</p>
            </div>
          ) : (
            <>
              {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields */}
              <div className={styles['views']} role="group" aria-label={words('view')}>
                {(['log', 'matrix'] as const).map((one) => (
                  <button key={one} type="button" aria-pressed={view === one} onClick={() => setView(one)}>
                    {words(`view-${one}`)}
                  </button>
                ))}
              </div>
              {view === 'log' ? (
                <DayList
                  key={week}
                  tasks={own}
                  today={today}
                  words={words}
                  onChange={(task) => place(tasks.find(({ id }) => id === task.id) ?? task, task)}
                  onOpen={() => setNews({ text: '' })}
                  onRemove={(task) =>
                    save(
                      tasks.filter(({ id }) => id !== task.id),
                      words('removed', { task: task.text }),
                    )
                  }
                />
              ) : (
                <MatrixView
                  key={week}
                  tasks={own}
                  parts={divide(own, measure)}
                  words={words}
                  onMove={(task, letter) => place(task, moveTask(task, letter))}
                />
              )}
              <WeekShares tasks={own} before={before} measure={measure} words={words} />
            </>
          )}
          <WeekHistory tasks={tasks} weeks={weeks} week={week} words={words} onGo={go} />
        </>
      )}
      <NewsBar
        text={news.text}
        words={words}
        onUndo={
          news.before
            ? () => {
                kept.save({ version: 1, tasks: news.before ?? tasks })
                setNews({ text: words('undone') })
                tool.current?.focus({ preventScroll: true })
              }
            : undefined
        }
        onHide={() => {
          setNews({ text: '' })
          tool.current?.focus({ preventScroll: true })
        }}
      />
      <div className={styles['actions']}>
        <Button disabled={tasks.length === 0} onClick={() => saveFile('caut-log.csv', toCsv(tableOf(tasks.map(rowOf), cautColumns)))}>
          {words('csv-save')}
        </Button>
        <Button look="quiet" ref={importer} aria-expanded={importing} onClick={() => setImporting(!importing)}>
          {common['import-open']}
        </Button>
        {own.length > 0 ? (
          <Button look="quiet" onClick={() => window.print()}>
            {words('print')}
          </Button>
        ) : null}
      </div>
      {importing ? (
        <ImportTable
          columns={cautColumns}
          label={(column) => words(`column-${column}`)}
          rows={tasks.map(rowOf)}
          onAdd={(rows) => {
            const added = tasksFromRows(rows, newId).slice(0, mostTasks - tasks.length)
            save([...tasks, ...added], words('imported', { count: added.length }))
            const last = weeksWith(added)[0]
            if (last !== undefined) setChosen(last === now ? null : last)
          }}
          onClose={() => {
            setImporting(false)
            importer.current?.focus()
          }}
          messages={common}
          locale={locale}
        />
      ) : null}
      <Keep
        tool="caut-log"
        name={(tool) => titles[tool]}
        value={kept.value}
        empty={tasks.length === 0}
        from={cautFrom}
        nameOf={(log) => words('tasks', { count: log.tasks.length })}
        onOpen={(log) => {
          kept.save(log)
          setNews({ text: '' })
        }}
        onErase={() => {
          kept.erase()
          setChosen(null)
          setNews({ text: '' })
        }}
        messages={common}
      />
    </div>
  )
}
