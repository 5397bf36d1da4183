import fc from 'fast-check'
import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '#lib/db/schema.ts'
import { accountRow } from '#lib/testing/cohort-people.ts'
import { describeDatabases, type Open } from '#lib/testing/databases.ts'
import { assign, assignmentsFor, assignmentsOf, changeAssignment, endAssignment, orderAssignments, quizRulesFor } from './assign-store.ts'
import { joinCohort, leaveCohort, removeMember } from './join-store.ts'
import { type AssignmentForm, assignmentFormSchema, cohortFormSchema } from './schema.ts'
import { createCohort, setArchived } from './store.ts'

const now = Date.UTC(2026, 10, 22, 9)
const nadia = { id: 'nadia', name: 'Ms nadia' }
const [amal, ben] = ['a'.repeat(32), 'b'.repeat(32)] as const
const course = { modules: ['networking', 'listening', 'planning'], passMark: 0.75 }

async function cohortOn(db: Kysely<Database>) {
  const created = await createCohort(db, nadia, cohortFormSchema.parse({ name: 'Autumn', timeZone: 'Asia/Dhaka' }), now)
  if (!created.ok) throw new Error(created.code)
  const { id, code } = created.value
  const give = async (modules: string[], given: Partial<AssignmentForm> = {}, at = now) => {
    const form = { ...assignmentFormSchema.parse({}), ...given, modules }
    const made = await assign(db, nadia, id, form, { course, now: at })
    return made.ok ? made.value.map((one) => one.id) : made.code
  }
  const change = async (assignment: string, given: Partial<AssignmentForm> = {}) => {
    const changed = await changeAssignment(db, nadia, id, assignment, { ...assignmentFormSchema.parse({}), ...given }, { course, now })
    return changed.ok ? 'done' : changed.code
  }
  const asked = async (learner: string, at = now) =>
    (await assignmentsFor(db, learner, at)).map(({ module, state }) => `${module} ${state}`)
  return { id, code, give, change, asked }
}
async function made(open: Open) {
  const db = await open()
  await db.insertInto('auth_user').values(accountRow('nadia', 'facilitator')).execute()
  const cohort = await cohortOn(db)
  for (const learner of [amal, ben]) await joinCohort(db, learner, { code: cohort.code, name: learner.slice(0, 3) }, now)
  return { db, ...cohort }
}
const progress = (module: string, learner: string, given: { satisfied?: number; reached?: number }) => ({
  actor: learner,
  module,
  lessons_done: 1,
  scenario_runs: 0,
  scenario_endings: '[]',
  quiz_attempts: 1,
  best_scaled: 0.9,
  reached_at: given.reached ?? null,
  satisfied_at: given.satisfied ?? null,
  last_at: now,
})

describeDatabases('an assignment', (open) => {
  it('is for everyone, in the order it was made, until the end of the last day on the clocks of the cohort', async () => {
    const { db, id, give, asked } = await made(open)
    await give(['networking', 'listening'], { dueOn: '2026-12-01', opensOn: '2026-11-20', attemptsAllowed: 2, passMark: 0.8 })
    expect(await assignmentsOf(db, id)).toMatchObject([
      { module: 'networking', everyone: true, position: 1, dueAt: Date.UTC(2026, 11, 1, 18) - 1, passMark: 0.8, attemptsAllowed: 2 },
      { module: 'listening', position: 2, opensAt: Date.UTC(2026, 10, 19, 18) },
    ])
    expect([await asked(amal), await asked(ben), await asked('c'.repeat(32))]).toEqual([
      ['networking not-started', 'listening not-started'],
      ['networking not-started', 'listening not-started'],
      [],
    ])
  })

  it('is for some people only, where they are named', async () => {
    const { db, id, give, asked, change } = await made(open)
    const [one] = (await give(['networking'], { everyone: false, people: [amal] })) as string[]
    expect([await asked(amal), await asked(ben)]).toEqual([['networking not-started'], []])
    expect(await change(one!, { everyone: false, people: [ben] })).toBe('done')
    expect([await asked(amal), await asked(ben)]).toEqual([[], ['networking not-started']])
    expect(await change(one!, { everyone: true })).toBe('done')
    expect(await asked(amal)).toEqual(['networking not-started'])
    expect((await assignmentsOf(db, id))[0]!.people).toEqual([])
  })

  it.each<[string, string[], Partial<AssignmentForm>, string]>([
    ['a module the course does not have', ['nothing'], {}, 'module_unknown'],
    ['the same module to everyone twice', ['listening', 'networking'], {}, 'already_assigned'],
    ['nobody', ['listening'], { everyone: false }, 'nobody_chosen'],
    ['somebody who is not in', ['listening'], { everyone: false, people: [amal, 'c'.repeat(32)] }, 'not_a_member'],
    ['a day before it opens', ['listening'], { opensOn: '2026-12-02', dueOn: '2026-12-01' }, 'due_before_opening'],
    ['a mark below that of the course', ['listening'], { passMark: 0.7 }, 'mark_too_low'],
  ])('is not made of %s', async (_, modules, given, code) => {
    const { db, id, give } = await made(open)
    await give(['networking'])
    expect(await give(modules, given)).toBe(code)
    expect(await assignmentsOf(db, id)).toHaveLength(1)
  })

  it('may be of one module for everyone and for some: they get what is kindest', async () => {
    const { db, give } = await made(open)
    await give(['networking'], { attemptsAllowed: 1, passMark: 0.9 })
    await give(['networking'], { everyone: false, people: [amal], attemptsAllowed: 3, passMark: 0.8 }, now + 1)
    const rules = async (learner: string) => (await quizRulesFor(db, learner, 'networking')).map((one) => one.attemptsAllowed).sort()
    expect([await rules(amal), await rules(ben)]).toEqual([[1, 3], [1]])
  })

  it('waits for its day and for what comes before it', async () => {
    const { db, id, give, asked } = await made(open)
    await give(['networking'], { opensOn: '2026-11-24' })
    await give(['listening'], { inOrder: true })
    expect(await asked(amal)).toEqual(['networking not-open', 'listening not-open'])
    await db
      .insertInto('module_progress')
      .values(progress('networking', amal, { satisfied: now - 5 }))
      .execute()
    expect(await asked(amal)).toEqual(['networking satisfied', 'listening not-started'])
    const ids = (await assignmentsOf(db, id)).map((one) => one.id)
    const reversed = await orderAssignments(db, nadia, id, ids.toReversed(), now)
    expect(reversed.ok && reversed.value.map(({ module }) => module)).toEqual(['listening', 'networking'])
    expect(await asked(ben)).toEqual(['listening not-started', 'networking not-open'])
  })

  it('takes no order that leaves one out, names one twice, or names one of another cohort', async () => {
    const { db, id, give } = await made(open)
    const [one, two] = (await give(['networking', 'listening'])) as [string, string]
    const other = await cohortOn(db)
    const [foreign] = (await other.give(['planning'])) as [string]
    for (const ids of [[one], [one, one], [one, foreign], [one, two, foreign], []])
      expect(await orderAssignments(db, nadia, id, ids, now)).toEqual({ ok: false, code: 'malformed' })
  })

  it('ends, and nobody is asked any more; what was done stays', async () => {
    const { db, id, give, asked } = await made(open)
    const [one] = (await give(['networking'])) as [string]
    await db
      .insertInto('module_progress')
      .values(progress('networking', amal, { satisfied: now }))
      .execute()
    expect((await endAssignment(db, nadia, id, one, now)).ok).toBe(true)
    expect(await endAssignment(db, nadia, id, one, now)).toEqual({ ok: false, code: 'not_found' })
    expect([await asked(amal), await assignmentsOf(db, id), await quizRulesFor(db, amal, 'networking')]).toEqual([[], [], []])
    await give(['networking'], {}, now + 1)
    expect(await asked(amal)).toEqual(['networking satisfied'])
  })

  it('asks nothing of who has left, and nothing in an archived cohort', async () => {
    const { db, id, give, asked } = await made(open)
    await give(['networking'], { attemptsAllowed: 1 })
    await leaveCohort(db, id, amal, now)
    expect([await asked(amal), await quizRulesFor(db, amal, 'networking')]).toEqual([[], []])
    await setArchived(db, nadia, id, true, now)
    expect([await asked(ben), await quizRulesFor(db, ben, 'networking')]).toEqual([[], []])
  })

  it('can be changed where one of its people has left meanwhile, but takes nobody new who is not in', async () => {
    const { db, id, give, change } = await made(open)
    const [one] = (await give(['networking'], { everyone: false, people: [amal, ben] })) as [string]
    await removeMember(db, nadia, id, amal, now)
    expect(await change(one, { everyone: false, people: [amal, ben], dueOn: '2026-12-01' })).toBe('done')
    expect(await change(one, { everyone: false, people: [ben, 'c'.repeat(32)] })).toBe('not_a_member')
    expect((await assignmentsOf(db, id))[0]).toMatchObject({ people: [amal, ben], dueAt: Date.UTC(2026, 11, 1, 18) - 1 })
  })

  it('is a cohort’s own: another cohort’s facilitator changes nothing of it by its id', async () => {
    const { db, give } = await made(open)
    const [one] = (await give(['networking'])) as [string]
    const other = await cohortOn(db)
    expect(await other.change(one, { dueOn: '2026-12-01' })).toBe('not_found')
    expect(await endAssignment(db, nadia, other.id, one, now)).toEqual({ ok: false, code: 'not_found' })
  })
})

describeDatabases('what somebody achieved', (open) => {
  it('stays theirs whatever is assigned, changed, ordered, ended or archived, and no such change writes to their record', async () => {
    const { db, id, code } = await made(open)
    const rows = [
      progress('networking', amal, { reached: now - 9, satisfied: now - 5 }),
      progress('listening', amal, { reached: now - 3 }),
      progress('networking', ben, {}),
    ]
    await db.insertInto('module_progress').values(rows).execute()
    const record = async () => [
      await db.selectFrom('module_progress').selectAll().orderBy('actor').orderBy('module').execute(),
      await db.selectFrom('learner').selectAll().orderBy('id').execute(),
    ]
    const before = await record()
    const form = fc.record({
      everyone: fc.boolean(),
      people: fc.subarray([amal, ben]),
      opensOn: fc.constantFrom(null, '2026-11-01', '2026-12-01'),
      dueOn: fc.constantFrom(null, '2026-11-10', '2026-12-10'),
      inOrder: fc.boolean(),
      passMark: fc.constantFrom(null, 0.75, 1),
      attemptsAllowed: fc.constantFrom(null, 1, 3),
    })
    const step = fc.oneof(
      fc.record({ do: fc.constant('assign' as const), form, module: fc.constantFrom(...course.modules) }),
      fc.record({ do: fc.constant('change' as const), form, at: fc.nat(5) }),
      fc.record({ do: fc.constantFrom('end' as const, 'reverse' as const, 'archive' as const, 'rejoin' as const), at: fc.nat(5) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        for (const one of steps) {
          const all = await assignmentsOf(db, id)
          const chosen = 'at' in one ? all[one.at % Math.max(1, all.length)]?.id : undefined
          if (one.do === 'assign') await assign(db, nadia, id, { ...one.form, modules: [one.module] }, { course, now })
          else if (one.do === 'change' && chosen) await changeAssignment(db, nadia, id, chosen, one.form, { course, now })
          else if (one.do === 'end' && chosen) await endAssignment(db, nadia, id, chosen, now)
          else if (one.do === 'reverse') await orderAssignments(db, nadia, id, all.map((other) => other.id).reverse(), now)
          else if (one.do === 'archive') for (const archived of [true, false]) await setArchived(db, nadia, id, archived, now)
          else if (one.do === 'rejoin') {
            await leaveCohort(db, id, amal, now)
            await joinCohort(db, amal, { code, name: 'Amal' }, now)
          }
        }
        expect(await record()).toEqual(before)
        for (const one of await assignmentsFor(db, amal, now)) {
          if (one.module === 'networking') expect(one).toMatchObject({ state: 'satisfied', satisfiedAt: now - 5 })
          if (one.module === 'listening') expect(one).toMatchObject({ state: 'reached' })
        }
      }),
      { numRuns: 12 },
    )
  })
})
