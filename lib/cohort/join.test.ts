import { describe, expect, it } from 'vitest'
import { type Before, type Door, decideJoin, mostOfAny } from './join.ts'

const now = Date.UTC(2026, 10, 22)
const open: Door = { archivedAt: null, codeOpen: true, codeExpiresAt: null, mostMembers: null }
const ask = (door: Partial<Door>, given: { before?: Before; invited?: boolean; members?: number } = {}) => {
  const decision = decideJoin({ ...open, ...door }, { before: 'never', invited: false, members: 3, now, ...given })
  return decision.ok ? decision.how : decision.code
}

describe('who wants to join', () => {
  it.each([
    ['comes in', {}, {}, 'new'],
    ['comes back after leaving', {}, { before: 'left' as const }, 'again'],
    ['is in already', {}, { before: 'in' as const }, 'already'],
    [
      'is in already, also where everything is shut',
      { archivedAt: 1, codeOpen: false, mostMembers: 1 },
      { before: 'in' as const },
      'already',
    ],
    ['finds the cohort archived', { archivedAt: 1 }, {}, 'cohort_archived'],
    ['finds the cohort archived, invited or not', { archivedAt: 1 }, { invited: true }, 'cohort_archived'],
    ['finds the code closed', { codeOpen: false }, {}, 'code_closed'],
    ['finds the code expired', { codeExpiresAt: now - 1 }, {}, 'code_expired'],
    ['is in time at the last instant', { codeExpiresAt: now }, {}, 'new'],
    ['comes in by invitation where the code is closed', { codeOpen: false, codeExpiresAt: 1 }, { invited: true }, 'new'],
    ['finds the cohort full', { mostMembers: 3 }, {}, 'cohort_full'],
    ['finds the cohort full, invited or not', { mostMembers: 3 }, { invited: true }, 'cohort_full'],
    ['finds the cohort full that has no number of its own', {}, { members: mostOfAny }, 'cohort_full'],
    ['gets the last place of a cohort that has no number of its own', {}, { members: mostOfAny - 1 }, 'new'],
    ['comes into a cohort that a facilitator made larger', { mostMembers: mostOfAny + 1 }, { members: mostOfAny }, 'new'],
    ['gets the last place', { mostMembers: 4 }, {}, 'new'],
    ['was taken out', {}, { before: 'removed' as const }, 'removed_before'],
    ['was taken out and is invited again', {}, { before: 'removed' as const, invited: true }, 'again'],
  ])('%s', (_, door, given, outcome) => {
    expect(ask(door, given)).toBe(outcome)
  })
})
