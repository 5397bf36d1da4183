import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '#lib/db/schema.ts'
import { type CourseRecord, storeStatements } from '#lib/statement/store.ts'
import { accountRow } from '#lib/testing/cohort-people.ts'
import { describeDatabases, type Open } from '#lib/testing/databases.ts'
import { smallCourse, someDay, statement } from '#lib/testing/small-course.ts'
import { invitationsOf, invite, inviteToken, withdrawInvitation } from './invite-store.ts'
import { cohortsOfLearner, joinCohort, leaveCohort, lookAtCode, membersOf, removeMember, restoreMember } from './join-store.ts'
import { type CohortForm, cohortFormSchema } from './schema.ts'
import { createCohort, newCode, setArchived, setCode } from './store.ts'
import { touchCohortsOf } from './touch-store.ts'

const now = Date.UTC(2026, 10, 22, 9)
const secret = 'a secret of more than thirty-two characters'
const nadia = { id: 'nadia', name: 'Ms nadia' }
const [amal, ben, chi] = ['a'.repeat(32), 'b'.repeat(32), 'c'.repeat(32)] as const
type Given = { db: Kysely<Database>; id: string; code: string }

async function made(open: Open, given: Partial<CohortForm> = {}): Promise<Given> {
  const db = await open()
  await db.insertInto('auth_user').values(accountRow('nadia', 'facilitator')).execute()
  const form = { ...cohortFormSchema.parse({ name: 'Autumn', timeZone: 'Asia/Dhaka', note: 'Room 3.' }), ...given }
  const created = await createCohort(db, nadia, form, now)
  if (!created.ok) throw new Error(created.code)
  return { db, id: created.value.id, code: created.value.code }
}
type Told = { ok: true; value: unknown } | { ok: false; code: string }
const how = async (outcome: Promise<Told>) => {
  const found = await outcome
  return found.ok ? (Object(found.value).how ?? 'done') : found.code
}
const join = (
  { db, code }: Given,
  learner: string,
  given: { code?: string; name?: string; email?: string; invite?: string } = {},
  at = now,
) => how(joinCohort(db, learner, { code, name: 'Amal', ...given }, at))
/** The token of an invitation of this address. */
async function invited({ db, id }: Given, email: string, name = ''): Promise<string> {
  await invite(db, nadia, id, [{ email, name, line: 1 }], { now, secret })
  const [one] = (await invitationsOf(db, id)).filter((other) => other.email === email)
  return inviteToken(one!.id, secret)
}
const inside = async ({ db, id }: Given) => (await membersOf(db, id)).map(({ learner, name, ended }) => [learner[0], name, ended])

describeDatabases('joining a cohort', (open) => {
  it('takes one step, with the code as it is read out', async () => {
    const given = await made(open)
    const typed = ` ${given.code.slice(0, 3).toLowerCase()}-${given.code.slice(3)} `
    expect(await join(given, amal, { code: typed, name: 'Amal <3', email: 'amal@relief.example' })).toBe('new')
    expect(await membersOf(given.db, given.id)).toEqual([
      { learner: amal, name: 'Amal <3', email: 'amal@relief.example', joinedAt: now, endedAt: null, ended: null },
    ])
    expect((await cohortsOfLearner(given.db, amal)).map(({ id, knownAs }) => [id, knownAs])).toEqual([[given.id, 'Amal <3']])
  })

  it('twice changes nothing and says so, also when the door has been shut since', async () => {
    const given = await made(open)
    await join(given, amal)
    expect(await join(given, amal, { name: 'Somebody else' }, now + 5)).toBe('already')
    await setCode(given.db, nadia, given.id, { open: false }, now)
    expect(await join(given, amal)).toBe('already')
    await setArchived(given.db, nadia, given.id, true, now)
    expect(await join(given, amal)).toBe('already')
    expect(await membersOf(given.db, given.id)).toMatchObject([{ name: 'Amal', joinedAt: now }])
  })

  it.each<[string, (given: Given) => Promise<unknown>, string]>([
    ['a code that nobody has', async (given) => Object.assign(given, { code: 'ZZZZZZ' }), 'code_unknown'],
    ['what cannot be a code', async (given) => Object.assign(given, { code: '<script>' }), 'code_unknown'],
    ['a code that was replaced', async ({ db, id }) => newCode(db, nadia, id, now), 'code_unknown'],
    ['a closed code', async ({ db, id }) => setCode(db, nadia, id, { open: false }, now), 'code_closed'],
    ['a code whose last day is over', async ({ db, id }) => setCode(db, nadia, id, { expiresOn: '2026-11-21' }, now), 'code_expired'],
    ['an archived cohort', async ({ db, id }) => setArchived(db, nadia, id, true, now), 'cohort_archived'],
    ['no name', async () => {}, 'name_empty'],
  ])('with %s is refused, and leaves nothing behind', async (title, shut, code) => {
    const given = await made(open)
    await shut(given)
    const name = title === 'no name' ? '' : 'Amal'
    expect(await join(given, amal, { name })).toBe(code)
    expect(await membersOf(given.db, given.id)).toEqual([])
    expect(await given.db.selectFrom('learner').selectAll().execute()).toEqual([])
  })

  it('counts the last day of a code to its end, on the clocks of the cohort', async () => {
    const given = await made(open)
    await setCode(given.db, nadia, given.id, { expiresOn: '2026-11-22' }, now)
    const end = Date.UTC(2026, 10, 22, 18)
    expect([await join(given, amal, {}, end - 1), await join(given, ben, {}, end)]).toEqual(['new', 'code_expired'])
  })

  it('of a full cohort waits until somebody leaves; of many at the last place, one gets it', async () => {
    const given = await made(open, { mostMembers: 2 })
    await join(given, amal)
    const many = Array.from({ length: 6 }, (_, i) => `${i}`.repeat(32))
    const outcomes = await Promise.all(many.map((learner) => join(given, learner)))
    expect(outcomes.sort()).toEqual([...many.slice(1).map(() => 'cohort_full'), 'new'])
    await leaveCohort(given.db, given.id, amal, now)
    expect(await join(given, ben)).toBe('new')
    expect((await membersOf(given.db, given.id)).filter(({ ended }) => ended === null)).toHaveLength(2)
  })

  it('with an address that is none is refused', async () => {
    const given = await made(open)
    expect(await join(given, amal, { email: 'amal@' })).toBe('address_wrong')
    expect(await join(given, amal, { email: '' })).toBe('new')
  })

  it('by a personal link goes in where the code is closed, and after the code was changed; the invitation is theirs then', async () => {
    const given = await made(open)
    const token = await invited(given, 'amal@relief.example', 'Amal Haddad')
    await setCode(given.db, nadia, given.id, { open: false }, now)
    const old = given.code
    await newCode(given.db, nadia, given.id, now)
    await setCode(given.db, nadia, given.id, { open: false }, now)
    const door = await lookAtCode(given.db, old, { learner: null, invite: token, now })
    expect(door.ok && door.value).toMatchObject({ name: 'Amal Haddad', email: 'amal@relief.example', state: { ok: true, how: 'new' } })
    expect(await join(given, amal, { code: old, invite: token, name: 'Amal H.' })).toBe('new')
    expect(await membersOf(given.db, given.id)).toMatchObject([{ name: 'Amal H.', email: 'amal@relief.example' }])
    expect(await invitationsOf(given.db, given.id)).toMatchObject([{ joinedAt: now, joinedLearner: amal }])
    // passed on, it opens nothing to somebody else, and tells them nothing about whom it was for
    expect(await join(given, ben, { code: old, invite: token })).toBe('code_closed')
    const foreign = await lookAtCode(given.db, old, { learner: ben, invite: token, now })
    expect(foreign.ok && [foreign.value.name, foreign.value.email, foreign.value.cohort.note]).toEqual(['', '', ''])
  })

  it('by a link that was withdrawn opens nothing', async () => {
    const given = await made(open)
    const token = await invited(given, 'amal@relief.example')
    await setCode(given.db, nadia, given.id, { open: false }, now)
    const [one] = await invitationsOf(given.db, given.id)
    await withdrawInvitation(given.db, nadia, given.id, one!.id, now)
    expect(await join(given, amal, { invite: token })).toBe('code_closed')
    expect(await join(given, amal, { code: '', invite: token })).toBe('code_unknown')
  })

  it('with the address somebody was invited by ends that invitation where the address is proven to be theirs, and nobody else’s', async () => {
    const given = await made(open)
    const address = 'amal@relief.example'
    const token = await invited(given, address)
    const state = async () => (await invitationsOf(given.db, given.id)).map((one) => one.joinedLearner)
    const account = (id: string, email: string, emailVerified: number) =>
      given.db
        .insertInto('auth_user')
        .values({ ...accountRow(id, 'learner'), email, emailVerified })
        .execute()
    const link = async (user_id: string, learner_id: string) => {
      await given.db.insertInto('learner').values({ id: learner_id, created_at: now, last_seq: 0 }).execute()
      await given.db.insertInto('account_learner').values({ user_id, learner_id, linked_at: now }).execute()
    }
    // a guest who types it, and an account whose address is proven but another
    await join(given, ben, { email: address })
    await account('chi', 'chi@relief.example', 1)
    await link('chi', chi)
    await join(given, chi, { email: address })
    expect(await state()).toEqual([null])
    // an account with that address, before a letter was answered, and after
    await account('amal', address, 0)
    await link('amal', amal)
    await join(given, amal, { email: address })
    expect(await state()).toEqual([null])
    await leaveCohort(given.db, given.id, amal, now)
    await given.db.updateTable('auth_user').set({ emailVerified: 1 }).where('id', '=', 'amal').execute()
    await join(given, amal, { email: address })
    expect(await state()).toEqual([amal])
    expect(await join(given, ben, { invite: token })).toBe('already')
    expect(await state()).toEqual([amal])
  })

  it('by code first and by their personal link later ends the invitation', async () => {
    const given = await made(open)
    const token = await invited(given, 'amal@relief.example')
    await join(given, amal)
    expect(await join(given, amal, { invite: token })).toBe('already')
    expect(await invitationsOf(given.db, given.id)).toMatchObject([{ joinedLearner: amal }])
  })
})

describeDatabases('who has left', (open) => {
  it('left by themselves, and may come back as they came', async () => {
    const given = await made(open)
    await join(given, amal)
    expect(await how(leaveCohort(given.db, given.id, amal, now + 1))).toBe('done')
    expect(await how(leaveCohort(given.db, given.id, amal, now + 2))).toBe('not_found')
    expect(await membersOf(given.db, given.id)).toMatchObject([{ learner: amal, endedAt: now + 1, ended: 'left' }])
    expect(await cohortsOfLearner(given.db, amal)).toEqual([])
    expect(await how(restoreMember(given.db, nadia, given.id, amal, now))).toBe('not_found')
    expect(await join(given, amal, { name: 'Amal again' }, now + 9)).toBe('again')
    expect(await inside(given)).toEqual([['a', 'Amal again', null]])
  })

  it('was taken out, and comes back by invitation or when a facilitator takes it back', async () => {
    const given = await made(open)
    await join(given, amal)
    await join(given, ben, { name: 'Ben' })
    expect(await how(removeMember(given.db, nadia, given.id, amal, now + 1))).toBe('done')
    expect(await inside(given)).toEqual([
      ['b', 'Ben', null],
      ['a', 'Amal', 'removed'],
    ])
    expect(await join(given, amal)).toBe('removed_before')
    expect(await how(restoreMember(given.db, nadia, given.id, amal, now + 2))).toBe('done')
    expect(await membersOf(given.db, given.id)).toMatchObject([{ learner: amal, joinedAt: now, ended: null }, { learner: ben }])
    await removeMember(given.db, nadia, given.id, amal, now + 3)
    expect(await join(given, amal, { invite: await invited(given, 'amal@relief.example') })).toBe('again')
    const audit = await given.db
      .selectFrom('audit')
      .select(['action', 'by_name'])
      .where('action', 'like', 'cohort.member%')
      .orderBy('at')
      .execute()
    expect(audit.map(({ action, by_name }) => [action, by_name])).toEqual([
      ['cohort.member.remove', 'Ms nadia'],
      ['cohort.member.restore', 'Ms nadia'],
      ['cohort.member.remove', 'Ms nadia'],
    ])
  })

  it('does not come back by the link they first came by, unless they are invited again', async () => {
    const given = await made(open)
    const token = await invited(given, 'amal@relief.example')
    await join(given, amal, { invite: token })
    await removeMember(given.db, nadia, given.id, amal, now + 1)
    expect(await join(given, amal, { invite: token })).toBe('removed_before')
    expect(await invited(given, 'amal@relief.example')).toBe(token)
    expect(await invitationsOf(given.db, given.id)).toMatchObject([{ joinedAt: null, withdrawnAt: null }])
    expect(await join(given, amal, { invite: token })).toBe('again')
    expect(await invitationsOf(given.db, given.id)).toMatchObject([{ joinedLearner: amal }])
  })

  it('takes along what they showed to the cohort', async () => {
    const given = await made(open)
    await join(given, amal)
    await join(given, ben)
    const shown = (learner: string) => ({
      cohort_id: given.id,
      learner_id: learner,
      object: 'networking/plan',
      words: 'Mine.',
      shared_at: now,
    })
    await given.db
      .insertInto('shared_reflection')
      .values([shown(amal), shown(ben)])
      .execute()
    await leaveCohort(given.db, given.id, amal, now)
    expect(await given.db.selectFrom('shared_reflection').select('learner_id').execute()).toEqual([{ learner_id: ben }])
  })

  it('does not come back into a cohort that is full meanwhile', async () => {
    const given = await made(open, { mostMembers: 1 })
    await join(given, amal)
    await removeMember(given.db, nadia, given.id, amal, now)
    await join(given, ben)
    expect(await how(restoreMember(given.db, nadia, given.id, amal, now))).toBe('cohort_full')
  })

  it('is nobody who never was in', async () => {
    const given = await made(open)
    for (const learner of [chi, 'x', '../..']) expect(await how(removeMember(given.db, nadia, given.id, learner, now))).toBe('not_found')
  })
})

describeDatabases('the door of a cohort', (open) => {
  it('tells who leads it and what is asked, and of who is in nothing', async () => {
    const given = await made(open)
    await join(given, ben, { name: 'Ben', email: 'ben@relief.example' })
    const door = await lookAtCode(given.db, given.code, { learner: null, now })
    expect(door.ok && door.value).toEqual({
      cohort: {
        id: given.id,
        name: 'Autumn',
        startsOn: null,
        endsOn: null,
        timeZone: 'Asia/Dhaka',
        locale: 'en',
        note: 'Room 3.',
        code: given.code,
      },
      facilitators: ['Ms nadia'],
      modules: [],
      name: '',
      email: '',
      state: { ok: true, how: 'new' },
    })
  })
  it('tells less when it is shut', async () => {
    const given = await made(open)
    await setCode(given.db, nadia, given.id, { open: false }, now)
    const door = await lookAtCode(given.db, given.code, { learner: amal, now })
    expect(door.ok && door.value).toMatchObject({
      cohort: { name: 'Autumn', note: '' },
      facilitators: ['Ms nadia'],
      modules: [],
      state: { code: 'code_closed' },
    })
  })
})

describeDatabases('many at once', (open) => {
  it('who join, leave, are taken out and work do not block each other, and every change is counted', async () => {
    const first = await made(open)
    const { db } = first
    const other = await createCohort(db, nadia, cohortFormSchema.parse({ name: 'Winter', timeZone: 'Asia/Dhaka' }), now)
    if (!other.ok) throw new Error(other.code)
    const second = { db, id: other.value.id, code: other.value.code }
    const learners = Array.from({ length: 6 }, (_, i) => `${i}`.repeat(32))
    const course: CourseRecord = {
      ...smallCourse,
      async project(trx, actor) {
        await touchCohortsOf(trx, actor)
        return []
      },
    }
    const work = (learner: string) =>
      storeStatements(db, learner, [statement({ verb: 'experienced', object: 'networking/lessons/hello' })], { now: someDay, course })
    for (const learner of learners) for (const cohort of [first, second]) await join(cohort, learner)
    const acts = learners.flatMap((learner, i) => [
      work(learner),
      join(i % 2 ? second : first, learner),
      how(leaveCohort(db, (i % 2 ? first : second).id, learner, now)),
      work(learner),
      how(removeMember(db, nadia, (i % 2 ? second : first).id, learner, now)),
      join(i % 2 ? first : second, learner),
      work(learner),
    ])
    const settled = await Promise.allSettled(acts)
    expect(settled.filter(({ status }) => status === 'rejected')).toEqual([])
    for (const { id } of [first, second])
      for (const { ended, endedAt } of await membersOf(db, id)) expect(endedAt === null).toBe(ended === null)
    expect((await db.selectFrom('statement').select('id').execute()).length).toBe(18)
  })
})
