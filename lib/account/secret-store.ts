/**
 * Whether this server has the secret that the database was last used with. With another one everybody is signed out, guests begin anew
 * and second factors cannot be read; with several servers each would undo the others' cookies. Kept is a signature, never the secret.
 */
import { createHmac } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'

const key = 'secret_mark'

/** Remembers this secret. @returns whether the one before was another */
export async function isOtherSecret(db: Kysely<Database>, secret: string): Promise<boolean> {
  const value = createHmac('sha256', secret).update('common-ground:secret-mark').digest('base64url')
  return db.transaction().execute(async (trx) => {
    const before = await trx.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst()
    await trx
      .insertInto('meta')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
    return before !== undefined && before.value !== value
  })
}
