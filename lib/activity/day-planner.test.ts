import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  choicesOf,
  type Day,
  dayFrom,
  freeSlots,
  newDay,
  outcomeOf,
  planned,
  put,
  readDay,
  respond,
  results,
  run,
  slotAt,
  standing,
  startsFor,
  takeOut,
  timeAt,
} from './day-planner.ts'

const task = (id: string, quadrant: 'A' | 'B' | 'C' | 'D', length: number, more: object = {}) => ({
  id,
  text: id,
  quadrant,
  length,
  done: 'Done.',
  missed: 'Missed.',
  ...more,
})
const option = (id: string, takes: number) => ({ id, text: id, takes, result: 'Result.', feedback: 'Why.' })
const data = {
  start: '08:00',
  slots: 10,
  tasks: [
    task('map', 'A', 3, { before: '12:00' }),
    task('brief', 'A', 2),
    task('meeting', 'C', 2, { fixed: '10:00' }),
    task('train', 'B', 2),
    task('format', 'C', 1),
    task('archive', 'D', 1),
  ],
  surprises: [
    { id: 'power', at: '11:00', text: 'No power.', options: [option('wait', 2), option('move', 1)] },
    { id: 'call', at: '09:00', text: 'A call.', options: [option('go', 3), option('later', 0)] },
  ],
}
const find = (id: string) => data.tasks.find((one) => one.id === id)!
const day = (plan: Record<string, number>, ...choices: string[]): Day =>
  choices.reduce((at, choice) => respond(data, run(data, at), choice), newDay(plan))

describe('the clock of a day', () => {
  it.each([
    ['08:00', 0],
    ['10:30', 5],
    ['13:00', 10],
  ])('%s is half-hour %i', (time, slot) => {
    expect(slotAt(data, time)).toBe(slot)
    expect(timeAt(data, slot)).toBe(time)
  })
})

describe('planning a day', () => {
  it('has fixed tasks in it from the beginning', () => {
    expect(planned(standing(data, newDay()))).toEqual([{ task: 'meeting', from: 4, to: 6 }])
  })
  it('offers every begin that is free and in time for the deadline', () => {
    expect(startsFor(data, standing(data, newDay()), find('map'))).toEqual([0, 1])
    expect(startsFor(data, standing(data, newDay()), find('brief'))).toEqual([0, 1, 2, 6, 7, 8])
    expect(startsFor(data, standing(data, newDay()), find('meeting'))).toEqual([])
  })
  it('puts, moves and takes out', () => {
    const placed = put(data, newDay(), 'brief', 0)
    expect(standing(data, placed).plan).toEqual({ meeting: 4, brief: 0 })
    expect(standing(data, put(data, placed, 'brief', 1)).plan['brief']).toBe(1)
    expect(standing(data, takeOut(data, placed, 'brief')).plan).toEqual({ meeting: 4 })
  })
  it('counts what is free', () => {
    expect(freeSlots(data, standing(data, put(data, newDay(), 'brief', 0)))).toBe(6)
  })
  it.each([
    ['over another task', 'format', 4],
    ['too late for its deadline', 'map', 6],
    ['before the day begins', 'format', -1],
    ['beyond its end', 'brief', 9],
    ['that nobody knows', 'ghost', 0],
    ['that is fixed', 'meeting', 0],
  ])('does not take a task %s', (_, id, start) => {
    const before = newDay()
    expect(put(data, before, id, start)).toBe(before)
  })
})

describe('a day that runs', () => {
  it('stops at the earliest surprise, whatever the order of the content', () => {
    const state = standing(data, run(data, newDay({ map: 0 })))
    expect(state.surprise?.id).toBe('call')
    expect(state.past).toEqual([{ task: 'map', from: 0, to: 2 }])
    expect(state.left['map']).toBe(1)
  })
  it('goes on with the task in hand where a response takes no time', () => {
    const state = standing(data, day({ map: 0 }, 'later'))
    expect(state.plan['map']).toBe(2)
    expect(state.pushed).toEqual([])
  })
  it('pushes out what the lost half-hours cover, and a fixed task is gone', () => {
    const state = standing(data, day({ map: 0, brief: 6 }, 'go'))
    expect(state.lost).toEqual([{ surprise: 'call', from: 2, to: 5 }])
    expect(state.pushed.toSorted()).toEqual(['map', 'meeting'])
    expect(state.gone).toEqual(['meeting'])
    expect(state.plan).toEqual({ brief: 6 })
    expect(startsFor(data, state, find('map'))).toEqual([5])
  })
  it('lets the rest of a task be placed again', () => {
    const again = put(data, day({ map: 0 }, 'go'), 'map', 5)
    const { done } = results(data, run(data, respond(data, run(data, again), 'move')))
    expect(done.map(({ id }) => id)).toEqual(['map'])
  })
  it('adds a second loss after the first where they meet', () => {
    const long = { ...data, surprises: [data.surprises[1]!, { ...data.surprises[0]!, at: '09:30' }] }
    const state = standing(long, respond(long, run(long, respond(long, run(long, newDay()), 'go')), 'wait'))
    expect(state.lost.map(({ from, to }) => [from, to])).toEqual([
      [2, 5],
      [5, 7],
    ])
  })
  it('asks again where the content no longer has the choice', () => {
    const state = standing(data, { plans: [{}, {}], choices: ['ghost'], running: false })
    expect(state).toMatchObject({ phase: 'surprise', surprise: { id: 'call' } })
  })
  it('tells the choices in the order they were made', () => {
    expect(choicesOf(data, day({}, 'later', 'wait')).map((one) => [one.surprise.id, one.option.id])).toEqual([
      ['call', 'later'],
      ['power', 'wait'],
    ])
  })
})

describe('reading a day', () => {
  const names = (...args: Parameters<typeof day>) => readDay(data, run(data, day(...args))).map(({ name }) => name)
  it.each<[string, Parameters<typeof day>, string[]]>([
    ['every A and one B done, some room', [{ map: 0, brief: 8 }, 'later', 'move'], ['allA', 'lostB', 'margin', 'manyC']],
    ['B kept, A missed', [{ train: 0, brief: 7 }, 'later', 'move'], ['missedA', 'keptB', 'margin', 'manyC']],
    ['a full morning plan', [{ map: 0, brief: 8, train: 6, format: 3 }, 'later', 'move'], ['allA', 'lostB', 'noMargin', 'manyC']],
    ['nothing of C', [{ brief: 7, train: 0 }, 'go', 'move'], ['missedA', 'keptB', 'margin']],
  ])('%s', (_, args, expected) => {
    expect(names(...args)).toEqual(expected)
  })
  it('counts tasks and half-hours', () => {
    expect(readDay(data, run(data, day({ brief: 7 }, 'later', 'move')))[0]).toEqual({ name: 'missedA', count: 1, total: 2 })
  })
})

describe('what became of a task', () => {
  it.each([
    ['A', true, 'done'],
    ['A', false, 'lost'],
    ['B', false, 'lost'],
    ['C', false, 'left'],
    ['D', false, 'left'],
    ['D', true, 'done'],
  ] as const)('%s, done: %s, is %s', (quadrant, done, outcome) => {
    expect(outcomeOf({ quadrant }, done)).toBe(outcome)
  })
})

describe('any day', () => {
  const moves = fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('put' as const),
        task: fc.constantFrom(...data.tasks.map(({ id }) => id), 'ghost'),
        start: fc.integer({ min: -2, max: 12 }),
      }),
      fc.record({ kind: fc.constant('out' as const), task: fc.constantFrom(...data.tasks.map(({ id }) => id)) }),
      fc.record({ kind: fc.constant('run' as const) }),
      fc.record({ kind: fc.constant('respond' as const), option: fc.constantFrom('wait', 'move', 'go', 'later', 'ghost') }),
    ),
    { maxLength: 30 },
  )
  const play = (list: readonly Move[]) =>
    list.reduce<Day>((at, move) => {
      if (move.kind === 'put') return put(data, at, move.task, move.start)
      if (move.kind === 'out') return takeOut(data, at, move.task)
      return move.kind === 'run' ? run(data, at) : respond(data, at, move.option)
    }, newDay())

  it('never has two things in one half-hour, and nothing outside of the day', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const state = standing(data, play(list))
        const spans = [...state.past, ...state.lost, ...planned(state)]
        const slots = spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))
        expect(new Set(slots).size).toBe(slots.length)
        for (const slot of slots) expect(slot >= 0 && slot < data.slots).toBe(true)
      }),
    )
  })
  it('does no more of a task than its length, and ends one with a deadline in time', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const state = standing(data, play(list))
        for (const { id, length } of data.tasks) {
          const worked = state.past.filter((span) => span.task === id).reduce((sum, { from, to }) => sum + to - from, 0)
          expect(worked + (state.left[id] ?? 0)).toBe(length)
        }
        for (const span of [...state.past, ...planned(state)]) if (span.task === 'map') expect(span.to).toBeLessThanOrEqual(8)
        for (const span of [...state.past, ...planned(state)])
          if (span.task === 'meeting') expect(span.from >= 4 && span.to <= 6).toBe(true)
      }),
    )
  })
  it('plans nothing in the past', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const state = standing(data, play(list))
        for (const { from } of planned(state)) expect(from).toBeGreaterThanOrEqual(state.now)
        for (const { to } of state.past) expect(to).toBeLessThanOrEqual(state.now)
      }),
    )
  })
  it('is the same after it was kept and read back', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const played = play(list)
        expect(standing(data, dayFrom(JSON.parse(JSON.stringify(played))))).toEqual(standing(data, played))
      }),
    )
  })
})

type Move =
  | { kind: 'put'; task: string; start: number }
  | { kind: 'out'; task: string }
  | { kind: 'run' }
  | { kind: 'respond'; option: string }

it.each([[null], [{}], [{ plans: [] }], ['x']])('reads %j as a new day', (kept) => {
  expect(dayFrom(kept)).toEqual(newDay())
})
