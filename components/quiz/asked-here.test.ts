import { describe, expect, it } from 'vitest'
import type { Asked } from '#components/assignments/asked.ts'
import { askedAt, markOf } from './asked-here.ts'

const one = (more: Partial<Asked>): Asked => ({
  id: 'a',
  module: 'networking',
  dueAt: null,
  state: 'not-started',
  late: false,
  attemptsLeft: null,
  waitsFor: null,
  cohort: { id: 'c', name: 'Field offices', timeZone: 'Asia/Dhaka' },
  ...more,
})

describe('what is asked at a check', () => {
  it('is nothing where the module is not assigned', () => {
    expect(askedAt([], 'networking', 0.8)).toBeNull()
    expect(askedAt([one({ module: 'accountability', passMark: 1 })], 'networking', 0.8)).toBeNull()
  })

  it('is the kindest mark of all cohorts, never below the course’s own, and the attempts that are left', () => {
    expect(askedAt([one({ passMark: 0.9, attemptsLeft: 2 })], 'networking', 0.8)).toEqual({ mark: 0.9, left: 2 })
    expect(askedAt([one({ passMark: 1 }), one({ passMark: 0.9 })], 'networking', 0.8)).toEqual({ mark: 0.9, left: null })
    expect(askedAt([one({ passMark: 1 }), one({ passMark: null })], 'networking', 0.8)).toEqual({ mark: 0.8, left: null })
    expect(askedAt([one({ passMark: 0.5, attemptsLeft: 0 })], 'networking', 0.8)).toEqual({ mark: 0.8, left: 0 })
  })

  it('is the course’s mark where a device heard of it before marks were told', () => {
    expect(askedAt([one({})], 'networking', 0.8)).toEqual({ mark: 0.8, left: null })
  })
})

describe('the mark that a result is told beside', () => {
  const result = (scaled: number, reached: boolean, passMark?: number) => ({
    score: { raw: scaled * 8, max: 8, scaled },
    reached,
    objectives: [],
    lessons: [],
    ...(passMark === undefined ? {} : { passMark }),
  })
  const asked = { mark: 0.9, left: 2 }

  it('is the one that was applied, where the site has just told it', () => {
    expect(markOf(result(0.8, false, 0.95), asked, 0.75)).toBe(0.95)
  })

  it('is the course’s where nobody asks for more, and where it was reached', () => {
    expect(markOf(result(0.5, false), null, 0.75)).toBe(0.75)
    expect(markOf(result(0.8, true), asked, 0.75)).toBe(0.75)
  })

  it('is what is asked now where that was not reached', () => {
    expect(markOf(result(0.8, false), asked, 0.75)).toBe(0.9)
    expect(markOf(result(0.5, false), asked, 0.75)).toBe(0.9)
  })

  it('is not known where more than the course’s was asked then, and nothing here says how much', () => {
    expect(markOf(result(0.8, false), null, 0.75)).toBeNull()
    expect(markOf(result(0.9 - 1e-12, false), asked, 0.75)).toBeNull()
  })
})
