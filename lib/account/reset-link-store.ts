/** A link with which somebody chooses a new password, made by an administrator who hands it over. Written down, and shown once. */
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import { passwordAddress } from './addresses.ts'
import { type Actor, auditAccount } from './audit-store.ts'
import { makePasswordToken } from './auth-store.ts'

export async function makeResetLink(
  db: Kysely<Database>,
  baseUrl: string,
  userId: string,
  by: Actor,
  now: number,
): Promise<{ address: string; until: number }> {
  // written down first: there is no link that nobody knows of
  await auditAccount(db, by, 'account.reset-link', `account:${userId}`, {}, now)
  const { token, until } = await makePasswordToken(userId, now)
  return { address: passwordAddress(baseUrl, token), until }
}
