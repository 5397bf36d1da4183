/** Whether somebody who is signed in knows the password of their account: asked again before what cannot be undone. */
import { verifyPassword } from 'better-auth/crypto'
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'

export async function hasPassword(db: Kysely<Database>, user: string): Promise<boolean> {
  return (await hashOf(db, user)) !== null
}

export async function isOwnPassword(db: Kysely<Database>, user: string, password: string): Promise<boolean> {
  const hash = await hashOf(db, user)
  return hash !== null && password !== '' && (await verifyPassword({ hash, password }))
}

async function hashOf(db: Kysely<Database>, user: string): Promise<string | null> {
  const row = await db
    .selectFrom('auth_account')
    .select('password')
    .where('userId', '=', user)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? null
}
