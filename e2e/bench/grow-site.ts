/**
 * A site of many learners, quickly: 24 of the demonstration are played by the course's own machines, and the others are copies of their
 * records. Of statements only those are copied that say what was read, finished and earned: the cohort's page reads no others.
 */
import { type Kysely, sql } from 'kysely'
import { newId } from '#lib/account/new-id.ts'
import { makeDemonstration } from '#lib/command/make-demonstration.ts'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import type { Database } from '#lib/db/schema.ts'

const seed = 'bench'
const copied = ['experienced', 'finished', 'satisfied', 'awarded']
const digits = [...'123456789']

/** An empty database becomes a site of 24 learners, one facilitator who can sign in among them. */
export async function beginSite(db: Kysely<Database>, course: LoadedCourse): Promise<{ email: string; password: string }> {
  const password = 'only for measuring'
  const { signIns } = await makeDemonstration(db, { course, seed, now: Date.now(), password, only: ['middle'] })
  await db.deleteFrom('statement').where('verb', 'not in', copied).execute()
  return { email: signIns[0]!.email, password }
}

/**
 * Nine copies of everybody, whose ids are longer by a mark.
 * @param round another letter each time, so that no id is made twice
 * @returns how many learners there are now: ten times as many as before
 */
export async function growSite(db: Kysely<Database>, round: string): Promise<number> {
  const mark = sql`(${sql.join(
    digits.map((digit) => sql`select ${sql.lit(round + digit)} as mark`),
    sql` union all `,
  )}) marks`
  await db.transaction().execute(async (trx) => {
    await sql`insert into learner (id, created_at, last_seq) select id || mark, created_at, last_seq from learner cross join ${mark}`.execute(
      trx,
    )
    await sql`
      insert into statement (id, actor, seq, verb, object, content_hash, attempt, result, at, received_at)
      select id || mark, actor || mark, seq, verb, object, content_hash, attempt || mark, result, at, received_at
      from statement cross join ${mark}`.execute(trx)
    await sql`
      insert into module_progress
        (actor, module, lessons_done, scenario_runs, scenario_endings, quiz_attempts, best_scaled, reached_at, satisfied_at, last_at)
      select actor || mark, module, lessons_done, scenario_runs, scenario_endings, quiz_attempts, best_scaled, reached_at, satisfied_at, last_at
      from module_progress cross join ${mark}`.execute(trx)
  })
  await sql`analyze`.execute(db)
  const { n } = await db
    .selectFrom('learner')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/**
 * A cohort of that many of the learners there are, with the assignments of the demonstration's cohort. Nobody has an address: the site
 * would be busy with their reminders. @returns its id
 */
export async function addCohort(db: Kysely<Database>, people: number): Promise<string> {
  const [model] = await db.selectFrom('cohort').selectAll().orderBy('created_at').orderBy('id').execute()
  const id = newId()
  await db
    .insertInto('cohort')
    .values({ ...model!, id, code: id, name: `A cohort of ${people}`, created_at: model!.created_at + people })
    .execute()
  const facilitators = await db.selectFrom('auth_user').select('id').where('role', '=', 'facilitator').execute()
  for (const { id: user_id } of facilitators)
    await db
      .insertInto('cohort_facilitator')
      .values({ cohort_id: id, user_id, added_by: user_id, added_at: model!.created_at, removed_at: null })
      .execute()
  const assignments = await db.selectFrom('assignment').selectAll().where('cohort_id', '=', model!.id).execute()
  await db
    .insertInto('assignment')
    .values(assignments.map((one) => ({ ...one, id: newId(), cohort_id: id })))
    .execute()
  const members = await db.selectFrom('cohort_member').selectAll().where('cohort_id', '=', model!.id).execute()
  const learners = await db.selectFrom('learner').select('id').orderBy(sql`length(id)`).orderBy('id').limit(people).execute()
  const rows = learners.map(({ id: learner_id }, i) => {
    const member = members.find((one) => learner_id.startsWith(one.learner_id))!
    return { ...member, cohort_id: id, learner_id, name: `${member.name} ${i}`, email: null, ended_at: null, ended_by: null }
  })
  for (let i = 0; i < rows.length; i += 1000)
    await db
      .insertInto('cohort_member')
      .values(rows.slice(i, i + 1000))
      .execute()
  await sql`analyze`.execute(db)
  return id
}
