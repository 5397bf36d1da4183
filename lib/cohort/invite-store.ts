/**
 * Invitations to a cohort, one for each address. Invariants:
 * - the token of a personal link is made from the invitation's id and the site's secret: the database holds its hash alone, and
 *   whoever writes the letter makes it again;
 * - inviting an address again changes nothing of what became of it, except that an invitation that was withdrawn, or whose person has
 *   left or was taken out, is good again, with the same link.
 */
import { createHmac } from 'node:crypto'
import type { Kysely } from 'kysely'
import { hashOfToken, newId } from '#lib/account/new-id.ts'
import type { Database } from '#lib/db/schema.ts'
import { type By, writeAudit } from './audit-store.ts'
import type { Addressee } from './read-addresses.ts'
import { changeOpen, type Outcome } from './store.ts'

export type Invitation = {
  id: string
  email: string
  name: string
  invitedAt: number
  joinedAt: number | null
  joinedLearner: string | null
  withdrawnAt: number | null
}

/** @param secret of the site */
export function inviteToken(invitationId: string, secret: string): string {
  // The name in front keeps this signature from ever being valid for something else signed with the same secret.
  return createHmac('sha256', secret).update(`cohort-invitation:${invitationId}`).digest('base64url').slice(0, 32)
}

/** The personal link, without the site's address. */
export function invitePath(code: string, invitationId: string, secret: string): string {
  return `/join/${code}?invite=${inviteToken(invitationId, secret)}`
}

export type Invited = { invited: Invitation[]; already: { email: string; line: number; joined: boolean }[] }

/**
 * @returns `invited`: those who were not invited before; `already`: those who were, and whether they have joined
 */
export function invite(
  db: Kysely<Database>,
  by: By,
  cohortId: string,
  people: readonly Addressee[],
  { now, secret }: { now: number; secret: string },
): Promise<Outcome<Invited, 'cohort_archived' | 'not_found'>> {
  return changeOpen(db, cohortId, async (trx) => {
    const known = new Map((await invitationsOf(trx, cohortId)).map((one) => [one.email, one]))
    const members = await trx
      .selectFrom('cohort_member')
      .select(['email', 'learner_id'])
      .where('cohort_id', '=', cohortId)
      .where('ended_at', 'is', null)
      .execute()
    const inside = new Set(members.flatMap(({ email, learner_id }) => [email, learner_id]))
    const value: Invited = { invited: [], already: [] }
    const rows = []
    for (const { email, name, line } of people) {
      const before = known.get(email)
      const joined = inside.has(email) || (before?.joinedLearner != null && inside.has(before.joinedLearner))
      if (joined || (before && before.withdrawnAt === null && before.joinedLearner === null)) {
        value.already.push({ email, line, joined })
        continue
      }
      if (before) {
        const again = { name: name || before.name, invited_by: by.id, invited_at: now }
        const open = { joined_learner: null, joined_at: null, withdrawn_at: null }
        await trx
          .updateTable('cohort_invitation')
          .set({ ...again, ...open })
          .where('id', '=', before.id)
          .execute()
        value.invited.push({ ...before, name: again.name, invitedAt: now, joinedAt: null, joinedLearner: null, withdrawnAt: null })
        continue
      }
      const id = newId()
      rows.push({
        id,
        cohort_id: cohortId,
        email,
        name,
        token_hash: hashOfToken(inviteToken(id, secret)),
        invited_by: by.id,
        invited_at: now,
        joined_learner: null,
        joined_at: null,
        withdrawn_at: null,
      })
      value.invited.push({ id, email, name, invitedAt: now, joinedAt: null, joinedLearner: null, withdrawnAt: null })
    }
    // SQLite takes 32,766 values in one question
    for (let i = 0; i < rows.length; i += 500)
      await trx
        .insertInto('cohort_invitation')
        .values(rows.slice(i, i + 500))
        .execute()
    if (value.invited.length > 0) await writeAudit(trx, by, 'cohort.invite', `cohort:${cohortId}`, { people: value.invited.length }, now)
    return { ok: true, value }
  })
}

/** All of a cohort, the newest first, withdrawn ones too. */
export async function invitationsOf(db: Kysely<Database>, cohortId: string): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('cohort_invitation')
    .selectAll()
    .where('cohort_id', '=', cohortId)
    .orderBy('invited_at', 'desc')
    .orderBy('email')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    name: row.name,
    invitedAt: row.invited_at,
    joinedAt: row.joined_at,
    joinedLearner: row.joined_learner,
    withdrawnAt: row.withdrawn_at,
  }))
}

/** The personal link opens nothing any more. Who has joined with it stays. */
export function withdrawInvitation(
  db: Kysely<Database>,
  by: By,
  cohortId: string,
  invitationId: string,
  now: number,
): Promise<Outcome<null, 'cohort_archived' | 'not_found'>> {
  return changeOpen(db, cohortId, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('cohort_invitation')
      .set({ withdrawn_at: now })
      .where('id', '=', invitationId)
      .where('cohort_id', '=', cohortId)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return { ok: false, code: 'not_found' }
    await writeAudit(trx, by, 'cohort.invite.withdraw', `cohort:${cohortId}`, { invitation: invitationId }, now)
    return { ok: true, value: null }
  })
}
