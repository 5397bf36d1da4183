/**
 * A request that was under way while its learner was erased must not bring them back. So the hash of an erased id is remembered, beside the
 * other hashes that are kept for hours: ids are drawn at random, so a hash says nothing of anybody and cannot be turned back.
 * Read behind the lock of the learner's row, in the transaction that would make the row anew.
 */
import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { newId } from '#lib/account/new-id.ts'
import type { Database } from '#lib/db/schema.ts'

/** milliseconds; longer than any request is under way */
const rememberedFor = 2 * 60 * 60_000

/** Whose record it is has been erased. app/api/answer.ts makes a refusal of it. */
export class LearnerErased extends Error {
  override name = 'LearnerErased'
}

export async function rememberErased(trx: Transaction<Database>, learners: readonly string[], now: number): Promise<void> {
  await trx
    .deleteFrom('auth_rate_limit')
    .where('key', 'like', 'erased:%')
    .where('lastRequest', '<', now - rememberedFor)
    .execute()
  for (const learner of learners)
    await trx
      .insertInto('auth_rate_limit')
      .values({ id: newId(), key: keyOf(learner), count: 1, lastRequest: now })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ lastRequest: now }))
      .execute()
}

export async function wasErased(db: Kysely<Database>, learner: string): Promise<boolean> {
  const row = await db.selectFrom('auth_rate_limit').select('key').where('key', '=', keyOf(learner)).executeTakeFirst()
  return row !== undefined
}

function keyOf(learner: string): string {
  return `erased:${createHash('sha256').update(`erased:${learner}`).digest('base64url')}`
}
