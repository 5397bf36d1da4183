import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { mergeGuest } from '#lib/account/merge-store.ts'
import type { Database } from '#lib/db/schema.ts'
import { appendServerStatements, readStatements } from '#lib/statement/store.ts'
import { accountRow } from '#lib/testing/cohort-people.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { smallCourse, smallOutline, smallRules, someDay, statement } from '#lib/testing/small-course.ts'
import type { CourseAchievement, ModuleAchievement } from './schema.ts'
import { findCertificate, findCertificateOf, issueCertificate } from './store.ts'

const achievement: ModuleAchievement = {
  site: 'Common Ground',
  course: 'People',
  courseVersion: '1.0.0',
  module: { slug: 'networking', number: 3, title: 'Networking', motif: 'links' },
  lessons: 2,
  scenario: true,
  passMark: 0.75,
  minutes: 30,
  objectives: ['join people'],
}
const context = { now: someDay, random: (count: number) => randomBytes(count), course: smallCourse }
const request = (actor: string, name = 'Amal Haddad') => ({ actor, module: 'networking', name, achievement, contentHash: 'abcdefabcdef' })

async function satisfy(db: Kysely<Database>, actor: string): Promise<void> {
  const satisfied = statement({ verb: 'satisfied', object: 'networking', result: { completion: true, success: true } })
  await db.transaction().execute((trx) => appendServerStatements(trx, actor, [satisfied], { now: someDay, course: smallCourse }))
}

const wholeCourse: CourseAchievement = {
  site: 'Common Ground',
  course: 'People',
  courseVersion: '1.0.0',
  modules: [
    { number: 3, title: 'Networking' },
    { number: 7, title: 'Listening' },
  ],
  lessons: 3,
  scenarios: 1,
  passMark: 0.75,
  minutes: 60,
  outcomes: ['work with people'],
}
const courseRequest = (actor: string) => ({
  actor,
  module: 'small-course',
  name: 'Amal Haddad',
  achievement: wholeCourse,
  contentHash: 'abcdefabcdef',
})
const wholeContext = { ...context, shapes: smallOutline }

describeDatabases('the certificate of the course', (open) => {
  const say = (db: Kysely<Database>, ...all: ReturnType<typeof statement>[]) =>
    db.transaction().execute((trx) => appendServerStatements(trx, 'amal', all, { now: someDay, course: smallCourse }))
  const satisfied = (module: string) => statement({ verb: 'satisfied', object: module })
  const ticked = (module: string, completion = true) => statement({ verb: 'completed', object: `${module}/plan`, result: { completion } })

  it('is refused until every module is satisfied and every task is done', async () => {
    const db = await open()
    const steps = [satisfied('networking'), ticked('networking'), satisfied('listening'), ticked('listening', false)]
    for (const step of steps) {
      await say(db, step)
      expect(await issueCertificate(db, courseRequest('amal'), wholeContext)).toEqual({ ok: false, code: 'not_satisfied' })
    }
    await say(db, ticked('listening'))
    expect(await issueCertificate(db, courseRequest('amal'), wholeContext)).toMatchObject({
      ok: true,
      outcome: 'issued',
      certificate: { template: 'course', module: 'small-course', achievement: wholeCourse },
    })
    const { statements } = await readStatements(db, 'amal', 0)
    expect(statements.at(-1)).toMatchObject({ verb: 'awarded', object: 'small-course' })
    // the course as a whole is no module, so it has no row of progress
    expect(await db.selectFrom('module_progress').select('module').orderBy('module').execute()).toEqual([
      { module: 'listening' },
      { module: 'networking' },
    ])
  })

  it('stays with its holder when a task is unticked again', async () => {
    const db = await open()
    await say(db, satisfied('networking'), ticked('networking'), satisfied('listening'), ticked('listening'))
    const issued = await issueCertificate(db, courseRequest('amal'), wholeContext)
    await say(db, ticked('listening', false))
    if (!issued.ok) throw new Error(issued.code)
    expect(await findCertificateOf(db, 'amal', 'small-course')).toEqual(issued.certificate)
  })
})

describeDatabases('certificates', (open) => {
  it('are refused while the module is not satisfied, also where another learner satisfied it', async () => {
    const db = await open()
    await satisfy(db, 'sam')
    expect(await issueCertificate(db, request('amal'), context)).toEqual({ ok: false, code: 'not_satisfied' })
    expect(await findCertificateOf(db, 'amal', 'networking')).toBeNull()
    expect((await readStatements(db, 'amal', 0)).statements).toEqual([])
  })

  it('are issued once under twenty requests at the same time, with one awarded statement', async () => {
    const db = await open()
    await satisfy(db, 'amal')
    const issued = await Promise.all(Array.from({ length: 20 }, () => issueCertificate(db, request('amal'), context)))
    const ids = new Set(issued.map((one) => (one.ok ? one.certificate.id : 'refused')))
    expect(ids.size).toBe(1)
    expect(issued.filter((one) => one.ok && one.outcome === 'issued')).toHaveLength(1)
    const { statements } = await readStatements(db, 'amal', 0)
    expect(statements.map(({ verb }) => verb)).toEqual(['satisfied', 'awarded'])
    expect(statements[1]).toMatchObject({ object: 'networking', contentHash: 'abcdefabcdef', result: { completion: true, success: true } })
  })

  it('are one for one completion, also where a guest signs in at that moment', async () => {
    const db = await open()
    const account = accountRow('amal', 'learner')
    await db.insertInto('auth_user').values(account).execute()
    for (let n = 0; n < 12; n++) {
      const [guest, learner] = [`guest-${n}`, `learner-${n}`]
      await db.deleteFrom('account_learner').execute()
      await db.insertInto('learner').values({ id: learner, created_at: someDay, last_seq: 0 }).execute()
      await db.insertInto('account_learner').values({ user_id: account.id, learner_id: learner, linked_at: someDay }).execute()
      await satisfy(db, guest)
      const merge = () => mergeGuest(db, guest, account.id, { now: someDay, course: smallCourse, rules: smallRules })
      const issue = (actor: string) => issueCertificate(db, request(actor), context)
      await Promise.all(n % 2 === 0 ? [issue(guest), merge()] : [merge(), issue(guest)])
      expect(await issue(learner)).toMatchObject({ ok: true })
      expect(await issue(guest)).toEqual({ ok: false, code: 'not_satisfied' })
      // the cookie of the guest is used once more
      await merge()
      const held = await db.selectFrom('certificate').select('actor').where('actor', 'in', [guest, learner]).execute()
      expect(held).toEqual([{ actor: learner }])
      expect(await db.selectFrom('learner').select('id').where('id', '=', guest).execute()).toEqual([])
    }
  })

  it('keep what was achieved as it stood', async () => {
    const db = await open()
    await satisfy(db, 'amal')
    const issued = await issueCertificate(db, request('amal', 'أمل حداد'), context)
    if (!issued.ok) throw new Error(issued.code)
    expect(await findCertificate(db, issued.certificate.id)).toEqual({
      id: issued.certificate.id,
      actor: 'amal',
      module: 'networking',
      name: 'أمل حداد',
      version: 1,
      template: 'module',
      achievement,
      issuedAt: someDay,
      updatedAt: someDay,
      visibility: 'unlisted',
      showsName: true,
    })
  })
})
