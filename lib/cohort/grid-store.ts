/**
 * What the grid of a cohort is made of, from the database: three questions, however many people and modules there are, and a fourth
 * about the few who may have failed too often. Each goes from the cohort's members through keys and indexes, so its cost hangs on the
 * cohort and not on the site.
 */
import { type Kysely, sql } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import type { FinishedChecks, GridAssignment, GridFacts, GridMember, GridModule, GridProgress } from './grid.ts'
import { failuresOfConcern } from './stuck.ts'

/** @param modules those of the course */
export async function readGrid(db: Kysely<Database>, cohortId: string, modules: readonly GridModule[]): Promise<GridFacts> {
  const [members, assignments, progress] = await Promise.all([
    readMembers(db, cohortId),
    readAssignments(db, cohortId),
    readProgress(db, cohortId),
  ])
  const finished = await readFinishedChecks(db, progress, assignments)
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

/** `attempts`: begun at the module's check */
type Attempted = GridProgress & { attempts: number }

/** Only of modules that are assigned here: the rest is the learner's own. */
function readProgress(db: Kysely<Database>, cohortId: string): Promise<Attempted[]> {
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
      'progress.quiz_attempts as attempts',
    ])
    .where('member.cohort_id', '=', cohortId)
    .where('member.ended_at', 'is', null)
    .where('progress.module', 'in', (inner) =>
      inner.selectFrom('assignment').select('assignment.module').where('assignment.cohort_id', '=', cohortId).where('ended_at', 'is', null),
    )
    .execute()
}

const mostPairs = 5000

/** How many attempts were finished, where enough were begun to be of concern. An attempt that was begun and left is no failure. */
async function readFinishedChecks(
  db: Kysely<Database>,
  progress: readonly Attempted[],
  assignments: readonly GridAssignment[],
): Promise<FinishedChecks[]> {
  const enough = Math.min(failuresOfConcern, ...assignments.flatMap(({ attemptsAllowed }) => attemptsAllowed ?? []))
  const concerning = progress.filter(({ best, reachedAt, attempts }) => best !== null && reachedAt === null && attempts >= enough)
  const found = new Map(concerning.map(({ learner, module }) => [`${learner} ${module}/quiz`, { learner, module, times: 0, since: 0 }]))
  const assignedAt = new Map<string, number>()
  for (const { module, createdAt } of assignments) assignedAt.set(module, Math.min(createdAt, assignedAt.get(module) ?? createdAt))
  for (let i = 0; i < concerning.length; i += mostPairs) {
    const pairs = concerning.slice(i, i + mostPairs).map(({ learner, module }) => sql`(${learner}, ${`${module}/quiz`})`)
    const rows = await db
      .selectFrom('statement')
      .select(['actor', 'object', 'at'])
      .where('verb', '=', 'finished')
      .where(sql<boolean>`(actor, object) in (values ${sql.join(pairs)})`)
      .execute()
    for (const { actor, object, at } of rows) {
      const one = found.get(`${actor} ${object}`)!
      one.times += 1
      if (at >= assignedAt.get(one.module)!) one.since += 1
    }
  }
  return [...found.values()].filter(({ times }) => times > 0)
}
