/**
 * The link that makes the first administrator. Several may be open at once, one for each server that started; they all end when
 * there is an administrator. Only hashes are stored.
 */
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import { type Actor, auditAccount } from './audit-store.ts'
import { hashOfToken, newId } from './new-id.ts'

const prefix = 'setup_link:'

export async function isSetUp(db: Kysely<Database>): Promise<boolean> {
  const one = await db.selectFrom('auth_user').select('id').where('role', '=', 'administrator').limit(1).executeTakeFirst()
  return one !== undefined
}

/** @returns a token, or null where there is an administrator already. A start keeps the links of other starts open, but not for ever. */
export async function makeSetupToken(db: Kysely<Database>, now: number): Promise<string | null> {
  if (await isSetUp(db)) return null
  const token = newId()
  const open = await db
    .selectFrom('meta')
    .select('key')
    .where('key', 'like', `${prefix}%`)
    .orderBy('value', 'desc')
    .offset(9)
    .limit(100)
    .execute()
  if (open.length > 0)
    await db
      .deleteFrom('meta')
      .where(
        'key',
        'in',
        open.map(({ key }) => key),
      )
      .execute()
  await db
    .insertInto('meta')
    .values({ key: prefix + hashOfToken(token), value: String(now) })
    .execute()
  return token
}

export async function isSetupToken(db: Kysely<Database>, token: string): Promise<boolean> {
  if (await isSetUp(db)) return false
  const row = await db
    .selectFrom('meta')
    .select('key')
    .where('key', '=', prefix + hashOfToken(token))
    .executeTakeFirst()
  return row !== undefined
}

/** Makes this account the administrator and closes the set-up. @returns false where somebody was faster */
export async function finishSetup(db: Kysely<Database>, token: string, userId: string, now: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    // One row for all tokens, held to the end: two at once come one after the other.
    await trx
      .insertInto('meta')
      .values({ key: 'setup_lock', value: String(now) })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: String(now) }))
      .execute()
    const taken = await trx
      .deleteFrom('meta')
      .where('key', '=', prefix + hashOfToken(token))
      .executeTakeFirst()
    if (taken.numDeletedRows === 0n || (await isSetUp(trx))) return false
    const { name } = await trx
      .updateTable('auth_user')
      .set({ role: 'administrator' })
      .where('id', '=', userId)
      .returning('name')
      .executeTakeFirstOrThrow()
    await trx.deleteFrom('meta').where('key', 'like', `${prefix}%`).execute()
    const by: Actor = { id: userId, name }
    await auditAccount(trx, by, 'site.setup', `account:${userId}`, { role: 'administrator' }, now)
    return true
  })
}
