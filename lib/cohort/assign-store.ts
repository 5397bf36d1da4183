/**
 * Assignments in the database. Invariants:
 * - an assignment is never deleted: it ends. What was done for it stays the learner's, in their own record, which nothing here writes to;
 * - its module never changes: another module is another assignment;
 * - a module is assigned to everyone once at most; besides, it may be assigned to some people, who get what is kindest of both.
 */
import type { Kysely, Selectable, Transaction } from 'kysely'
import { newId } from '#lib/account/new-id.ts'
import type { AssignmentTable } from '#lib/db/people-schema.ts'
import type { Database } from '#lib/db/schema.ts'
import type { AssignedRule } from '#lib/quiz/assigned-rules.ts'
import { type AssignRefusal, againstAssignment } from './assign.ts'
import { type By, writeAudit } from './audit-store.ts'
import { endOfDay, startOfDay } from './local-day.ts'
import type { CohortRow } from './relation-store.ts'
import type { Assignment, AssignmentForm, Cohort } from './schema.ts'
import { type Asked, type AssignmentStanding, type Did, inOrder, ruleOf, standings } from './standing.ts'
import { changeOpen, type Outcome, toCohort } from './store.ts'

type Row = Selectable<AssignmentTable>
/** What assigning has to know of the course. */
export type CourseFacts = { modules: readonly string[]; passMark: number }

/** Assigns modules, in this order, after what is assigned already. */
export function assign(
  db: Kysely<Database>,
  by: By,
  cohortId: string,
  { modules, ...form }: AssignmentForm & { modules: readonly string[] },
  { course, now }: { course: CourseFacts; now: number },
): Promise<Outcome<Assignment[], AssignRefusal | 'cohort_archived' | 'not_found'>> {
  return changeOpen(db, cohortId, async (trx, cohort) => {
    const before = await assignmentsOf(trx, cohortId)
    const facts = { course, modules, members: await membersAmong(trx, cohortId, form.people), others: before }
    const against = againstAssignment(form, facts)
    if (against) return { ok: false, code: against }
    const last = Math.max(0, ...before.map(({ position }) => position))
    const made: string[] = []
    for (const [i, module] of [...new Set(modules)].entries()) {
      const id = newId()
      made.push(id)
      const row: Row = {
        id,
        cohort_id: cohortId,
        module,
        position: last + 1 + i,
        ...columnsOf(form, cohort),
        created_by: by.id,
        created_at: now,
        updated_at: now,
        ended_at: null,
      }
      await trx.insertInto('assignment').values(row).execute()
      await setPeople(trx, id, form)
    }
    await writeAudit(trx, by, 'cohort.assign', `cohort:${cohortId}`, { modules, everyone: form.everyone, people: form.people.length }, now)
    return { ok: true, value: (await assignmentsOf(trx, cohortId)).filter(({ id }) => made.includes(id)) }
  })
}

export function changeAssignment(
  db: Kysely<Database>,
  by: By,
  cohortId: string,
  id: string,
  form: AssignmentForm,
  { course, now }: { course: CourseFacts; now: number },
): Promise<Outcome<Assignment, AssignRefusal | 'cohort_archived' | 'not_found'>> {
  return changeOpen(db, cohortId, async (trx, cohort) => {
    const before = await assignmentsOf(trx, cohortId)
    const one = before.find((other) => other.id === id)
    if (!one) return { ok: false, code: 'not_found' }
    // who was given it once keeps it, also after they left: they may come back
    const members = new Set([...(await membersAmong(trx, cohortId, form.people)), ...one.people])
    const others = before.filter((other) => other.id !== id)
    const against = againstAssignment(form, {
      course: { ...course, modules: [...course.modules, one.module] },
      modules: [one.module],
      members,
      others,
    })
    if (against) return { ok: false, code: against }
    await trx
      .updateTable('assignment')
      .set({ ...columnsOf(form, cohort), updated_at: now })
      .where('id', '=', id)
      .execute()
    await trx.deleteFrom('assignment_person').where('assignment_id', '=', id).execute()
    await setPeople(trx, id, form)
    await writeAudit(trx, by, 'cohort.assign.change', `cohort:${cohortId}`, { assignment: id, module: one.module }, now)
    return { ok: true, value: (await assignmentsOf(trx, cohortId)).find((other) => other.id === id)! }
  })
}

/** Nobody is asked for it any more. */
export function endAssignment(
  db: Kysely<Database>,
  by: By,
  cohortId: string,
  id: string,
  now: number,
): Promise<Outcome<null, 'cohort_archived' | 'not_found'>> {
  return changeOpen(db, cohortId, async (trx) => {
    const one = (await assignmentsOf(trx, cohortId)).find((other) => other.id === id)
    if (!one) return { ok: false, code: 'not_found' }
    await trx.updateTable('assignment').set({ ended_at: now, updated_at: now }).where('id', '=', id).execute()
    await writeAudit(trx, by, 'cohort.assign.end', `cohort:${cohortId}`, { assignment: id, module: one.module }, now)
    return { ok: true, value: null }
  })
}

/** @param ids of all assignments in force, in the order they are to have */
export function orderAssignments(
  db: Kysely<Database>,
  by: By,
  cohortId: string,
  ids: readonly string[],
  now: number,
): Promise<Outcome<Assignment[], 'cohort_archived' | 'not_found' | 'malformed'>> {
  return changeOpen(db, cohortId, async (trx) => {
    const before = await assignmentsOf(trx, cohortId)
    if (ids.length !== before.length || new Set(ids).size !== ids.length || !before.every(({ id }) => ids.includes(id)))
      return { ok: false, code: 'malformed' }
    for (const [i, id] of ids.entries())
      await trx
        .updateTable('assignment')
        .set({ position: i + 1 })
        .where('id', '=', id)
        .execute()
    await writeAudit(trx, by, 'cohort.assign.order', `cohort:${cohortId}`, {}, now)
    return { ok: true, value: await assignmentsOf(trx, cohortId) }
  })
}

/** Those in force, in order. */
export async function assignmentsOf(db: Kysely<Database>, cohortId: string): Promise<Assignment[]> {
  const rows = await db.selectFrom('assignment').selectAll().where('cohort_id', '=', cohortId).where('ended_at', 'is', null).execute()
  const some = rows.filter(({ everyone }) => everyone === 0).map(({ id }) => id)
  const people =
    some.length === 0
      ? []
      : await db.selectFrom('assignment_person').selectAll().where('assignment_id', 'in', some).orderBy('learner_id').execute()
  return inOrder(
    rows.map((row) =>
      toAssignment(
        row,
        people.filter(({ assignment_id }) => assignment_id === row.id).map(({ learner_id }) => learner_id),
      ),
    ),
  )
}

export type AskedOfLearner = AssignmentStanding &
  Pick<Assignment, 'id' | 'module' | 'opensAt' | 'dueAt' | 'passMark' | 'attemptsAllowed'> & {
    cohort: Pick<Cohort, 'id' | 'name' | 'timeZone'>
  }

/** All that is asked of a learner in the cohorts they are in, with where they stand: for their own pages. In the order of due dates. */
export async function assignmentsFor(db: Kysely<Database>, learner: string, now: number): Promise<AskedOfLearner[]> {
  const rows = await rowsFor(db, learner)
  if (rows.length === 0) return []
  const cohorts = await db
    .selectFrom('cohort')
    .selectAll()
    .where('id', 'in', [...new Set(rows.map(({ cohort_id }) => cohort_id))])
    .execute()
  const did = await doneBy(db, learner, new Set(rows.map(({ module }) => module)))
  const rules = new Map<string, AssignedRule[]>()
  for (const row of rows) rules.set(row.module, [...(rules.get(row.module) ?? []), ruleOf(toAssignment(row))])
  return cohorts
    .flatMap((cohort) => {
      const own = rows.filter((row) => row.cohort_id === cohort.id).map((row) => toAssignment(row))
      const found = standings(own, did, now, rules)
      const { id, name, timeZone } = toCohort(cohort)
      return inOrder(own).map((one) => ({
        id: one.id,
        module: one.module,
        opensAt: one.opensAt,
        dueAt: one.dueAt,
        passMark: one.passMark,
        attemptsAllowed: one.attemptsAllowed,
        cohort: { id, name, timeZone },
        ...found.get(one.id)!,
      }))
    })
    .sort((a, b) => (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY) || 0)
}

/** What assignments ask of this learner at the check of a module: for the quiz server. Empty: the course's own rules. */
export async function quizRulesFor(db: Kysely<Database>, learner: string, module: string): Promise<AssignedRule[]> {
  return (await rowsFor(db, learner, module)).map((row) => ruleOf(toAssignment(row)))
}

/** In force, of cohorts that are not archived and that the learner is in now. */
async function rowsFor(db: Kysely<Database>, learner: string, module?: string): Promise<Row[]> {
  return db
    .selectFrom('cohort_member as member')
    .innerJoin('cohort', 'cohort.id', 'member.cohort_id')
    .innerJoin('assignment', 'assignment.cohort_id', 'cohort.id')
    .leftJoin('assignment_person as person', (join) =>
      join.onRef('person.assignment_id', '=', 'assignment.id').onRef('person.learner_id', '=', 'member.learner_id'),
    )
    .selectAll('assignment')
    .where('member.learner_id', '=', learner)
    .where('member.ended_at', 'is', null)
    .where('cohort.archived_at', 'is', null)
    .where('assignment.ended_at', 'is', null)
    .where((eb) => eb.or([eb('assignment.everyone', '=', 1), eb('person.learner_id', 'is not', null)]))
    .$if(module !== undefined, (all) => all.where('assignment.module', '=', module!))
    .execute()
}

/** What a learner did, by module. */
async function doneBy(db: Kysely<Database>, learner: string, modules: ReadonlySet<string>): Promise<Map<string, Did>> {
  const [progress, checks] = await Promise.all([
    db
      .selectFrom('module_progress')
      .select(['module', 'reached_at', 'satisfied_at', 'last_at'])
      .where('actor', '=', learner)
      .where('module', 'in', [...modules])
      .execute(),
    db
      .selectFrom('statement')
      .select(['object', 'verb', 'attempt', 'at'])
      .where('actor', '=', learner)
      .where('verb', 'in', ['started', 'finished'])
      .where(
        'object',
        'in',
        [...modules].map((module) => `${module}/quiz`),
      )
      .execute(),
  ])
  return new Map(
    progress.map(({ module, reached_at, satisfied_at, last_at }) => {
      const own = checks.filter(({ object }) => object === `${module}/quiz`)
      const over = new Set(own.flatMap(({ verb, attempt }) => (verb === 'finished' ? [attempt] : [])))
      const begun = own.filter(({ verb }) => verb === 'started')
      const did: Did = {
        reachedAt: reached_at,
        satisfiedAt: satisfied_at,
        lastAt: last_at,
        attemptsAt: begun.map(({ at }) => at),
        attemptOpen: begun.some(({ attempt }) => !over.has(attempt)),
      }
      return [module, did]
    }),
  )
}

async function membersAmong(trx: Transaction<Database>, cohortId: string, people: readonly string[]): Promise<Set<string>> {
  if (people.length === 0) return new Set()
  const rows = await trx
    .selectFrom('cohort_member')
    .select('learner_id')
    .where('cohort_id', '=', cohortId)
    .where('ended_at', 'is', null)
    .where('learner_id', 'in', [...people])
    .execute()
  return new Set(rows.map(({ learner_id }) => learner_id))
}

async function setPeople(trx: Transaction<Database>, id: string, { everyone, people }: AssignmentForm): Promise<void> {
  if (everyone) return
  const rows = [...new Set(people)].map((learner) => ({ assignment_id: id, learner_id: learner }))
  for (let i = 0; i < rows.length; i += 500)
    await trx
      .insertInto('assignment_person')
      .values(rows.slice(i, i + 500))
      .execute()
}

function columnsOf(form: AssignmentForm, { time_zone }: CohortRow) {
  return {
    everyone: form.everyone ? 1 : 0,
    in_order: form.inOrder ? 1 : 0,
    opens_at: form.opensOn === null ? null : startOfDay(form.opensOn, time_zone),
    due_at: form.dueOn === null ? null : endOfDay(form.dueOn, time_zone),
    pass_mark: form.passMark,
    attempts_allowed: form.attemptsAllowed,
  }
}

function toAssignment(row: Row, people: string[] = []): Assignment & Asked {
  return {
    id: row.id,
    module: row.module,
    everyone: row.everyone === 1,
    people,
    position: row.position,
    inOrder: row.in_order === 1,
    opensAt: row.opens_at,
    dueAt: row.due_at,
    passMark: row.pass_mark,
    attemptsAllowed: row.attempts_allowed,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    endedAt: row.ended_at,
  }
}
