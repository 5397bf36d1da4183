import type { Insertable, Kysely, KyselyPlugin } from 'kysely'
import { expect, it } from 'vitest'
import { newId } from '#lib/account/new-id.ts'
import type { CertificateTable, Database } from '#lib/db/schema.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { type CertifiedCourse, cohortCertificates } from './certificate-store.ts'

const course: CertifiedCourse = {
  id: 'small-course',
  title: 'A small course',
  modules: [
    { slug: 'networking', number: 3, title: 'Networking' },
    { slug: 'listening', number: 2, title: 'Active listening' },
  ],
}
const cohort = 'cohort00000000000000000000'
const day = 1_000_000

const cohortRow = (id: string) => ({
  id,
  name: 'Monday group',
  starts_on: null,
  ends_on: null,
  time_zone: 'UTC',
  locale: 'en',
  note: '',
  code: id.slice(0, 6),
  code_open: 1,
  code_expires_at: null,
  most_members: null,
  created_by: 'who',
  created_at: 1,
  archived_at: null,
  version: 1,
})
const member = (learner: string, given: { cohort?: string; ended?: number } = {}) => ({
  cohort_id: given.cohort ?? cohort,
  learner_id: learner,
  name: `Name of ${learner}`,
  email: null,
  joined_at: 5,
  ended_at: given.ended ?? null,
  ended_by: given.ended ? learner : null,
})
const assignment = (module: string, given: { people?: boolean; ended?: number; cohort?: string } = {}) => ({
  id: newId(),
  cohort_id: given.cohort ?? cohort,
  module,
  everyone: given.people ? 0 : 1,
  position: 1,
  in_order: 0,
  opens_at: null,
  due_at: null,
  pass_mark: null,
  attempts_allowed: null,
  created_by: 'who',
  created_at: 1,
  updated_at: 1,
  ended_at: given.ended ?? null,
})
const certificate = (actor: string, module: string, given: Partial<Insertable<CertificateTable>> = {}) => ({
  id: `${actor}-${module}`,
  actor,
  module,
  name: `${actor} on paper`,
  version: 1,
  template: 'module',
  // not read: a list of thousands would be megabytes of it
  achievement: 'not even JSON',
  issued_at: day,
  updated_at: day,
  credential: null,
  status_list: null,
  status_position: null,
  subject: null,
  visibility: 'unlisted',
  shows_name: 1,
  ...given,
})
const entry = (of: string, list: number, position: number, revoked: 'replaced' | 'revoked' | null) => ({
  list,
  position,
  certificate: of,
  created_at: day,
  revoked_at: revoked ? day : null,
  revoked_as: revoked,
  reason: '',
})

async function given(db: Kysely<Database>, learners: readonly string[]): Promise<void> {
  await db
    .insertInto('cohort')
    .values([cohortRow(cohort), cohortRow('elsewhere')])
    .execute()
  await db
    .insertInto('learner')
    .values(learners.map((id) => ({ id, created_at: 1, last_seq: 0 })))
    .execute()
}

describeDatabases('the certificates of a cohort', (open) => {
  const told = async (db: Kysely<Database>) => (await cohortCertificates(db, cohort, course)).map(({ id }) => id).sort()

  it('are those of the people who are in it now', async () => {
    const db = await open()
    const learners = ['ada', 'left', 'other']
    await given(db, learners)
    await db
      .insertInto('cohort_member')
      .values([member('ada'), member('left', { ended: 9 }), member('other', { cohort: 'elsewhere' })])
      .execute()
    await db.insertInto('assignment').values(assignment('networking')).execute()
    await db
      .insertInto('certificate')
      .values(learners.map((learner) => certificate(learner, 'networking')))
      .execute()
    expect(await cohortCertificates(db, cohort, course)).toEqual([
      {
        id: 'ada-networking',
        learner: 'ada',
        name: 'Name of ada',
        written: 'ada on paper',
        of: 'networking',
        number: 3,
        title: 'Networking',
        issuedAt: day,
        state: 'valid',
        shared: true,
      },
    ])
  })

  it('are for what is asked of each person in it, and tell nothing of what else they do', async () => {
    const db = await open()
    await given(db, ['ada', 'ben'])
    await db
      .insertInto('cohort_member')
      .values([member('ada'), member('ben')])
      .execute()
    const some = assignment('networking', { people: true })
    await db
      .insertInto('assignment')
      .values([some, assignment('listening', { ended: 9 }), assignment('listening', { cohort: 'elsewhere' })])
      .execute()
    await db.insertInto('assignment_person').values({ assignment_id: some.id, learner_id: 'ada' }).execute()
    const modules = ['networking', 'listening', course.id, 'of an earlier course']
    await db
      .insertInto('certificate')
      .values(['ada', 'ben'].flatMap((actor) => modules.map((module) => certificate(actor, module))))
      .execute()
    expect(await told(db)).toEqual(['ada-networking'])
    // the one of the course says that every module is complete: it is told where all of them are asked
    await db.insertInto('assignment').values(assignment('listening')).execute()
    expect(await told(db)).toEqual(['ada-listening', 'ada-networking', 'ada-small-course', 'ben-listening'])
  })

  it('tell no name where the holder shows none, or shares the certificate no more', async () => {
    const db = await open()
    await given(db, ['ada', 'ben', 'cleo'])
    await db
      .insertInto('cohort_member')
      .values(['ada', 'ben', 'cleo'].map((one) => member(one)))
      .execute()
    await db.insertInto('assignment').values(assignment('networking')).execute()
    await db
      .insertInto('certificate')
      .values([
        certificate('ada', 'networking', { shows_name: 0 }),
        certificate('ben', 'networking', { visibility: 'private' }),
        certificate('cleo', 'networking', { visibility: 'public' }),
      ])
      .execute()
    const all = await cohortCertificates(db, cohort, course)
    expect(Object.fromEntries(all.map(({ learner, written, shared }) => [learner, [written, shared]]))).toEqual({
      ada: [null, true],
      ben: [null, false],
      cleo: ['cleo on paper', true],
    })
  })

  it('are revoked where an administrator said so, and not where a correction replaced an older one', async () => {
    const db = await open()
    await given(db, ['ada', 'ben', 'cleo'])
    await db
      .insertInto('cohort_member')
      .values(['ada', 'ben', 'cleo'].map((one) => member(one)))
      .execute()
    await db.insertInto('assignment').values(assignment('networking')).execute()
    await db
      .insertInto('certificate')
      .values([
        certificate('ada', 'networking', { status_list: 1, status_position: 7 }),
        certificate('ben', 'networking', { status_list: 1, status_position: 8 }),
        certificate('cleo', 'networking'),
      ])
      .execute()
    await db
      .insertInto('status_entry')
      .values([
        entry('ada-networking', 1, 7, 'revoked'),
        entry('ben-networking', 1, 8, null),
        entry('ben-networking', 1, 9, 'replaced'),
        entry('ben-networking', 2, 8, 'replaced'),
      ])
      .execute()
    const all = await cohortCertificates(db, cohort, course)
    expect(Object.fromEntries(all.map(({ learner, state }) => [learner, state]))).toEqual({ ada: 'revoked', ben: 'valid', cleo: 'valid' })
  })

  it('are asked for in two questions, also of two thousand people', async () => {
    const db = await open()
    const learners = Array.from({ length: 2000 }, (_, n) => `l${n}`)
    await given(db, learners)
    await db
      .insertInto('assignment')
      .values([assignment('networking'), assignment('listening')])
      .execute()
    for (let from = 0; from < learners.length; from += 200) {
      const some = learners.slice(from, from + 200)
      await db
        .insertInto('cohort_member')
        .values(some.map((one) => member(one)))
        .execute()
      const rows = some.flatMap((one) => ['networking', 'listening'].map((module) => certificate(one, module)))
      await db.insertInto('certificate').values(rows).execute()
    }
    const asked: string[] = []
    const watch: KyselyPlugin = {
      transformQuery: ({ node }) => {
        asked.push(node.kind)
        return node
      },
      transformResult: async ({ result }) => result,
    }
    expect(await cohortCertificates(db.withPlugin(watch), cohort, course)).toHaveLength(4000)
    expect(asked).toHaveLength(2)
  }, 30_000)
})
