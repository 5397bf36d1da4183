/**
 * What the grid of a cohort is made of, from the database: four questions, however many people and modules there are. Each goes
 * from the cohort's members through keys and indexes, so its cost hangs on the cohort and not on the site.
 */
import { type Kysely, sql } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import type { FinishedChecks, GridAssignment, GridFacts, GridMember, GridModule, GridProgress } from './grid.ts'
import { failuresOfConcern } from './stuck.ts'

/** @param modules those of the course */
export async function readGrid(db: Kysely<Database>, cohortId: string, modules: readonly GridModule[]): Promise<GridFacts> {
  const [members, assignments, progress, finished] = await Promise.all([
    readMembers(db, cohortId),
    readAssignments(db, cohortId),
    readProgress(db, cohortId),
    readFinishedChecks(db, cohortId),
  ])
  return { members, assignments, progress, finished, modules }
}

async function readMembers(db: Kysely<Database>, cohortId: string): Promise<GridMember[]> {
  const rows = await db
    .selectFrom('cohort_member')
    .select(['learner_id', 'name', 'email', 'joined_at'])
    .where('cohort_id', '=', cohortId)
    .where('ended_at', 'is', null)
    .execute()
  return rows.map((row) => ({ learner: row.learner_id, name: row.name, email: row.email, joinedAt: row.joined_at }))
}

/** Those in force, each with the people it is for. */
export async function readAssignments(db: Kysely<Database>, cohortId: string): Promise<GridAssignment[]> {
  const rows = await db
    .selectFrom('assignment')
    .leftJoin('assignment_person as person', (join) =>
      join.onRef('person.assignment_id', '=', 'assignment.id').on('assignment.everyone', '=', 0),
    )
    .selectAll('assignment')
    .select('person.learner_id as learner')
    .where('cohort_id', '=', cohortId)
    .where('ended_at', 'is', null)
    .orderBy('position')
    .execute()
  const people = new Map<string, Set<string>>()
  const made = new Map<string, GridAssignment>()
  for (const row of rows) {
    const own = people.get(row.id) ?? new Set<string>()
    people.set(row.id, own)
    if (row.learner !== null) own.add(row.learner)
    made.set(row.id, {
      id: row.id,
      module: row.module,
      people: row.everyone ? null : own,
      position: row.position,
      inOrder: row.in_order === 1,
      opensAt: row.opens_at,
      dueAt: row.due_at,
      attemptsAllowed: row.attempts_allowed,
      createdAt: row.created_at,
    })
  }
  return [...made.values()]
}

/** Only of modules that are assigned here: the rest is the learner's own. */
function readProgress(db: Kysely<Database>, cohortId: string): Promise<GridProgress[]> {
  return db
    .selectFrom('cohort_member as member')
    .innerJoin('module_progress as progress', 'progress.actor', 'member.learner_id')
    .select([
      'progress.actor as learner',
      'progress.module',
      'progress.best_scaled as best',
      'progress.reached_at as reachedAt',
      'progress.satisfied_at as satisfiedAt',
      'progress.last_at as lastAt',
    ])
    .where('member.cohort_id', '=', cohortId)
    .where('member.ended_at', 'is', null)
    .where('progress.module', 'in', (inner) =>
      inner.selectFrom('assignment').select('assignment.module').where('assignment.cohort_id', '=', cohortId).where('ended_at', 'is', null),
    )
    .execute()
}

/** How many attempts were finished, where enough were begun to be of concern. An attempt that was begun and left is no failure. */
async function readFinishedChecks(db: Kysely<Database>, cohortId: string): Promise<FinishedChecks[]> {
  const allowed = sql<number>`(select coalesce(min(attempts_allowed), ${sql.lit(failuresOfConcern)}) from assignment
    where cohort_id = ${cohortId} and ended_at is null)`
  const rows = await db
    .selectFrom('cohort_member as member')
    .innerJoin('module_progress as progress', 'progress.actor', 'member.learner_id')
    .innerJoin('statement', (join) =>
      join
        .onRef('statement.actor', '=', 'progress.actor')
        .on('statement.object', '=', sql<string>`progress.module || '/quiz'`)
        .on('statement.verb', '=', 'finished'),
    )
    .select([
      'progress.actor as learner',
      'progress.module',
      ({ fn }) => fn.countAll<number>().as('times'),
      sql<number>`sum(case when statement.at >= (select min(created_at) from assignment
        where cohort_id = ${cohortId} and ended_at is null and module = progress.module) then 1 else 0 end)`.as('since'),
    ])
    .where('member.cohort_id', '=', cohortId)
    .where('member.ended_at', 'is', null)
    .where('progress.best_scaled', 'is not', null)
    .where('progress.reached_at', 'is', null)
    .where((where) => where.or([where('progress.quiz_attempts', '>=', failuresOfConcern), where('progress.quiz_attempts', '>=', allowed)]))
    .groupBy(['progress.actor', 'progress.module'])
    .execute()
  return rows.map((row) => ({ ...row, times: Number(row.times), since: Number(row.since) }))
}
