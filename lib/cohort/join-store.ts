/**
 * Who is in a cohort. Invariants:
 * - coming, leaving and being taken out are written down; the row of a member is never deleted but by their own erasure;
 * - the cohort's row is locked before anybody is counted: of two who want the last place, one gets it;
 * - locks are taken learner first, cohort after (as where statements are stored), so that nobody blocks anybody for good.
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import { hashOfToken } from '#lib/account/new-id.ts'
import type { Database } from '#lib/db/schema.ts'
import { lockLearner } from '#lib/statement/store.ts'
import { type By, writeAudit } from './audit-store.ts'
import { changeCohort } from './change-store.ts'
import { readCode } from './code.ts'
import { type Before, type DoorView, decideJoin, isFull, type JoinRefusal } from './join.ts'
import { type CohortRow, isId } from './relation-store.ts'
import { againstAddress, againstName, type Cohort } from './schema.ts'
import { changeOpen, facilitatorsOf, type Outcome, orBack, toCohort } from './store.ts'

/** `ended_by` of who left by themselves; else the id of the account that took them out. */
export const bySelf = 'self'

export type Member = {
  learner: string
  /** as the learner gave it to this group */
  name: string
  email: string | null
  joinedAt: number
  endedAt: number | null
  /** null while they are in */
  ended: 'left' | 'removed' | null
}

/**
 * What is behind a code, for the page that asks for a name.
 * @param learner who asks, where that is known
 * @param invite token of a personal link
 */
export async function lookAtCode(
  db: Kysely<Database>,
  typed: string,
  { learner, invite, now }: { learner: string | null; invite?: string | undefined; now: number },
): Promise<Outcome<DoorView, 'code_unknown'>> {
  const found = await findDoor(db, typed, invite)
  if (!found) return { ok: false, code: 'code_unknown' }
  const { cohort, invitation } = found
  const member = learner === null ? undefined : await memberRow(db, cohort.id, learner)
  const invited = invitation !== undefined && (invitation.joined_learner === null || invitation.joined_learner === learner)
  const state = decideJoin(toCohort(cohort), { members: await countMembers(db, cohort.id), before: beforeOf(member), invited, now })
  const [guides, modules] = await Promise.all([
    facilitatorsOf(db, cohort.id),
    db
      .selectFrom('assignment')
      .select(['module', 'due_at'])
      .where('cohort_id', '=', cohort.id)
      .where('ended_at', 'is', null)
      .where('everyone', '=', 1)
      .orderBy('position')
      .orderBy('created_at')
      .execute(),
  ])
  const { id, name, startsOn, endsOn, timeZone, locale, note, code } = toCohort(cohort)
  const value: DoorView = {
    cohort: { id, name, startsOn, endsOn, timeZone, locale, note, code },
    facilitators: guides.map((one) => one.name),
    modules: modules.map(({ module, due_at }) => ({ module, dueAt: due_at })),
    name: member?.name ?? (invited ? invitation.name : ''),
    email: member?.email ?? (invited ? invitation.email : ''),
    state,
  }
  // a door that is shut says whose it is and whom to ask, and no more
  return { ok: true, value: state.ok ? value : { ...value, cohort: { ...value.cohort, note: '' }, modules: [], name: '', email: '' } }
}

export type Joined = { cohort: Pick<Cohort, 'id' | 'name'>; how: 'new' | 'again' | 'already' }

/**
 * Takes a learner in. Who is in already is told so and nothing changes.
 * @param given `name` as the group is to see it, `email` where they want letters; both already read by their schema
 */
export function joinCohort(
  db: Kysely<Database>,
  learner: string,
  given: { code: string; name: string; email?: string | undefined; invite?: string | undefined },
  now: number,
): Promise<Outcome<Joined, JoinRefusal | 'name_empty' | 'name_too_long' | 'address_wrong'>> {
  return orBack(db, async (trx): Promise<Outcome<Joined, JoinRefusal | 'name_empty' | 'name_too_long' | 'address_wrong'>> => {
    const found = await findDoor(trx, given.code, given.invite)
    if (!found) return { ok: false, code: 'code_unknown' }
    await lockLearner(trx, learner, now)
    const cohort = await changeCohort(trx, found.cohort.id)
    if (!cohort) return { ok: false, code: 'code_unknown' }
    // asked again behind the lock: it may have been withdrawn or used a moment ago
    const invitation = (await findDoor(trx, given.code, given.invite))?.invitation
    const invited = invitation !== undefined && (invitation.joined_learner === null || invitation.joined_learner === learner)
    const member = await memberRow(trx, cohort.id, learner)
    const members = await countMembers(trx, cohort.id)
    const decision = decideJoin(toCohort(cohort), { members, before: beforeOf(member), invited, now })
    if (!decision.ok) return decision
    const value: Joined = { cohort: { id: cohort.id, name: cohort.name }, how: decision.how }
    if (decision.how === 'already') {
      if (invited) await markJoined(trx, cohort.id, learner, invitation.id, null, now)
      return { ok: true, value }
    }
    const email = given.email || (invited ? invitation.email : null)
    const against = againstName(given.name) ?? (email === null ? null : againstAddress(email))
    if (against) return { ok: false, code: against }
    const row = { name: given.name, email, joined_at: now, ended_at: null, ended_by: null }
    await trx
      .insertInto('cohort_member')
      .values({ cohort_id: cohort.id, learner_id: learner, ...row })
      .onConflict((conflict) => conflict.columns(['cohort_id', 'learner_id']).doUpdateSet(row))
      .execute()
    await markJoined(trx, cohort.id, learner, invited ? invitation.id : null, email, now)
    return { ok: true, value }
  })
}

/** Leaves: a facilitator sees that they left, and from now on nothing of what they do. */
export function leaveCohort(db: Kysely<Database>, cohortId: string, learner: string, now: number): Promise<Outcome<null, 'not_found'>> {
  return orBack(db, async (trx): Promise<Outcome<null, 'not_found'>> => {
    const cohort = await changeCohort(trx, cohortId)
    return cohort && (await endMembership(trx, cohortId, learner, bySelf, now))
      ? { ok: true, value: null }
      : { ok: false, code: 'not_found' }
  })
}

export function removeMember(
  db: Kysely<Database>,
  by: By,
  cohortId: string,
  learner: string,
  now: number,
): Promise<Outcome<null, 'not_found' | 'cohort_archived'>> {
  return changeOpen(db, cohortId, async (trx) => {
    if (!isId(learner) || !(await endMembership(trx, cohortId, learner, by.id, now))) return { ok: false, code: 'not_found' }
    // the link they came by does not bring them back; a new invitation does
    await trx
      .updateTable('cohort_invitation')
      .set({ withdrawn_at: now })
      .where('cohort_id', '=', cohortId)
      .where('joined_learner', '=', learner)
      .where('withdrawn_at', 'is', null)
      .execute()
    await writeAudit(trx, by, 'cohort.member.remove', `cohort:${cohortId}`, { learner }, now)
    return { ok: true, value: null }
  })
}

/** Takes back that somebody was taken out. Who left by themselves comes back by themselves. */
export function restoreMember(
  db: Kysely<Database>,
  by: By,
  cohortId: string,
  learner: string,
  now: number,
): Promise<Outcome<null, 'not_found' | 'cohort_archived' | 'cohort_full'>> {
  return changeOpen(db, cohortId, async (trx, cohort) => {
    const member = isId(learner) ? await memberRow(trx, cohortId, learner) : undefined
    if (beforeOf(member) !== 'removed') return { ok: false, code: 'not_found' }
    if (isFull(cohort.most_members, await countMembers(trx, cohortId))) return { ok: false, code: 'cohort_full' }
    await trx
      .updateTable('cohort_member')
      .set({ ended_at: null, ended_by: null })
      .where('cohort_id', '=', cohortId)
      .where('learner_id', '=', learner)
      .execute()
    await writeAudit(trx, by, 'cohort.member.restore', `cohort:${cohortId}`, { learner }, now)
    return { ok: true, value: null }
  })
}

/** Everybody who ever was in, by name; who is in now first. */
export async function membersOf(db: Kysely<Database>, cohortId: string): Promise<Member[]> {
  const rows = await db.selectFrom('cohort_member').selectAll().where('cohort_id', '=', cohortId).execute()
  const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true })
  return rows
    .map((row): Member => {
      const before = beforeOf(row)
      return {
        learner: row.learner_id,
        name: row.name,
        email: row.email,
        joinedAt: row.joined_at,
        endedAt: row.ended_at,
        ended: before === 'left' || before === 'removed' ? before : null,
      }
    })
    .sort(
      (a, b) => Number(a.ended !== null) - Number(b.ended !== null) || byName.compare(a.name, b.name) || (a.learner < b.learner ? -1 : 1),
    )
}

/** The cohorts a learner is in now, archived ones too; the newest first. */
export async function cohortsOfLearner(db: Kysely<Database>, learner: string): Promise<(Cohort & { knownAs: string })[]> {
  const rows = await db
    .selectFrom('cohort_member as member')
    .innerJoin('cohort', 'cohort.id', 'member.cohort_id')
    .selectAll('cohort')
    .select('member.name as known_as')
    .where('member.learner_id', '=', learner)
    .where('member.ended_at', 'is', null)
    .orderBy('member.joined_at', 'desc')
    .orderBy('cohort.id')
    .execute()
  return rows.map(({ known_as, ...row }) => ({ ...toCohort(row), knownAs: known_as }))
}

type MemberRow = { name: string; email: string | null; ended_at: number | null; ended_by: string | null }

function beforeOf(member: MemberRow | undefined): Before {
  if (!member) return 'never'
  if (member.ended_at === null) return 'in'
  return member.ended_by === bySelf ? 'left' : 'removed'
}

/** A personal link leads to its cohort also after the code was changed. */
async function findDoor(db: Kysely<Database>, typed: string, invite: string | undefined) {
  const invitation = invite
    ? await db
        .selectFrom('cohort_invitation')
        .select(['id', 'cohort_id', 'email', 'name', 'joined_learner'])
        .where('token_hash', '=', hashOfToken(invite))
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst()
    : undefined
  const code = readCode(typed)
  let cohort: CohortRow | undefined
  if (invitation) cohort = await db.selectFrom('cohort').selectAll().where('id', '=', invitation.cohort_id).executeTakeFirst()
  else if (code) cohort = await db.selectFrom('cohort').selectAll().where('code', '=', code).executeTakeFirst()
  return cohort && { cohort, invitation }
}

function memberRow(db: Kysely<Database>, cohortId: string, learner: string): Promise<MemberRow | undefined> {
  return db
    .selectFrom('cohort_member')
    .select(['name', 'email', 'ended_at', 'ended_by'])
    .where('cohort_id', '=', cohortId)
    .where('learner_id', '=', learner)
    .executeTakeFirst()
}

async function countMembers(db: Kysely<Database>, cohortId: string): Promise<number> {
  const { n } = await db
    .selectFrom('cohort_member')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('cohort_id', '=', cohortId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(n)
}

async function endMembership(trx: Transaction<Database>, cohortId: string, learner: string, by: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('cohort_member')
    .set({ ended_at: now, ended_by: by })
    .where('cohort_id', '=', cohortId)
    .where('learner_id', '=', learner)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  // what they chose to show, they showed to this group while they were in it
  await trx.deleteFrom('shared_reflection').where('cohort_id', '=', cohortId).where('learner_id', '=', learner).execute()
  return true
}

/**
 * By the personal link, or by the address it was sent to where that is proven to be theirs: nobody is reminded to join who has joined, and
 * nobody ends somebody else's invitation by typing their address.
 */
async function markJoined(
  trx: Transaction<Database>,
  cohortId: string,
  learner: string,
  invitationId: string | null,
  email: string | null,
  now: number,
): Promise<void> {
  const open = trx
    .updateTable('cohort_invitation')
    .set({ joined_learner: learner, joined_at: now })
    .where('cohort_id', '=', cohortId)
    .where('joined_learner', 'is', null)
  if (invitationId !== null) await open.where('id', '=', invitationId).execute()
  if (email === null) return
  const proven = await trx
    .selectFrom('account_learner')
    .innerJoin('auth_user', 'auth_user.id', 'account_learner.user_id')
    .select('auth_user.id')
    .where('account_learner.learner_id', '=', learner)
    .where('auth_user.emailVerified', '=', 1)
    .where(sql`lower(auth_user.email)`, '=', email.toLowerCase())
    .executeTakeFirst()
  if (proven) await open.where(sql`lower(email)`, '=', email.toLowerCase()).execute()
}
