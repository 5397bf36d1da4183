import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellStates, type GridAssignment, type GridFacts, type GridProgress, isFinished, makeGrid, totalsOf } from './grid.ts'
import { filterRows, filters, fixedSorts, pageOf, readView, rowsPerPage, sortRows, viewed, writeView } from './grid-view.ts'

const day = 86_400_000
const now = Date.UTC(2026, 10, 22, 12)
const modules = [
  { slug: 'networking', number: 3, title: 'Networking', short: 'Networking' },
  { slug: 'listening', number: 7, title: 'Active listening', short: 'Listening' },
]
const member = (learner: string, name = learner) => ({ learner, name, email: null, joinedAt: now - 40 * day })
const assignment = (module: string, more: Partial<GridAssignment> = {}): GridAssignment => ({
  id: `of-${module}`,
  module,
  people: null,
  position: 0,
  opensAt: null,
  dueAt: null,
  inOrder: false,
  attemptsAllowed: null,
  createdAt: now - 30 * day,
  ...more,
})
const progress = (learner: string, module: string, more: Partial<GridProgress> = {}): GridProgress => ({
  learner,
  module,
  best: null,
  reachedAt: null,
  satisfiedAt: null,
  lastAt: now - day,
  ...more,
})
const only = (one: Partial<GridAssignment>, done?: Partial<GridProgress>, module = 'networking') => {
  const { rows } = makeGrid(
    {
      members: [member('ada')],
      assignments: [assignment(module, one)],
      progress: done ? [progress('ada', module, done)] : [],
      finished: [],
      modules,
    },
    now,
  )
  return rows[0]!.cells[0]!
}

describe('a cell of the grid', () => {
  it.each([
    ['nothing done', {}, undefined, 'not-started'],
    ['nothing done, opens later', { opensAt: now + day }, undefined, 'not-open'],
    ['done something before it opens', { opensAt: now + day }, {}, 'begun'],
    ['a lesson read', {}, {}, 'begun'],
    ['the check taken, mark not reached', {}, { best: 0.5 }, 'not-reached'],
    ['the check reached, the scenario missing', {}, { best: 0.9, reachedAt: now - day }, 'begun'],
    ['satisfied', {}, { best: 0.9, reachedAt: now - day, satisfiedAt: now - day }, 'done'],
  ] as const)('%s', (_, one, done, state) => {
    expect(only(one, done).state).toBe(state)
  })

  it('is late after the due date until it is done, and not at the very moment', () => {
    expect(only({ dueAt: now - 1 }).late).toBe(true)
    expect(only({ dueAt: now }).late).toBe(false)
    expect(only({ dueAt: now - 1 }, { satisfiedAt: now }).late).toBe(false)
    expect(only({}).late).toBe(false)
  })
})

describe('a row of the grid', () => {
  const facts: GridFacts = {
    members: [member('ada'), member('ben')],
    assignments: [
      assignment('listening', { id: 'all', position: 1, dueAt: now - day }),
      assignment('listening', { id: 'more-time', position: 1, dueAt: now + day, people: new Set(['ben']) }),
      assignment('networking', { id: 'some', position: 0, people: new Set(['ada']) }),
    ],
    progress: [progress('ben', 'networking', { lastAt: now }), progress('ben', 'listening', { lastAt: now - 2 * day, best: 0.4 })],
    finished: [],
    modules,
  }
  const { columns, rows } = makeGrid(facts, now)
  const [ada, ben] = rows

  it('has its columns in the order of the assignments', () => {
    expect(columns.map(({ slug }) => slug)).toEqual(['networking', 'listening'])
    expect(columns[1]!.dueAt).toBe(now - day)
  })

  it('takes what was given to somebody by name before what is for everyone', () => {
    expect(ada!.cells[1]!.late).toBe(true)
    expect(ben!.cells[1]).toMatchObject({ late: false, dueAt: now + day })
  })

  it('shows nothing of a module that is not assigned to this person, not even when they were there', () => {
    expect(ben!.cells[0]).toEqual({ state: 'not-assigned', score: null, lastAt: null, dueAt: null, late: false })
    expect(ben).toMatchObject({ lastAt: now - 2 * day, assigned: 1, score: 0.4 })
  })

  it('counts attempts as failed only where the mark was not reached', () => {
    const of = (more: Partial<GridProgress>) =>
      makeGrid(
        {
          members: [member('ada')],
          assignments: [assignment('networking')],
          progress: [progress('ada', 'networking', { best: 0.5, ...more })],
          finished: [{ learner: 'ada', module: 'networking', times: 4, since: 4 }],
          modules,
        },
        now,
      ).rows[0]!.concerns
    expect(of({})).toEqual([{ kind: 'failed', module: 'networking', times: 4 }])
    expect(of({ best: 0.9, reachedAt: now - day })).toEqual([])
  })

  it('says who has not started', () => {
    expect(rows.map(({ notStarted }) => notStarted)).toEqual([true, false])
  })

  it('waits for what comes before, until that is done', () => {
    const states = (satisfiedAt: number | null) =>
      makeGrid(
        {
          members: [member('ada')],
          assignments: [assignment('listening', { position: 1, inOrder: true }), assignment('networking')],
          progress: [progress('ada', 'networking', { satisfiedAt })],
          finished: [],
          modules,
        },
        now,
      ).rows[0]!.cells.map(({ state }) => state)
    expect(states(null)).toEqual(['begun', 'not-open'])
    expect(states(now)).toEqual(['done', 'not-started'])
  })

  it('leaves out an assignment of a module that the course no longer has', () => {
    expect(makeGrid({ ...facts, assignments: [...facts.assignments, assignment('gone')] }, now).columns).toHaveLength(2)
  })
})

const time = fc.integer({ min: now - 40 * day, max: now + 40 * day })
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const learners = ['a1', 'b2', 'c3', 'd4', 'e5', 'f6']
const factsGiven: fc.Arbitrary<GridFacts> = fc.record({
  members: fc.uniqueArray(fc.constantFrom(...learners), { maxLength: 6 }).chain((ids) =>
    fc.tuple(
      ...ids.map((learner) =>
        fc.record({
          learner: fc.constant(learner),
          name: fc.constantFrom('Åsa', 'asa', 'Bela', '李雷', 'Bela'),
          email: maybe(fc.constantFrom('x@example.org', 'y@example.org')),
          joinedAt: time,
        }),
      ),
    ),
  ),
  assignments: fc.array(
    fc.record({
      id: fc.uuid(),
      module: fc.constantFrom('networking', 'listening', 'gone'),
      people: maybe(fc.subarray(learners).map((ids) => new Set(ids))),
      position: fc.nat(5),
      opensAt: maybe(time),
      dueAt: maybe(time),
      inOrder: fc.boolean(),
      attemptsAllowed: maybe(fc.integer({ min: 1, max: 5 })),
      createdAt: time,
    }),
    { maxLength: 4 },
  ),
  progress: fc.uniqueArray(
    fc.record({
      learner: fc.constantFrom(...learners, 'stranger'),
      module: fc.constantFrom('networking', 'listening'),
      best: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
      reachedAt: maybe(time),
      satisfiedAt: maybe(time),
      lastAt: time,
    }),
    { selector: ({ learner, module }) => `${learner} ${module}`, maxLength: 12 },
  ),
  finished: fc.uniqueArray(
    fc.record({
      learner: fc.constantFrom(...learners),
      module: fc.constantFrom('networking', 'listening'),
      times: fc.nat(6),
      since: fc.nat(6),
    }),
    { selector: ({ learner, module }) => `${learner} ${module}`, maxLength: 12 },
  ),
  modules: fc.constant(modules),
})

describe('whatever a cohort has done', () => {
  it('the totals are the sums of the rows, and each person is in one state of each column', () => {
    fc.assert(
      fc.property(factsGiven, (facts) => {
        const { rows, totals, columns } = makeGrid(facts, now)
        expect(rows.map(({ learner }) => learner)).toEqual(facts.members.map(({ learner }) => learner))
        expect(totals.people).toBe(facts.members.length)
        expect(totals.finished).toBe(rows.filter(isFinished).length)
        expect(totals.stuck).toBe(rows.filter(({ concerns }) => concerns.length > 0).length)
        for (const [place, column] of totals.columns.entries()) {
          const cells = rows.map(({ cells: own }) => own[place]!)
          for (const state of cellStates) expect(column.states[state]).toBe(cells.filter((cell) => cell.state === state).length)
          expect(Object.values(column.states).reduce((a, b) => a + b, 0)).toBe(rows.length)
          expect(column.late).toBe(cells.filter(({ late }) => late).length)
          const scores = cells.flatMap(({ score }) => (score === null ? [] : [score]))
          expect(column.scored).toBe(scores.length)
          if (scores.length > 0) expect(column.score).toBeCloseTo(scores.reduce((a, b) => a + b, 0) / scores.length, 9)
        }
        for (const row of rows) {
          expect(row.cells).toHaveLength(columns.length)
          expect(row.done + row.cells.filter(({ state }) => state !== 'done').length).toBe(columns.length)
          expect(row.cells.filter(({ late }) => late)).toHaveLength(row.late)
        }
      }),
    )
  })

  it('a filter takes a part of the rows, of which the totals count as many as they say', () => {
    fc.assert(
      fc.property(factsGiven, fc.constantFrom(...filters), fc.constantFrom('', 'asa', 'BELA', 'example'), (facts, filter, name) => {
        const { rows, totals, columns } = makeGrid(facts, now)
        const some = filterRows(rows, { filter, name })
        expect(some.every((row) => rows.includes(row))).toBe(true)
        expect(new Set(some).size).toBe(some.length)
        if (name === '') {
          const said = {
            all: totals.people,
            stuck: totals.stuck,
            late: totals.late,
            'not-started': totals.notStarted,
            finished: totals.finished,
          }
          expect(some).toHaveLength(said[filter])
        }
        expect(totalsOf(some, columns.length).people).toBe(some.length)
      }),
    )
  })

  it('each order is one order: it loses nobody, and does not hang on how they came', () => {
    fc.assert(
      fc.property(factsGiven, fc.constantFrom(...fixedSorts, 'networking', 'listening'), fc.boolean(), (facts, sort, descending) => {
        const { rows, columns } = makeGrid(facts, now)
        const one = sortRows(rows, columns, { sort, descending }, 'en')
        const other = sortRows([...rows].reverse(), columns, { sort, descending }, 'en')
        expect(one).toEqual(other)
        expect(new Set(one)).toEqual(new Set(rows))
      }),
    )
  })
})

describe('a view', () => {
  it('finds a name without its accents and in any case', () => {
    const { rows } = makeGrid(
      { members: [member('a', 'Åsa Lindqvist'), member('b', 'Bela')], assignments: [], progress: [], finished: [], modules },
      now,
    )
    expect(filterRows(rows, { filter: 'all', name: 'ASA l' }).map(({ learner }) => learner)).toEqual(['a'])
  })

  it('is read from an address, and what makes no sense there is passed over', () => {
    const slugs = ['networking']
    expect(readView({}, slugs)).toEqual({ filter: 'all', name: '', sort: 'name', descending: false, page: 1 })
    expect(readView({ show: 'late', sort: '-networking', name: ' Åsa ', page: '3' }, slugs)).toEqual({
      filter: 'late',
      name: 'Åsa',
      sort: 'networking',
      descending: true,
      page: 3,
    })
    expect(readView({ show: 'everything', sort: '-constructor', name: ['a', 'b'], page: '-1' }, slugs)).toEqual(readView({}, slugs))
  })

  it('comes back from the address it writes', () => {
    fc.assert(
      fc.property(
        fc.record({
          filter: fc.constantFrom(...filters),
          name: fc.string({ maxLength: 40 }).map((text) => text.trim()),
          sort: fc.constantFrom(...fixedSorts, 'networking'),
          descending: fc.boolean(),
          page: fc.integer({ min: 1, max: 9999 }),
        }),
        (view) => {
          expect(readView(Object.fromEntries(new URLSearchParams(writeView(view))), ['networking'])).toEqual(view)
        },
      ),
    )
  })

  it('has pages that together hold everybody once', () => {
    const members = Array.from({ length: 2 * rowsPerPage + 1 }, (_, n) => member(`l${n}`, `Name ${n}`))
    const grid = makeGrid({ members, assignments: [], progress: [], finished: [], modules }, now)
    const rows = viewed(grid, readView({}, []), 'en')
    const pages = [1, 2, 3].map((page) => pageOf(rows, page))
    expect(pages.map(({ rows: own }) => own.length)).toEqual([rowsPerPage, rowsPerPage, 1])
    expect(new Set(pages.flatMap(({ rows: own }) => own)).size).toBe(members.length)
    expect(pageOf(rows, 99)).toEqual({ ...pages[2], page: 3 })
    expect(pageOf([], 1)).toEqual({ rows: [], page: 1, pages: 1 })
  })
})
