/**
 * Everybody who may knock at a door, and a cohort with all that belongs to one, for tests of who may do what. Each call makes fresh
 * ones, so that nobody sees what the one before has changed.
 */
import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { hashOfToken, newId } from '#lib/account/new-id.ts'
import type { Role } from '#lib/account/role.ts'
import { newLearnerId, signLearner } from '#lib/account/session.ts'
import { sessionCookieName, signToken } from '#lib/account/session-cookie.ts'
import type { Relation } from '#lib/cohort/permissions.ts'
import type { Database } from '#lib/db/schema.ts'
import { someDay } from './small-course.ts'

/** `was`: what somebody was to the cohort, and is not any more. */
export type Kind = { title: string; role: Role | 'guest'; relation: Relation; stranger?: true; was?: 'member' | 'facilitator' | 'demoted' }

export const everybody: readonly Kind[] = [
  { title: 'a stranger', role: 'guest', relation: 'none', stranger: true },
  { title: 'a guest', role: 'guest', relation: 'none' },
  { title: 'a guest in the cohort', role: 'guest', relation: 'member' },
  { title: 'a learner of the cohort', role: 'learner', relation: 'member' },
  { title: 'a learner of another cohort', role: 'learner', relation: 'none' },
  { title: 'a learner who was taken out', role: 'learner', relation: 'none', was: 'member' },
  { title: 'one who is no facilitator of the site any more', role: 'learner', relation: 'none', was: 'demoted' },
  { title: 'a facilitator of another cohort', role: 'facilitator', relation: 'none' },
  { title: 'one who facilitated the cohort once', role: 'facilitator', relation: 'none', was: 'facilitator' },
  { title: 'a facilitator of the cohort', role: 'facilitator', relation: 'facilitator' },
  { title: 'an administrator', role: 'administrator', relation: 'none' },
]

/** What somebody can ask about; ids. */
export type Place = {
  cohort: string
  code: string
  /** facilitates the cohort, made it, and is not the one who asks */
  guide: string
  guideEmail: string
  /** in the cohort */
  learner: string
  /** was taken out */
  removed: string
  invitation: string
  inviteToken: string
  assignment: string
  /** to be a facilitator of the site */
  staffInvitation: string
}

export type Asker = { user: string | null; learner: string | null; session: string | null; cookie: string | null }

const iso = new Date(someDay).toISOString()
const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** Ids that are nobody's. */
export function nowhere(): Place {
  const [cohort, guide, invitation, assignment] = [newId(), newId(), newId(), newId()]
  const staffInvitation = newId()
  const [learner, removed] = [newLearnerId(randomBytes(16)), newLearnerId(randomBytes(16))]
  const code = Array.from(randomBytes(6), (byte) => letters[byte % letters.length]).join('')
  const inviteToken = newId()
  return {
    cohort,
    code,
    guide,
    guideEmail: `${guide}@relief.example`,
    learner,
    removed,
    invitation,
    inviteToken,
    assignment,
    staffInvitation,
  }
}

/** A cohort with two facilitators, a member, one who was taken out, an invitation, an assignment of `module`. */
export async function makePlace(db: Kysely<Database>, module = 'networking'): Promise<Place> {
  const place = nowhere()
  const second = newId()
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('learner')
      .values([place.learner, place.removed].map((id) => ({ id, created_at: someDay, last_seq: 0 })))
      .execute()
    await trx
      .insertInto('auth_user')
      .values([accountRow(place.guide, 'facilitator'), accountRow(second, 'facilitator')])
      .execute()
    await trx
      .insertInto('cohort')
      .values({
        id: place.cohort,
        name: 'Autumn',
        starts_on: null,
        ends_on: null,
        time_zone: 'Asia/Dhaka',
        locale: 'en',
        note: '',
        code: place.code,
        code_open: 1,
        code_expires_at: null,
        most_members: null,
        created_by: place.guide,
        created_at: someDay,
        archived_at: null,
        version: 1,
      })
      .execute()
    await trx
      .insertInto('cohort_facilitator')
      .values([place.guide, second].map((user) => facilitatorRow(place, user)))
      .execute()
    await trx
      .insertInto('cohort_member')
      .values([memberRow(place, place.learner), { ...memberRow(place, place.removed), ended_at: someDay, ended_by: place.guide }])
      .execute()
    await trx
      .insertInto('cohort_invitation')
      .values({
        id: place.invitation,
        cohort_id: place.cohort,
        email: `${place.invitation}@relief.example`,
        name: '',
        token_hash: hashOfToken(place.inviteToken),
        invited_by: place.guide,
        invited_at: someDay,
        joined_learner: null,
        joined_at: null,
        withdrawn_at: null,
      })
      .execute()
    await trx
      .insertInto('assignment')
      .values({
        id: place.assignment,
        cohort_id: place.cohort,
        module,
        everyone: 1,
        position: 1,
        in_order: 0,
        opens_at: null,
        due_at: null,
        pass_mark: null,
        attempts_allowed: null,
        created_by: place.guide,
        created_at: someDay,
        updated_at: someDay,
        ended_at: null,
      })
      .execute()
    await trx
      .insertInto('staff_invitation')
      .values({
        id: place.staffInvitation,
        email: `${place.staffInvitation}@relief.example`,
        role: 'facilitator',
        token_hash: place.staffInvitation,
        invited_by: null,
        created_at: someDay,
        expires_at: Date.now() + 86_400_000,
        used_at: null,
        used_by: null,
      })
      .execute()
  })
  return place
}

/** @param joins in the cohort whatever else they are to it */
export async function makeAsker(db: Kysely<Database>, kind: Kind, place: Place, secret: string, joins = false): Promise<Asker> {
  if (kind.stranger) return { user: null, learner: null, session: null, cookie: null }
  const learner = newLearnerId(randomBytes(16))
  const member = joins || kind.relation === 'member'
  return db.transaction().execute(async (trx) => {
    await trx.insertInto('learner').values({ id: learner, created_at: someDay, last_seq: 0 }).execute()
    if (member) await trx.insertInto('cohort_member').values(memberRow(place, learner)).execute()
    if (kind.was === 'member')
      await trx
        .insertInto('cohort_member')
        .values({ ...memberRow(place, learner), ended_at: someDay, ended_by: place.guide })
        .execute()
    if (kind.role === 'guest') return { user: null, learner, session: null, cookie: `cg_guest=${signLearner(learner, secret)}` }
    const [user, session, token] = [newId(), newId(), newId()]
    await trx.insertInto('auth_user').values(accountRow(user, kind.role)).execute()
    await trx
      .insertInto('auth_session')
      .values({
        id: session,
        token,
        userId: user,
        createdAt: new Date().toISOString(),
        updatedAt: new Date().toISOString(),
        expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
        ipAddress: null,
        userAgent: null,
      })
      .execute()
    await trx.insertInto('account_learner').values({ user_id: user, learner_id: learner, linked_at: someDay }).execute()
    if (kind.relation === 'facilitator' || kind.was === 'demoted')
      await trx.insertInto('cohort_facilitator').values(facilitatorRow(place, user)).execute()
    if (kind.was === 'facilitator')
      await trx
        .insertInto('cohort_facilitator')
        .values({ ...facilitatorRow(place, user), removed_at: someDay })
        .execute()
    return { user, learner, session, cookie: `${sessionCookieName}=${signToken(token, secret)}` }
  })
}

export function accountRow(id: string, role: Role) {
  const email = `${id}@relief.example`
  return { id, name: `Ms ${id}`, email, emailVerified: 0, image: null, createdAt: iso, updatedAt: iso, twoFactorEnabled: 0, role }
}

function memberRow({ cohort }: Place, learner: string) {
  return { cohort_id: cohort, learner_id: learner, name: 'Amal', email: null, joined_at: someDay, ended_at: null, ended_by: null }
}

function facilitatorRow({ cohort, guide }: Place, user: string) {
  return { cohort_id: cohort, user_id: user, added_by: guide, added_at: someDay, removed_at: null }
}
