/**
 * Invitations to be a facilitator or an administrator, and roles. Invariants: an invitation counts once and ends after two
 * weeks; it gives a role and never takes one; it ends with the role of whoever invited; the last administrator keeps theirs; each
 * act is in the audit log.
 */
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import { type Actor, auditAccount } from './audit-store.ts'
import { hashOfToken, newId } from './new-id.ts'
import { type Role, roleOf, roles } from './role.ts'

const invitationLasts = 14 * 24 * 60 * 60 * 1000

export type StaffInvitation = { id: string; email: string; role: Role; createdAt: number; expiresAt: number; usedAt: number | null }

/** @returns the token, which nobody can read again */
export async function inviteStaff(
  db: Kysely<Database>,
  { email, role, by, now }: { email: string; role: Role; by: Actor; now: number },
): Promise<{ id: string; token: string; until: number }> {
  const token = newId()
  const id = newId()
  const until = now + invitationLasts
  await db.transaction().execute(async (trx) => {
    // asked again: the newest link is the one that counts
    await trx.deleteFrom('staff_invitation').where('email', '=', email).where('used_at', 'is', null).execute()
    await trx
      .insertInto('staff_invitation')
      .values({
        id,
        email,
        role,
        token_hash: hashOfToken(token),
        invited_by: by.id,
        created_at: now,
        expires_at: until,
        used_at: null,
        used_by: null,
      })
      .execute()
    await auditAccount(trx, by, 'staff.invite', `invitation:${id}`, { email, role }, now)
  })
  return { id, token, until }
}

export async function listInvitations(db: Kysely<Database>): Promise<StaffInvitation[]> {
  const rows = await db.selectFrom('staff_invitation').selectAll().orderBy('created_at', 'desc').limit(200).execute()
  return rows.map(({ id, email, role, created_at, expires_at, used_at }) => ({
    id,
    email,
    role: roleOf(role),
    createdAt: created_at,
    expiresAt: expires_at,
    usedAt: used_at,
  }))
}

/** @returns false where there is no such open invitation */
export async function withdrawInvitation(db: Kysely<Database>, id: string, by: Actor, now: number): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom('staff_invitation')
      .where('id', '=', id)
      .where('used_at', 'is', null)
      .returning('email')
      .executeTakeFirst()
    if (!gone) return false
    await auditAccount(trx, by, 'staff.withdraw', `invitation:${id}`, { email: gone.email }, now)
    return true
  })
}

/** The invitation behind a token, while it counts. */
export async function openInvitation(
  db: Kysely<Database>,
  token: string,
  now: number,
): Promise<{ id: string; email: string; role: Role; hasAccount: boolean } | null> {
  const row = await db
    .selectFrom('staff_invitation')
    .leftJoin('auth_user', 'auth_user.email', 'staff_invitation.email')
    .select(['staff_invitation.id', 'staff_invitation.email', 'staff_invitation.role', 'auth_user.id as account'])
    .where('token_hash', '=', hashOfToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? { id: row.id, email: row.email, role: roleOf(row.role), hasAccount: row.account !== null } : null
}

/** @returns the role the account has now, or null where the invitation no longer counts */
export async function acceptInvitation(
  db: Kysely<Database>,
  token: string,
  user: { id: string; name: string },
  now: number,
): Promise<Role | null> {
  return db.transaction().execute(async (trx) => {
    const used = await trx
      .updateTable('staff_invitation')
      .set({ used_at: now, used_by: user.id })
      .where('token_hash', '=', hashOfToken(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning(['id', 'role'])
      .executeTakeFirst()
    if (!used) return null
    const { role: before } = await trx.selectFrom('auth_user').select('role').where('id', '=', user.id).executeTakeFirstOrThrow()
    const role = higher(roleOf(before), roleOf(used.role))
    await trx.updateTable('auth_user').set({ role }).where('id', '=', user.id).execute()
    await auditAccount(trx, user, 'staff.join', `account:${user.id}`, { invitation: used.id, role }, now)
    return role
  })
}

export async function setRole(
  db: Kysely<Database>,
  userId: string,
  role: Role,
  by: Actor,
  now: number,
): Promise<'changed' | 'same' | 'not_found' | 'last_administrator'> {
  return db.transaction().execute(async (trx) => {
    const administrators = await lockAdministrators(trx)
    const user = await trx.selectFrom('auth_user').select('role').where('id', '=', userId).executeTakeFirst()
    if (!user) return 'not_found'
    const before = roleOf(user.role)
    if (before === role) return 'same'
    if (before === 'administrator' && administrators.length === 1) return 'last_administrator'
    await trx.updateTable('auth_user').set({ role }).where('id', '=', userId).execute()
    await auditAccount(trx, by, 'account.role', `account:${userId}`, { from: before, to: role }, now)
    if (before === 'administrator') await withdrawOpen(trx, userId, by, now)
    return 'changed'
  })
}

/** Who may invite nobody any more has no invitation out. Those that were taken stay: whoever took one has a role of their own. */
async function withdrawOpen(trx: Transaction<Database>, invitedBy: string, by: Actor, now: number): Promise<void> {
  const open = await trx
    .deleteFrom('staff_invitation')
    .where('invited_by', '=', invitedBy)
    .where('used_at', 'is', null)
    .returning(['id', 'email'])
    .execute()
  for (const { id, email } of open) await auditAccount(trx, by, 'staff.withdraw', `invitation:${id}`, { email }, now)
}

/** Held until the end of the transaction, so that two administrators cannot step each other down at once. */
async function lockAdministrators(trx: Transaction<Database>): Promise<string[]> {
  const rows = await trx
    .updateTable('auth_user')
    .set({ role: 'administrator' })
    .where('id', 'in', trx.selectFrom('auth_user').select('id').where('role', '=', 'administrator').orderBy('id'))
    .where('role', '=', 'administrator')
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

function higher(one: Role, other: Role): Role {
  return roles.indexOf(one) > roles.indexOf(other) ? one : other
}
