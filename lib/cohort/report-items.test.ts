import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attempt } from '#lib/quiz/attempt.ts'
import { scoreQuiz } from '#lib/quiz/score-quiz.ts'
import { idAt } from '#lib/testing/small-course.ts'
import { aBank } from './report.arbitrary.ts'
import { correlation } from './report-figures.ts'
import { type LearnerAttempts, reportCheck } from './report-items.ts'
import { countOptions } from './report-options.ts'

const module = aBank(5)
const ids = module.items.map(({ id }) => id)

/** score 0, 1 or 2 of 2 for each of some items; finished or not */
type Told = { item: number; score: number }[]
const attemptArb = fc.record({
  given: fc.uniqueArray(fc.record({ item: fc.integer({ min: 0, max: 4 }), score: fc.integer({ min: 0, max: 2 }) }), {
    selector: ({ item }) => item,
    maxLength: 5,
  }),
  over: fc.boolean(),
})
const cohortArb = fc.array(fc.array(attemptArb, { maxLength: 3 }), { maxLength: 16 })

function attemptOf(n: number, given: Told, over: boolean): Attempt {
  const scored = given.map(({ item, score }) => ({
    statement: idAt(1000 + n * 10 + item),
    item: ids[item]!,
    response: ['red', 'blue', 'green'][score]!,
    score: { raw: score, max: 2, scaled: score / 2 },
  }))
  const counted = given.map(({ item, score }) => ({ objective: module.items[item]!.objective, scaled: score / 2 }))
  return {
    id: idAt(n),
    module: 'first',
    draw: { seed: '', items: given.map(({ item }) => ({ id: ids[item]!, scored: true, order: [] })) },
    given: scored,
    finished: over ? scoreQuiz(counted, 0.75) : null,
    begunAt: n,
  }
}

function cohortOf(told: readonly (readonly { given: Told; over: boolean }[])[]): LearnerAttempts[] {
  let n = 0
  return told.map((attempts, index) => ({
    learner: `learner ${index}`,
    attempts: attempts.map(({ given, over }) => attemptOf(++n, given, over)),
  }))
}

describe('the report of a check', () => {
  it('gives every figure of an item as one would count it by hand', () => {
    fc.assert(
      fc.property(cohortArb, (told) => {
        const report = reportCheck(module, cohortOf(told))
        for (const [item, id] of ids.entries()) {
          const figures = report.items.find((one) => one.item.id === id)!
          const firsts: { score: number; rest: number | null }[] = []
          for (const attempts of told) {
            const attempt = attempts.find(({ given }) => given.some((one) => one.item === item))
            if (!attempt) continue
            const others = attempt.given.filter((one) => one.item !== item)
            const total = others.reduce((sum, { score }) => sum + score / 2, 0)
            const rest = attempt.over && others.length > 0 ? total / others.length : null
            firsts.push({ score: attempt.given.find((one) => one.item === item)!.score / 2, rest })
          }
          expect(figures.n).toBe(firsts.length)
          expect(figures.right).toBe(firsts.filter(({ score }) => score === 1).length)
          if (firsts.length > 0) expect(figures.share).toBeCloseTo(figures.right / figures.n, 9)
          const pairs = firsts.flatMap(({ score, rest }) => (rest === null ? [] : [[score, rest] as const]))
          expect(figures.pairs).toBe(pairs.length)
          const expected = correlation(pairs)
          if (expected === null) expect(figures.discrimination).toBeNull()
          else expect(figures.discrimination).toBeCloseTo(expected, 9)
        }
      }),
    )
  })

  it('counts options so that they add up to those who met the item', () => {
    fc.assert(
      fc.property(cohortArb, (told) => {
        for (const { options, n } of reportCheck(module, cohortOf(told)).items)
          if (options.shape === 'list') expect(options.rows.reduce((sum, row) => sum + row.n, 0) + options.older).toBe(n)
      }),
    )
  })

  it('gives the same whatever the order of learners and attempts', () => {
    fc.assert(
      fc.property(cohortArb, (told) => {
        const cohort = cohortOf(told)
        const turned = cohort.toReversed().map((one) => ({ ...one, attempts: one.attempts.toReversed() }))
        const plain = (value: unknown) =>
          JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'number' ? Math.round(one * 1e9) / 1e9 : one)))
        expect(plain(reportCheck(module, turned))).toEqual(plain(reportCheck(module, cohort)))
      }),
    )
  })

  it('tells an objective at the first attempt from now, and whether the group has got it', () => {
    const miss = { given: [{ item: 0, score: 0 }], over: true }
    const hit = { given: [{ item: 0, score: 2 }], over: true }
    const open = { given: [{ item: 0, score: 2 }], over: false }
    const [objective] = reportCheck(module, cohortOf([[hit], [hit], [miss, hit], [miss, miss], [hit, miss], [open]])).objectives
    expect(objective).toMatchObject({ id: 'M1.O1', n: 5, first: 3, now: 4, got: true })
    expect(reportCheck(module, cohortOf([[miss], [hit], [miss]])).objectives[0]).toMatchObject({ now: 1, got: false })
  })

  it('says nothing of an item or objective that nobody has met', () => {
    const { items, objectives } = reportCheck(module, [])
    expect(items.map(({ n, share, discrimination }) => [n, share, discrimination])).toEqual(ids.map(() => [0, null, null]))
    expect(objectives.every(({ n, got }) => n === 0 && got === null)).toBe(true)
  })
})

describe('options', () => {
  const head = { objective: 'M1.O1', difficulty: 'easy', level: 'apply', facts: ['A1'], stem: 'Which?' } as const
  const option = (id: string) => ({ id, text: `The ${id} one`, feedback: 'Because.' })

  it('of an order are counted by the place each was put in', () => {
    const item = { kind: 'order', id: 'M1-Q01', ...head, options: ['call', 'ask', 'write'].map(option) } as const
    const counts = countOptions({ ...item, options: [...item.options], facts: ['A1'] }, [
      ['call', 'ask', 'write'],
      ['ask', 'call', 'write'],
      ['gone', 'call', 'write'],
      'call',
    ])
    expect(counts).toMatchObject({ shape: 'grid', older: 2 })
    expect(counts.shape === 'grid' && counts.rows.map(({ right, counts }) => [right, counts])).toEqual([
      ['0', [1, 1, 0]],
      ['1', [1, 1, 0]],
      ['2', [0, 0, 2]],
    ])
  })

  it('of several are counted each, and a card by the group it was put in', () => {
    const multi = {
      kind: 'multi',
      id: 'M1-Q01',
      ...head,
      facts: ['A1'],
      options: ['a', 'b', 'c', 'd'].map(option),
      key: ['a', 'b'],
    } as const
    const chosen = countOptions({ ...multi, facts: ['A1'], options: [...multi.options], key: ['a', 'b'] }, [
      ['a', 'b'],
      ['a', 'd'],
      ['x'],
      [],
    ])
    expect(chosen.shape === 'list' && chosen.rows.map(({ n }) => n)).toEqual([2, 1, 0, 1])
    expect(chosen.older).toBe(2)
    const cards = ['one', 'two', 'three'].map((id) => ({ ...option(id), category: 'left' }))
    const categories = ['left', 'right'].map((id) => ({ id, text: id }))
    const sorted = countOptions({ kind: 'sort', id: 'M1-Q01', ...head, facts: ['A1'], categories, cards }, [
      { one: 'left', two: 'right', three: 'left' },
      { one: 'left', two: 'left' },
    ])
    expect(sorted.shape === 'grid' && sorted.rows.map(({ counts }) => counts)).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
    ])
    expect(sorted.older).toBe(1)
  })
})
