import { describe, expect, it } from 'vitest'
import type { Asked } from '#components/assignments/asked.ts'
import { askedAt } from './use-asked-here.ts'

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
