/**
 * What opened an account before its owner chose a new password or proved the address, and opens it no longer. Whoever makes an
 * account with somebody else’s address may leave keys in it that outlive its password: passkeys, a second factor, links that are
 * still to be followed, browsers that need no code. Sessions and passwords are ended by better-auth.
 */
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'

/** A new password was chosen by a link. A second factor stays where the address is proven: there the link is only one of two factors. */
export async function dropKeysAtNewPassword(db: Kysely<Database>, userId: string): Promise<void> {
  const user = await db.selectFrom('auth_user').select('emailVerified').where('id', '=', userId).executeTakeFirst()
  if (user?.emailVerified === 1) await dropPasskeys(db, userId)
  else await dropAllKeys(db, userId)
}

/** The address was proven by a link in a letter: until now the account was anybody’s. */
export async function dropAllKeys(db: Kysely<Database>, userId: string): Promise<void> {
  await dropPasskeys(db, userId)
  await db.updateTable('auth_user').set({ twoFactorEnabled: 0 }).where('id', '=', userId).execute()
  await db.deleteFrom('auth_two_factor').where('userId', '=', userId).execute()
}

async function dropPasskeys(db: Kysely<Database>, userId: string): Promise<void> {
  await db.deleteFrom('auth_passkey').where('userId', '=', userId).execute()
  await db.deleteFrom('auth_verification').where('value', '=', userId).execute()
}

/** Whether signing in to this account takes a code after the password: then a link by mail alone does not do. */
export async function asksForCode(db: Kysely<Database>, userId: string): Promise<boolean> {
  const user = await db.selectFrom('auth_user').select('twoFactorEnabled').where('id', '=', userId).executeTakeFirst()
  return user?.twoFactorEnabled === 1
}
