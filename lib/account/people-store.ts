/** Accounts as an administrator sees them, and the devices of one account. Nothing here says what somebody learned. */
import { type Kysely, sql } from 'kysely'
import { holdsPart } from '#lib/db/holds-part.ts'
import type { Database } from '#lib/db/schema.ts'
import { type Actor, auditAccount } from './audit-store.ts'
import { describeDevice } from './describe-device.ts'
import { type Role, roleOf } from './role.ts'

export type PersonRow = { id: string; name: string; email: string; role: Role; since: number; lastSeen: number | null; twoFactor: boolean }

/**
 * @param search part of a name or address; '' for all
 * @returns staff first, then by name; `more` where there are others
 */
export async function listPeople(db: Kysely<Database>, search: string, most = 100): Promise<{ people: PersonRow[]; more: boolean }> {
  const part = search.trim()
  const rows = await db
    .selectFrom('auth_user')
    .select((eb) => [
      'id',
      'name',
      'email',
      'role',
      'createdAt',
      'twoFactorEnabled',
      eb
        .selectFrom('auth_session')
        .select((session) => session.fn.max('auth_session.updatedAt').as('seen'))
        .whereRef('userId', '=', 'auth_user.id')
        .as('seen'),
    ])
    .$if(part !== '', (query) => query.where((or) => or.or([holdsPart('name', part), holdsPart('email', part)])))
    .orderBy(sql`case role when 'administrator' then 0 when 'facilitator' then 1 else 2 end`)
    .orderBy('name')
    .orderBy('id')
    .limit(most + 1)
    .execute()
  return {
    people: rows.slice(0, most).map(({ id, name, email, role, createdAt, twoFactorEnabled, seen }) => ({
      id,
      name,
      email,
      role: roleOf(role),
      since: Date.parse(createdAt),
      lastSeen: seen ? Date.parse(seen) : null,
      twoFactor: twoFactorEnabled === 1,
    })),
    more: rows.length > most,
  }
}

export type Person = { id: string; name: string; email: string; role: Role }

export async function personByEmail(db: Kysely<Database>, email: string): Promise<Person | null> {
  const row = await db
    .selectFrom('auth_user')
    .select(['id', 'name', 'email', 'role'])
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst()
  return row ? { ...row, role: roleOf(row.role) } : null
}

export async function personById(db: Kysely<Database>, id: string): Promise<{ id: string; name: string; email: string } | null> {
  return (await db.selectFrom('auth_user').select(['id', 'name', 'email']).where('id', '=', id).executeTakeFirst()) ?? null
}

export type AccountState = { emailVerified: boolean; twoFactor: boolean; password: boolean; passkeys: number }

/** Whoever sees other people's work is asked for more than a password. */
export function wantsSecondFactor(role: Role, { password, twoFactor }: AccountState): boolean {
  return role !== 'learner' && password && !twoFactor
}

/** What the account’s own page says of it. */
export async function accountState(db: Kysely<Database>, userId: string): Promise<AccountState> {
  const user = await db.selectFrom('auth_user').select(['emailVerified', 'twoFactorEnabled']).where('id', '=', userId).executeTakeFirst()
  const password = await db
    .selectFrom('auth_account')
    .select('id')
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .where('password', 'is not', null)
    .executeTakeFirst()
  const { n } = await db
    .selectFrom('auth_passkey')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow()
  return {
    emailVerified: user?.emailVerified === 1,
    twoFactor: user?.twoFactorEnabled === 1,
    password: password !== undefined,
    passkeys: Number(n),
  }
}

export type Device = {
  id: string
  device: { browser: string | null; system: string | null }
  since: number
  lastSeen: number
  current: boolean
}

export async function listDevices(db: Kysely<Database>, userId: string, currentSession: string, now: number): Promise<Device[]> {
  const rows = await db
    .selectFrom('auth_session')
    .select(['id', 'userAgent', 'createdAt', 'updatedAt'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', new Date(now).toISOString())
    .orderBy('updatedAt', 'desc')
    .execute()
  return rows.map(({ id, userAgent, createdAt, updatedAt }) => ({
    id,
    device: describeDevice(userAgent),
    since: Date.parse(createdAt),
    lastSeen: Date.parse(updatedAt),
    current: id === currentSession,
  }))
}

/** @returns whether the account had this session */
export async function endSession(db: Kysely<Database>, userId: string, sessionId: string): Promise<boolean> {
  const gone = await db.deleteFrom('auth_session').where('id', '=', sessionId).where('userId', '=', userId).executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** @param keep the session that stays */
export async function endSessions(db: Kysely<Database>, userId: string, keep: string | null): Promise<number> {
  const gone = await db
    .deleteFrom('auth_session')
    .where('userId', '=', userId)
    .$if(keep !== null, (query) => query.where('id', '!=', keep!))
    .executeTakeFirst()
  // a browser that was trusted to need no code is not trusted any more; these rows bear their names (auth-store.ts)
  await db.deleteFrom('auth_verification').where('value', '=', userId).where('identifier', 'like', 'trust-device-%').execute()
  return Number(gone.numDeletedRows)
}

export async function signOutPerson(db: Kysely<Database>, userId: string, by: Actor, now: number): Promise<number> {
  const ended = await endSessions(db, userId, null)
  await auditAccount(db, by, 'account.sign-out', `account:${userId}`, { sessions: ended }, now)
  return ended
}

/**
 * For whoever lost the telephone that makes their codes, and the codes they had written down: the password alone counts again.
 * @returns whether the account asked for a code
 */
export async function dropSecondFactor(db: Kysely<Database>, userId: string, by: Actor, now: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const had = await trx
      .updateTable('auth_user')
      .set({ twoFactorEnabled: 0 })
      .where('id', '=', userId)
      .where('twoFactorEnabled', '=', 1)
      .executeTakeFirst()
    await trx.deleteFrom('auth_two_factor').where('userId', '=', userId).execute()
    if (had.numUpdatedRows === 0n) return false
    await auditAccount(trx, by, 'account.second-factor-off', `account:${userId}`, {}, now)
    return true
  })
}
