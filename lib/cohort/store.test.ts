import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '#lib/db/schema.ts'
import { accountRow } from '#lib/testing/cohort-people.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { assign, assignmentsOf } from './assign-store.ts'
import { codeLetters } from './code.ts'
import { joinCohort, removeMember } from './join-store.ts'
import { type CohortForm, cohortFormSchema, newAssignmentsSchema } from './schema.ts'
import {
  addFacilitator,
  cohortsOf,
  createCohort,
  editCohort,
  facilitatorsOf,
  newCode,
  removeFacilitator,
  setArchived,
  setCode,
} from './store.ts'

const now = Date.UTC(2026, 10, 22, 9)
const nadia = { id: 'nadia', name: 'Ms nadia' }
const form = (given: Partial<CohortForm> = {}): CohortForm => ({
  ...cohortFormSchema.parse({ name: 'Autumn', timeZone: 'Asia/Dhaka' }),
  ...given,
})
const assignForm = newAssignmentsSchema.parse({ modules: ['networking'] })

async function settled(open: () => Promise<Kysely<Database>>) {
  const db = await open()
  const people = (['nadia', 'omar'] as const).map((id) => accountRow(id, 'facilitator'))
  await db
    .insertInto('auth_user')
    .values([...people, accountRow('lea', 'learner')])
    .execute()
  return db
}
async function made(open: () => Promise<Kysely<Database>>, given: Partial<CohortForm> = {}) {
  const db = await settled(open)
  const created = await createCohort(db, nadia, form(given), now)
  if (!created.ok) throw new Error(created.code)
  return { db, cohort: created.value }
}
const told = async (outcome: Promise<{ ok: true } | { ok: false; code: string }>) => {
  const found = await outcome
  return found.ok ? 'done' : found.code
}
const actions = async (db: Kysely<Database>) =>
  (await db.selectFrom('audit').select('action').orderBy('at').execute()).map((one) => one.action)
const iso = (at: number | null) => at && new Date(at).toISOString()

describeDatabases('a cohort', (open) => {
  it('is open from the first moment, with a code, and belongs to who made it', async () => {
    const { db, cohort } = await made(open, { name: 'Осень <i>1</i> 李雷', note: 'Bring a pen.\nTwo is better.' })
    expect(cohort).toMatchObject({
      name: 'Осень <i>1</i> 李雷',
      note: 'Bring a pen.\nTwo is better.',
      codeOpen: true,
      codeExpiresAt: null,
      archivedAt: null,
    })
    expect(cohort.code).toMatch(new RegExp(`^[${codeLetters}]{6}$`))
    expect(cohort.id).toMatch(/^[0-9a-z]{26}$/)
    expect(await facilitatorsOf(db, cohort.id)).toEqual([{ id: 'nadia', name: 'Ms nadia', email: 'nadia@relief.example', addedAt: now }])
    expect(await cohortsOf(db, { id: 'nadia', role: 'facilitator' })).toMatchObject([
      { id: cohort.id, members: 0, invited: 0, assignments: 0 },
    ])
    expect(await actions(db)).toEqual(['cohort.create'])
  })

  it.each<[string, Partial<CohortForm>, string]>([
    ['without a name', { name: '' }, 'name_empty'],
    ['with a name that is too long', { name: 'x'.repeat(121) }, 'name_too_long'],
    ['with a note that is too long', { note: 'x'.repeat(4001) }, 'note_too_long'],
    ['that ends before it starts', { startsOn: '2026-12-02', endsOn: '2026-12-01' }, 'ends_before_start'],
  ])('is not made or changed %s', async (_, given, code) => {
    const { db, cohort } = await made(open)
    expect(await told(createCohort(db, nadia, form(given), now))).toBe(code)
    expect(await told(editCohort(db, nadia, cohort.id, form(given), now))).toBe(code)
    expect(await db.selectFrom('cohort').select('name').execute()).toEqual([{ name: 'Autumn' }])
  })

  it('is seen in their list by who facilitates it, and by an administrator; archived ones last', async () => {
    const { db, cohort } = await made(open)
    const later = await createCohort(db, { id: 'omar', name: 'Mr omar' }, form({ name: 'Winter' }), now + 1)
    const names = async (id: string, role: string) => (await cohortsOf(db, { id, role })).map(({ name }) => name)
    expect([await names('nadia', 'facilitator'), await names('omar', 'facilitator')]).toEqual([['Autumn'], ['Winter']])
    expect(await names('anybody', 'administrator')).toEqual(['Winter', 'Autumn'])
    if (later.ok) await setArchived(db, nadia, later.value.id, true, now)
    expect(await names('anybody', 'administrator')).toEqual(['Autumn', 'Winter'])
    expect(cohort.version).toBe(1)
  })

  it('keeps the days of its assignments and of its code when its time zone changes', async () => {
    const { db, cohort } = await made(open, { codeExpiresOn: '2026-12-24' })
    const asked = { ...assignForm, opensOn: '2026-12-01', dueOn: '2026-12-20' }
    await assign(db, nadia, cohort.id, asked, { course: { modules: ['networking'], passMark: 0.75 }, now })
    const days = async () => (await assignmentsOf(db, cohort.id)).map(({ opensAt, dueAt }) => [iso(opensAt), iso(dueAt)])
    expect(await days()).toEqual([['2026-11-30T18:00:00.000Z', '2026-12-20T17:59:59.999Z']])
    const moved = await editCohort(db, nadia, cohort.id, form({ timeZone: 'America/Bogota' }), now)
    expect(await days()).toEqual([['2026-12-01T05:00:00.000Z', '2026-12-21T04:59:59.999Z']])
    expect(moved.ok && iso(moved.value.codeExpiresAt)).toBe('2026-12-25T04:59:59.999Z')
  })

  it('has one code at a time, which can be closed, opened, and given a last day', async () => {
    const { db, cohort } = await made(open)
    const shut = await setCode(db, nadia, cohort.id, { open: false, expiresOn: '2026-12-24' }, now)
    expect(shut.ok && [shut.value.codeOpen, iso(shut.value.codeExpiresAt)]).toEqual([false, '2026-12-24T17:59:59.999Z'])
    const opened = await setCode(db, nadia, cohort.id, { open: true }, now)
    expect(opened.ok && [opened.value.codeOpen, iso(opened.value.codeExpiresAt)]).toEqual([true, '2026-12-24T17:59:59.999Z'])
    const fresh = await newCode(db, nadia, cohort.id, Date.UTC(2027, 0, 1))
    expect(fresh.ok && [fresh.value.code === cohort.code, fresh.value.codeOpen, fresh.value.codeExpiresAt]).toEqual([false, true, null])
  })

  it('once archived changes no more, and can be opened again as it was', async () => {
    const { db, cohort } = await made(open)
    await joinCohort(db, 'a'.repeat(32), { code: cohort.code, name: 'Amal' }, now)
    expect(await told(setArchived(db, nadia, cohort.id, true, now))).toBe('done')
    expect(await told(setArchived(db, nadia, cohort.id, true, now + 5))).toBe('done')
    expect((await cohortsOf(db, { id: 'nadia', role: 'facilitator' }))[0]?.archivedAt).toBe(now)
    const changes = [
      editCohort(db, nadia, cohort.id, form({ name: 'Other' }), now),
      setCode(db, nadia, cohort.id, { open: false }, now),
      newCode(db, nadia, cohort.id, now),
      addFacilitator(db, nadia, cohort.id, 'omar@relief.example', now),
      removeFacilitator(db, nadia, cohort.id, 'nadia', now),
      removeMember(db, nadia, cohort.id, 'a'.repeat(32), now),
      assign(db, nadia, cohort.id, assignForm, { course: { modules: ['networking'], passMark: 0.75 }, now }),
    ]
    expect(await Promise.all(changes.map(told))).toEqual(changes.map(() => 'cohort_archived'))
    await setArchived(db, nadia, cohort.id, false, now)
    expect((await cohortsOf(db, { id: 'nadia', role: 'facilitator' }))[0]).toMatchObject({
      name: 'Autumn',
      archivedAt: null,
      members: 1,
      codeOpen: true,
    })
    expect(await actions(db)).toEqual(['cohort.create', 'cohort.archive', 'cohort.unarchive'])
  })

  it('that does not exist is not found, whatever is asked of it', async () => {
    const { db } = await made(open)
    const none = '0'.repeat(26)
    expect(await told(editCohort(db, nadia, none, form(), now))).toBe('not_found')
    expect(await told(setArchived(db, nadia, none, true, now))).toBe('not_found')
    expect(await told(newCode(db, nadia, none, now))).toBe('not_found')
  })

  it('takes another facilitator of the site, and nobody else, with the same words for all others', async () => {
    const { db, cohort } = await made(open)
    for (const email of ['lea@relief.example', 'nobody@relief.example'])
      expect(await told(addFacilitator(db, nadia, cohort.id, email, now))).toBe('no_such_facilitator')
    expect(await told(addFacilitator(db, nadia, cohort.id, 'omar@relief.example', now + 1))).toBe('done')
    expect(await told(addFacilitator(db, nadia, cohort.id, 'omar@relief.example', now + 2))).toBe('done')
    expect((await facilitatorsOf(db, cohort.id)).map(({ id, addedAt }) => [id, addedAt])).toEqual([
      ['nadia', now],
      ['omar', now + 1],
    ])
    expect(await actions(db)).toEqual(['cohort.create', 'cohort.facilitator.add'])
  })

  it('never loses its last facilitator, and keeps a record of those who were', async () => {
    const { db, cohort } = await made(open)
    expect(await told(removeFacilitator(db, nadia, cohort.id, 'nadia', now))).toBe('last_facilitator')
    expect(await told(removeFacilitator(db, nadia, cohort.id, 'omar', now))).toBe('not_found')
    await addFacilitator(db, nadia, cohort.id, 'omar@relief.example', now)
    // both at once take each other out: one of them stays
    const both = await Promise.all(['nadia', 'omar'].map((id) => told(removeFacilitator(db, nadia, cohort.id, id, now + 3))))
    expect(both.sort()).toEqual(['done', 'last_facilitator'])
    expect(await facilitatorsOf(db, cohort.id)).toHaveLength(1)
    const kept = await db.selectFrom('cohort_facilitator').select('removed_at').execute()
    expect(kept.map((one) => one.removed_at).sort()).toEqual([now + 3, null])
  })

  it('does not count as its facilitator who is none of the site any more', async () => {
    const { db, cohort } = await made(open)
    await addFacilitator(db, nadia, cohort.id, 'omar@relief.example', now)
    await db.updateTable('auth_user').set({ role: 'learner' }).where('id', '=', 'omar').execute()
    expect((await facilitatorsOf(db, cohort.id)).map(({ id }) => id)).toEqual(['nadia'])
    expect(await told(removeFacilitator(db, nadia, cohort.id, 'nadia', now))).toBe('last_facilitator')
  })

  it('goes up in its version with every change, so that whoever watches hears of it', async () => {
    const { db, cohort } = await made(open)
    const version = async () => (await cohortsOf(db, { id: 'nadia', role: 'facilitator' }))[0]!.version
    await editCohort(db, nadia, cohort.id, form({ name: 'Other' }), now)
    const edited = await version()
    await joinCohort(db, 'a'.repeat(32), { code: cohort.code, name: 'Amal' }, now)
    expect([edited > 1, (await version()) > edited]).toEqual([true, true])
    const before = await version()
    await editCohort(db, nadia, cohort.id, form({ name: '' }), now)
    await joinCohort(db, 'b'.repeat(32), { code: cohort.code, name: '' }, now)
    expect(await version()).toBe(before)
  })
})
