import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attemptsLeft, kindestMark } from '#lib/quiz/assigned-rules.ts'
import { type Asked, type AssignmentStanding, type Did, standings } from './standing.ts'

const now = 1_000_000
const asked = (given: Partial<Asked> = {}): Asked => ({
  id: 'one',
  module: 'networking',
  position: 1,
  inOrder: false,
  opensAt: null,
  dueAt: null,
  passMark: null,
  attemptsAllowed: null,
  createdAt: 100,
  ...given,
})
const did = (given: Partial<Did> = {}): Did => ({
  reachedAt: null,
  satisfiedAt: null,
  lastAt: 500,
  attemptsAt: [],
  attemptOpen: false,
  ...given,
})
const of = (one: Asked, done?: Did): AssignmentStanding => standings([one], new Map(done ? [[one.module, done]] : []), now).get(one.id)!

describe('where a learner stands with an assignment', () => {
  it.each([
    ['nothing was done', asked(), undefined, 'not-started', false],
    ['nothing was done and the day is over', asked({ dueAt: now - 1 }), undefined, 'not-started', true],
    ['the last instant of the due date', asked({ dueAt: now }), undefined, 'not-started', false],
    ['it opens later', asked({ opensAt: now + 1 }), undefined, 'not-open', false],
    ['it opens now', asked({ opensAt: now }), undefined, 'not-started', false],
    ['something was done', asked(), did(), 'in-progress', false],
    ['the check is reached', asked(), did({ reachedAt: 600 }), 'reached', false],
    ['all of it is done', asked({ dueAt: 700 }), did({ reachedAt: 600, satisfiedAt: 700 }), 'satisfied', false],
    ['all of it was done too late', asked({ dueAt: 699 }), did({ reachedAt: 600, satisfiedAt: 700 }), 'satisfied', true],
    ['it was done before it opened', asked({ opensAt: now + 1 }), did({ satisfiedAt: 700 }), 'satisfied', false],
    ['no attempt is left', asked({ attemptsAllowed: 2 }), did({ attemptsAt: [200, 300] }), 'out-of-attempts', false],
    ['the last attempt is open', asked({ attemptsAllowed: 2 }), did({ attemptsAt: [200, 300], attemptOpen: true }), 'in-progress', false],
    ['attempts were begun before it was assigned', asked({ attemptsAllowed: 2 }), did({ attemptsAt: [50, 300] }), 'in-progress', false],
    [
      'the check was reached by the last attempt',
      asked({ attemptsAllowed: 1 }),
      did({ attemptsAt: [200], reachedAt: 250 }),
      'reached',
      false,
    ],
  ])('where %s', (_, one, done, state, late) => {
    expect(of(one, done)).toMatchObject({ state, late })
  })

  it('waits for the one before it where that was asked for', () => {
    const both = [asked(), asked({ id: 'two', module: 'listening', position: 2, inOrder: true })]
    const before = standings(both, new Map(), now)
    expect(before.get('two')).toMatchObject({ state: 'not-open', waitsFor: { after: 'one' } })
    const after = standings(both.toReversed(), new Map([['networking', did({ satisfiedAt: 600 })]]), now)
    expect(after.get('two')).toMatchObject({ state: 'not-started', waitsFor: null })
  })

  it('gets the kindest of several assignments of one module', () => {
    const both = [asked({ attemptsAllowed: 1 }), asked({ id: 'two', attemptsAllowed: 3, position: 2 })]
    const found = standings(both, new Map([['networking', did({ attemptsAt: [200, 300] })]]), now)
    expect(found.get('one')).toMatchObject({ state: 'in-progress', attemptsLeft: 1 })
  })
})

const change = fc.record({
  position: fc.nat(5),
  inOrder: fc.boolean(),
  opensAt: fc.option(fc.nat(2 * now)),
  dueAt: fc.option(fc.nat(2 * now)),
  passMark: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  attemptsAllowed: fc.option(fc.integer({ min: 1, max: 4 })),
  createdAt: fc.nat(now),
})
const rank = { 'not-open': 0, 'not-started': 0, 'in-progress': 0, 'out-of-attempts': 0, reached: 1, satisfied: 2 }

describe('changing an assignment', () => {
  it('never takes away what was achieved, however it is changed, and whatever else is assigned or ended', () => {
    const done = fc.record({
      reachedAt: fc.option(fc.nat(now)),
      satisfiedAt: fc.option(fc.nat(now)),
      lastAt: fc.option(fc.nat(now)),
      attemptsAt: fc.array(fc.nat(now), { maxLength: 5 }),
      attemptOpen: fc.boolean(),
    })
    fc.assert(
      fc.property(
        done,
        change,
        change,
        fc.array(change, { maxLength: 3 }),
        fc.array(change, { maxLength: 3 }),
        (facts, first, second, some, others) => {
          const known = new Map([['networking', facts]])
          const rest = (list: typeof some) => list.map((one, i) => asked({ ...one, id: `other ${i}`, module: 'listening' }))
          const before = standings([asked(first), ...rest(some)], known, now).get('one')!
          const after = standings([asked(second), ...rest(others)], known, now).get('one')!
          expect(rank[after.state]).toBe(rank[before.state])
          expect(after.satisfiedAt).toBe(before.satisfiedAt)
          expect(after.lastAt).toBe(before.lastAt)
        },
      ),
    )
  })
})

const rule = fc.record({
  passMark: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  attemptsAllowed: fc.option(fc.integer({ min: 1, max: 5 })),
  since: fc.nat(100),
})

describe('the rules of several assignments', () => {
  it('get kinder with each, never below the mark of the course', () => {
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), rule, fc.double({ min: 0, max: 1, noNaN: true }), (rules, more, own) => {
        expect(kindestMark([...rules, more], own)).toBeLessThanOrEqual(kindestMark(rules, own))
        expect(kindestMark(rules, own)).toBeGreaterThanOrEqual(own)
      }),
    )
    expect(kindestMark([], 0.75)).toBe(0.75)
    expect(kindestMark([{ passMark: 0.9, attemptsAllowed: null, since: 0 }], 0.75)).toBe(0.9)
    expect(
      kindestMark(
        [
          { passMark: 0.9, attemptsAllowed: null, since: 0 },
          { passMark: null, attemptsAllowed: 2, since: 0 },
        ],
        0.75,
      ),
    ).toBe(0.75)
  })
  it('never leave fewer attempts than one of them alone', () => {
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), fc.array(fc.nat(100)), (rules, begun) => {
        const many = (left: number | null) => left ?? Number.POSITIVE_INFINITY
        for (const one of rules) expect(many(attemptsLeft(rules, begun))).toBeGreaterThanOrEqual(many(attemptsLeft([one], begun)))
      }),
    )
    expect(attemptsLeft([], [1, 2])).toBeNull()
  })
})
