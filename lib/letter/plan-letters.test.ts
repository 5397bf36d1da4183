import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReminderKind } from './kinds.ts'
import {
  type PlanAsked,
  type PlanCohort,
  type PlanInput,
  type PlanInvitation,
  type PlanMember,
  planLetters,
  type Written,
} from './plan-letters.ts'
import { hourIn, isAwake } from './quiet-hours.ts'

const hour = 3_600_000
const day = 24 * hour
/** a Tuesday at ten o'clock in UTC */
const now = Date.UTC(2026, 10, 24, 10)

const asked = (given: Partial<PlanAsked> = {}): PlanAsked => ({ module: 'networking', state: 'open', dueAt: null, doneAt: null, ...given })
const member = (given: Partial<PlanMember> = {}): PlanMember => ({
  learner: 'amal',
  name: 'Amal',
  address: 'amal@example.org',
  joinedAt: now - 60 * day,
  endedAt: null,
  asked: [asked()],
  ...given,
})
const invitation = (given: Partial<PlanInvitation> = {}): PlanInvitation => ({
  id: 'invitation-1',
  name: 'Bela',
  address: 'bela@example.org',
  invitedAt: now - 3 * day,
  joinedAt: null,
  withdrawnAt: null,
  ...given,
})
const cohort = (given: Partial<PlanCohort> = {}): PlanCohort => ({
  id: 'harda',
  timeZone: 'UTC',
  archivedAt: null,
  joinable: true,
  members: [],
  invitations: [],
  ...given,
})
const plan = (cohorts: readonly PlanCohort[], given: Partial<PlanInput> = {}) =>
  planLetters({ now, cohorts, stopped: new Set(), written: [], ...given })
const kinds = (cohorts: readonly PlanCohort[], given: Partial<PlanInput> = {}) => plan(cohorts, given).map(({ kind }) => kind)
const withAsked = (given: Partial<PlanAsked>, of: Partial<PlanMember> = {}) => [
  cohort({ members: [member({ asked: [asked(given)], ...of })] }),
]

describe('planLetters', () => {
  it.each<[string, PlanCohort[], ReminderKind[]]>([
    ['is silent where nothing has a date', withAsked({}), []],
    ['is silent four days before a date', withAsked({ dueAt: now + 4 * day }), []],
    ['speaks three days before', withAsked({ dueAt: now + 3 * day }), ['due-soon']],
    ['speaks of a module that is late', withAsked({ dueAt: now - 1 }), ['overdue']],
    ['is silent two weeks after', withAsked({ dueAt: now - 14 * day }), []],
    ['is silent about what is done', withAsked({ dueAt: now - day, state: 'done', doneAt: now - 30 * day }), []],
    ['is silent about what is not open', withAsked({ dueAt: now + day, state: 'later' }), []],
    ['thanks who has finished', withAsked({ state: 'done', doneAt: now - hour }), ['finished']],
    ['thanks nobody who finished long ago', withAsked({ state: 'done', doneAt: now - 8 * day }), []],
    ['is silent to who has just joined', withAsked({ dueAt: now + day }, { joinedAt: now - hour }), []],
    ['is silent about what was late before its learner joined', withAsked({ dueAt: now - day }, { joinedAt: now - hour }), []],
    ['is silent to who left', withAsked({ dueAt: now + day }, { endedAt: now - hour }), []],
    ['is silent to who gave no address', withAsked({ dueAt: now + day }, { address: null }), []],
    ['reminds of an invitation after three days', [cohort({ invitations: [invitation()] })], ['invited']],
    ['does so no earlier', [cohort({ invitations: [invitation({ invitedAt: now - 3 * day + 1 })] })], []],
    ['reminds nobody who joined', [cohort({ invitations: [invitation({ joinedAt: now - day })] })], []],
    ['reminds nobody whose invitation was taken back', [cohort({ invitations: [invitation({ withdrawnAt: now - day })] })], []],
    ['reminds nobody of a cohort that lets nobody in', [cohort({ joinable: false, invitations: [invitation()] })], []],
    [
      'reminds nobody who is in by another way, or was',
      [cohort({ invitations: [invitation()], members: [member({ address: 'BELA@example.org', endedAt: now - day })] })],
      [],
    ],
    ['is silent in an archived cohort', withAsked({ dueAt: now + day }).map((one) => ({ ...one, archivedAt: now - day })), []],
    ['is silent at night', withAsked({ dueAt: now + day }).map((one) => ({ ...one, timeZone: 'America/Los_Angeles' })), []],
  ])('%s', (_name, cohorts, expected) => {
    expect(kinds(cohorts)).toEqual(expected)
  })

  it('names everything late in one letter, by date, and what comes next', () => {
    const modules = [
      asked({ module: 'planning', dueAt: now - day }),
      asked({ module: 'networking', dueAt: now - 2 * day }),
      asked({ module: 'listening', dueAt: now + 2 * day }),
      asked({ module: 'writing', dueAt: now + 9 * day }),
    ]
    const [letter] = plan([cohort({ members: [member({ asked: modules })] })])
    expect(letter).toMatchObject({ kind: 'overdue', learner: 'amal', address: 'amal@example.org' })
    expect(letter!.modules.map(({ module }) => module)).toEqual(['networking', 'planning'])
    expect(letter!.soon.map(({ module }) => module)).toEqual(['listening'])
    // what it named is covered: the day after, nothing is said of it again
    const written = [{ once: letter!.once, address: letter!.address, at: now }]
    expect(
      planLetters({ now: now + day, cohorts: [cohort({ members: [member({ asked: modules })] })], stopped: new Set(), written }),
    ).toEqual([])
  })

  it('speaks of a late module once more after a week, and then no more', () => {
    const dueAt = now
    const days = sentOver(30, () => withAsked({ dueAt }))
    expect(days).toEqual([
      [0, 'overdue'],
      [7, 'overdue'],
    ])
  })

  it('speaks again where the date was changed', () => {
    const days = sentOver(30, (at) => withAsked({ dueAt: at < now + 12 * hour ? now + day : now + 12 * day }))
    expect(days).toEqual([
      [0, 'due-soon'],
      [9, 'due-soon'],
      [12, 'overdue'],
      [19, 'overdue'],
    ])
  })

  it('thanks once, also where a module is taken away afterwards', () => {
    const two = ['networking', 'planning'].map((module) => asked({ module, state: 'done', doneAt: now - hour }))
    const days = sentOver(5, (at) => [cohort({ members: [member({ asked: at < now + day ? two : two.slice(0, 1) })] })])
    expect(days).toEqual([[0, 'finished']])
  })

  it('lets the most urgent letter win over all cohorts, and sends the other the day after', () => {
    const cohorts = [
      cohort({ id: 'a', members: [member({ asked: [asked({ state: 'done', doneAt: now - hour })] })] }),
      cohort({ id: 'b', members: [member({ address: 'Amal@Example.org', asked: [asked({ dueAt: now + 3 * day })] })] }),
      cohort({ id: 'c', members: [member({ asked: [asked({ dueAt: now - hour })] })] }),
    ]
    expect(plan(cohorts)).toMatchObject([{ kind: 'overdue', cohort: 'c' }])
    expect(sentOver(3, () => cohorts).map(([, kind]) => kind)).toEqual(['overdue', 'due-soon', 'finished'])
  })

  it('counts an invitation by hand as the letter of that day', () => {
    const written = [{ once: 'invitation:1', address: 'amal@example.org', at: now - day + 1 }]
    expect(kinds(withAsked({ dueAt: now + day }), { written })).toEqual([])
    expect(kinds(withAsked({ dueAt: now + day }), { written: [{ ...written[0]!, at: now - day }] })).toEqual(['due-soon'])
  })
})

/** Runs the rules every hour, remembering what they wrote. @returns day and kind of each letter */
function sentOver(days: number, cohortsAt: (at: number) => readonly PlanCohort[]): [number, ReminderKind][] {
  const written: Written[] = []
  const sent: [number, ReminderKind][] = []
  for (let at = now; at < now + days * day; at += hour)
    for (const letter of planLetters({ now: at, cohorts: cohortsAt(at), stopped: new Set(), written })) {
      written.push({ once: letter.once, address: letter.address, at })
      sent.push([Math.floor((at - now) / day), letter.kind])
    }
  return sent
}

// ---------------------------------------------------------------- whatever the cohorts are like

const zones = ['UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin']
const addresses = ['amal@example.org', 'Amal@Example.org', 'bela@example.org', 'cora@example.org']
const moment = fc.integer({ min: -21, max: 21 }).chain((days) => fc.integer({ min: 0, max: day }).map((rest) => now + days * day + rest))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 })
const seldom = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value })
const anyAsked = fc
  .record({
    module: fc.constantFrom('networking', 'planning', 'listening'),
    state: fc.constantFrom<PlanAsked['state']>('open', 'open', 'later', 'done'),
    dueAt: maybe(moment),
    doneAt: moment,
  })
  .map((one): PlanAsked => ({ ...one, doneAt: one.state === 'done' ? one.doneAt : null }))
const anyCohort = (id: string): fc.Arbitrary<PlanCohort> =>
  fc.record({
    id: fc.constant(id),
    timeZone: fc.constantFrom(...zones),
    archivedAt: seldom(moment),
    joinable: fc.boolean(),
    members: fc.uniqueArray(
      fc.record({
        learner: fc.constantFrom('l1', 'l2', 'l3'),
        name: fc.constant('Amal'),
        address: maybe(fc.constantFrom(...addresses)),
        joinedAt: moment,
        endedAt: seldom(moment),
        asked: fc.uniqueArray(anyAsked, { selector: ({ module }) => module, maxLength: 3 }),
      }),
      { selector: ({ learner }) => learner, maxLength: 3 },
    ),
    invitations: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(`${id}i1`, `${id}i2`),
        name: fc.constant(''),
        address: fc.constantFrom(...addresses),
        invitedAt: moment,
        joinedAt: seldom(moment),
        withdrawnAt: seldom(moment),
      }),
      { selector: (one) => one.id, maxLength: 2 },
    ),
  })
const anyCohorts = fc.tuple(anyCohort('one'), anyCohort('two'), anyCohort('three')).map((all) => [...all])
const anyStopped = fc.subarray(['amal@example.org', 'bela@example.org', 'cora@example.org']).map((all) => new Set(all))

describe('whatever the cohorts are like', () => {
  /** Three weeks, asked at any times; two servers ask each time, the second with what the first wrote or without. */
  const history = fc.tuple(anyCohorts, anyStopped, fc.array(fc.integer({ min: 1, max: 16 * hour }), { minLength: 10, maxLength: 40 }))

  it('nobody gets two letters in 24 hours, nothing is said twice, and none goes out at night or to who wants none', () => {
    let total = 0
    fc.assert(
      fc.property(history, ([cohorts, stopped, gaps]) => {
        const written: Written[] = []
        const last = new Map<string, number>()
        let at = now
        for (const gap of gaps) {
          at += gap
          const input = { now: at, cohorts, stopped, written: [...written] }
          const first = planLetters(input)
          // the same question has the same reply, whatever the order of the rows
          const turned = cohorts
            .map((one) => ({ ...one, members: [...one.members].reverse(), invitations: [...one.invitations].reverse() }))
            .reverse()
          expect(planLetters({ ...input, cohorts: turned, written: [...written].reverse() })).toEqual(first)
          for (const letter of first) {
            const of = cohorts.find(({ id }) => id === letter.cohort)!
            expect(of.archivedAt).toBeNull()
            expect(isAwake(of.timeZone, at)).toBe(true)
            expect(hourIn(of.timeZone, at)).toBeGreaterThanOrEqual(8)
            expect(stopped.has(letter.address)).toBe(false)
            expect(at - (last.get(letter.address) ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(day)
            expect(written.map(({ once }) => once)).not.toContain(letter.once)
            if (letter.learner) expect(of.members.find(({ learner }) => learner === letter.learner)!.endedAt).toBeNull()
            last.set(letter.address, at)
            written.push({ once: letter.once, address: letter.address, at })
            total += 1
          }
          // asked again at once, with what was written: nothing more
          expect(planLetters({ ...input, written: [...written] })).toEqual([])
        }
      }),
      { numRuns: 300 },
    )
    // so that the property is not about silence
    expect(total).toBeGreaterThan(50)
  })
})
