/** A real write, so that a full disk, a read-only file and a lost server all show. */
import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

export async function writeCheck(db: Kysely<Database>, now: number): Promise<void> {
  await db
    .insertInto('meta')
    .values({ key: 'last_write_check', value: String(now) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: String(now) }))
    .execute()
}
