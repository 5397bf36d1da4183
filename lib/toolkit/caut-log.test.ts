import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cautFrom,
  emptyLog,
  forgetMove,
  fromLesson,
  letters,
  lineOf,
  longestText,
  mostTasks,
  movesOf,
  moveTask,
  type Task,
  tasksOf,
  weeksWith,
} from './caut-log.ts'

const task: Task = { id: 't1', day: '2026-11-17', text: 'Call two camps', letter: 'A' }
const letter = fc.constantFrom(...letters)

describe('what was kept', () => {
  it('comes out as it was', () => {
    const log = { version: 1, tasks: [task, { ...task, id: 't2', minutes: 30, from: 'C' }] }
    expect(cautFrom(log)).toEqual(log)
    expect(cautFrom(JSON.parse(JSON.stringify(log)))).toEqual(log)
  })

  it.each([undefined, null, 7, 'tasks', [], {}, { tasks: 'none' }, { version: 1 }])('is empty for %j', (kept) => {
    expect(cautFrom(kept)).toEqual(emptyLog)
  })

  it.each([
    ['no day', { ...task, day: 'Tuesday' }],
    ['a day that does not exist', { ...task, day: '2026-02-30' }],
    ['no text', { ...task, text: ' \n ' }],
    ['a letter of another technique', { ...task, letter: 'T' }],
    ['nothing', null],
  ])('loses a task with %s', (_, junk) => {
    expect(cautFrom({ tasks: [junk, task] }).tasks).toEqual([task])
  })

  it.each([0, -5, 1.5, 1441, '30', Number.NaN])('loses minutes that are none: %j', (minutes) => {
    expect(cautFrom({ tasks: [{ ...task, minutes }] }).tasks).toEqual([task])
  })

  it('loses a move that leads nowhere, and what it does not know', () => {
    expect(cautFrom({ tasks: [{ ...task, from: 'A', colour: 'red' }] }).tasks).toEqual([task])
  })

  it('gets ids that differ', () => {
    const { tasks } = cautFrom({ tasks: [task, task, { ...task, id: 7 }, { ...task, id: '' }, { ...task, id: 't2' }] })
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(5)
  })

  it('is cut where it is too much', () => {
    const { tasks } = cautFrom({ tasks: Array.from({ length: mostTasks + 1 }, () => ({ ...task, text: 'x'.repeat(500) })) })
    expect(tasks.length).toBe(mostTasks)
    expect(tasks[0]?.text.length).toBe(longestText)
  })

  it('is read the same a second time, whatever it was', () => {
    const junk = fc.record(
      {
        id: fc.oneof(fc.string(), fc.integer()),
        day: fc.oneof(fc.constant('2026-11-17'), fc.string()),
        text: fc.oneof(fc.string({ unit: 'grapheme' }), fc.boolean()),
        letter: fc.oneof(letter, fc.string()),
        minutes: fc.oneof(fc.integer(), fc.double()),
        from: fc.oneof(letter, fc.constant(null)),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(junk, fc.anything())), (tasks) => {
        const once = cautFrom({ tasks })
        expect(cautFrom(once)).toEqual(once)
        expect(new Set(once.tasks.map(({ id }) => id)).size).toBe(once.tasks.length)
      }),
    )
  })
})

it('a line is one line, and ends with a whole sign', () => {
  expect(lineOf('  Call\n two\tcamps ')).toBe('Call two camps')
  expect(lineOf(`${'x'.repeat(longestText - 1)}🏕️`)).toBe('x'.repeat(longestText - 1))
})

describe('a move', () => {
  it('remembers where the task was first, over several moves', () => {
    expect(moveTask(moveTask(task, 'C'), 'D')).toEqual({ ...task, letter: 'D', from: 'A' })
  })
  it('back to the first place is none', () => {
    fc.assert(
      fc.property(fc.array(letter), (path) => {
        expect(moveTask(path.reduce(moveTask, task), 'A')).toEqual(task)
      }),
    )
  })
  it('changes nothing else', () => {
    const timed = { ...task, minutes: 45 }
    expect(moveTask(timed, 'B')).toEqual({ ...timed, letter: 'B', from: 'A' })
    expect(moveTask(timed, 'A')).toEqual(timed)
  })
  it('can be forgotten', () => {
    expect(forgetMove(moveTask(task, 'B'))).toEqual({ ...task, letter: 'B' })
  })
  it('is counted from where to where, the most frequent first', () => {
    const tasks = [moveTask(task, 'C'), moveTask(task, 'B'), task, moveTask({ ...task, letter: 'D' }, 'C'), moveTask(task, 'B')]
    expect(movesOf(tasks)).toEqual([
      { from: 'A', to: 'B', count: 2 },
      { from: 'A', to: 'C', count: 1 },
      { from: 'D', to: 'C', count: 1 },
    ])
  })
})

it('tasks of a week stand by day, and in a day as they were written', () => {
  const on = (day: string, id: string) => ({ ...task, day, id })
  const tasks = [on('2026-11-22', 'a'), on('2026-11-16', 'b'), on('2026-11-23', 'c'), on('2026-11-16', 'd'), on('2026-11-15', 'e')]
  expect(tasksOf(tasks, '2026-11-16').map(({ id }) => id)).toEqual(['b', 'd', 'a'])
  expect(weeksWith(tasks)).toEqual(['2026-11-23', '2026-11-16', '2026-11-09'])
})

it('takes over the rows of the lesson that have a letter', () => {
  const kept = [
    { id: 'r1', entry: ' Looked for a file ', choices: { letter: 'c' } },
    { id: 'r2', entry: 'Not placed yet', choices: {} },
    { id: 'r3', entry: ' ', choices: { letter: 'a' } },
    'junk',
  ]
  expect(fromLesson(kept, '2026-11-21')).toEqual([{ id: 'lesson-r1', day: '2026-11-21', text: 'Looked for a file', letter: 'C' }])
  expect(fromLesson(undefined, '2026-11-21')).toEqual([])
})
