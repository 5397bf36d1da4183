/**
 * Whose record a request is about, in the database. Invariants:
 * - one account has one learner, for good; it is made when it is first needed;
 * - a guest's cookie is worth nothing once that guest's record belongs to an account: who signed out, or found an old browser,
 *   is a new guest and does not see what is the account's.
 */
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import { LearnerErased } from '#lib/statement/erased-store.ts'
import { type Role, roleOf } from './role.ts'

export type SignedIn = {
  user: { id: string; name: string; email: string; role: Role }
  learner: string | null
  session: { id: string; token: string; expiresAt: number; updatedAt: number }
}

/** Who holds this session, or null where it has ended. One query: it stands before every request of a signed-in person. */
export async function readSession(db: Kysely<Database>, token: string, now: number): Promise<SignedIn | null> {
  const row = await db
    .selectFrom('auth_session')
    .innerJoin('auth_user', 'auth_user.id', 'auth_session.userId')
    .leftJoin('account_learner', 'account_learner.user_id', 'auth_user.id')
    .select([
      'auth_session.id as session_id',
      'auth_session.expiresAt',
      'auth_session.updatedAt',
      'auth_user.id',
      'auth_user.name',
      'auth_user.email',
      'auth_user.role',
      'account_learner.learner_id',
    ])
    .where('auth_session.token', '=', token)
    .executeTakeFirst()
  if (!row) return null
  const expiresAt = Date.parse(row.expiresAt)
  if (!(expiresAt > now)) return null
  const { id, name, email } = row
  return {
    user: { id, name, email, role: roleOf(row.role) },
    learner: row.learner_id,
    session: { id: row.session_id, token, expiresAt, updatedAt: Date.parse(row.updatedAt) },
  }
}

/**
 * The account's learner; `fresh` becomes theirs where they have none. Two requests at once get the same one.
 * @throws LearnerErased where the account is gone by now
 */
export async function learnerOfUser(db: Kysely<Database>, userId: string, fresh: string, now: number): Promise<string> {
  const before = await linkedLearner(db, userId)
  if (before) return before
  // the link refers to the account: without it neither is stored
  const linking = db.transaction().execute(async (trx) => {
    await trx
      .insertInto('learner')
      .values({ id: fresh, created_at: now, last_seq: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await trx
      .insertInto('account_learner')
      .values({ user_id: userId, learner_id: fresh, linked_at: now })
      .onConflict((conflict) => conflict.column('user_id').doNothing())
      .execute()
  })
  await linking.catch(async (fault) => {
    const account = await db.selectFrom('auth_user').select('id').where('id', '=', userId).executeTakeFirst()
    throw account ? fault : new LearnerErased()
  })
  return (await linkedLearner(db, userId)) ?? fresh
}

export async function linkedLearner(db: Kysely<Database>, userId: string): Promise<string | null> {
  const row = await db.selectFrom('account_learner').select('learner_id').where('user_id', '=', userId).executeTakeFirst()
  return row?.learner_id ?? null
}

/** Whether this learner is nobody's but the holder of the cookie's. */
export async function isStillGuest(db: Kysely<Database>, learner: string): Promise<boolean> {
  const row = await db
    .selectFrom('account_learner')
    .select('learner_id as id')
    .where('learner_id', '=', learner)
    .union(db.selectFrom('merged_learner').select('id').where('id', '=', learner))
    .executeTakeFirst()
  return row === undefined
}
