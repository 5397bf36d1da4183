/**
 * Three people with a row of theirs in every table that can hold one, for tests of what is stored about somebody. Mei is the
 * administrator and made the cohort; all three are in it.
 */
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import { someDay } from './small-course.ts'

/** A person with a word that stands in everything that is theirs and in nothing else. */
export const person = (word: string, digit: string) => ({
  learner: digit.repeat(32),
  former: `${digit}0`.repeat(16),
  user: { id: `user-${word}`, email: `${word}@relief.example` },
  name: `Ms ${word[0]!.toUpperCase()}${word.slice(1)}`,
  word,
})
export type Somebody = ReturnType<typeof person>
export const amal = person('amalqx', 'a')
export const jonas = person('jonasqx', 'b')
export const mei = person('meiqx', 'c')
export const everybody = [amal, jonas, mei]

/** What names somebody: ids, the word that is in their address, name and secrets. */
export const marksOf = ({ learner, former, word }: Somebody) => [learner, former, word, word[0]!.toUpperCase() + word.slice(1)]
const iso = new Date(someDay).toISOString()
const dated = { createdAt: iso, updatedAt: iso }

/** Rows of everybody's in every table that can hold somebody. Mei, the administrator, made the cohort; the others are in it. */
export async function settle(db: Kysely<Database>): Promise<void> {
  const put = <Table extends keyof Database>(table: Table, row: Record<string, unknown>) =>
    db
      .insertInto(table)
      .values(row as never)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await put('cohort', {
    id: 'cohort-1',
    name: 'Autumn',
    starts_on: null,
    ends_on: null,
    time_zone: 'Asia/Dhaka',
    locale: 'en',
    note: '',
    code: 'ABCDEF',
    code_open: 1,
    code_expires_at: null,
    most_members: null,
    created_by: mei.user.id,
    created_at: someDay,
    archived_at: null,
    version: 7,
  })
  const assignment = {
    id: 'assignment-1',
    cohort_id: 'cohort-1',
    module: 'networking',
    everyone: 0,
    position: 0,
    in_order: 0,
    opens_at: null,
    due_at: null,
    pass_mark: null,
    attempts_allowed: null,
    created_by: mei.user.id,
    created_at: someDay,
    updated_at: someDay,
    ended_at: null,
  }
  await put('assignment', assignment)
  for (const { learner, former, user, name, word } of everybody) {
    await put('learner', { id: learner, created_at: someDay, last_seq: 0 })
    const role = word === mei.word ? 'administrator' : 'facilitator'
    await put('auth_user', { ...user, ...dated, name, emailVerified: 0, image: null, twoFactorEnabled: 0, role })
    const own = { ...dated, userId: user.id }
    await put('auth_session', { ...own, id: `session-${word}`, token: `secret-${word}`, expiresAt: iso, ipAddress: null, userAgent: word })
    await put('auth_account', { ...own, id: `account-${word}`, accountId: user.id, providerId: 'credential', password: `secret-${word}` })
    await put('auth_verification', { ...dated, id: `1-${word}`, identifier: `reset:${user.email}`, value: 'x', expiresAt: iso })
    await put('auth_verification', { ...dated, id: `2-${word}`, identifier: 'x', value: `{"userId":"${user.id}"}`, expiresAt: iso })
    await put('auth_two_factor', { id: `two-${word}`, secret: `secret-${word}`, backupCodes: `secret-${word}`, userId: user.id })
    await put('auth_passkey', {
      id: `key-${word}`,
      publicKey: `secret-${word}`,
      userId: user.id,
      credentialID: `secret-${word}`,
      counter: 0,
      deviceType: 'x',
      backedUp: 0,
    })
    await put('auth_rate_limit', { id: `rate-${word}`, key: `sign-in:${user.email}`, count: 1, lastRequest: someDay })
    await put('account_learner', { user_id: user.id, learner_id: learner, linked_at: someDay })
    await put('merged_learner', { id: former, into_learner: learner, at: someDay })
    const certificate = `cert-${word}`
    const position = word.charCodeAt(0)
    await put('certificate', {
      id: certificate,
      actor: learner,
      module: 'networking',
      name,
      version: 2,
      template: 'module',
      achievement: '{}',
      issued_at: someDay,
      updated_at: someDay,
      credential: JSON.stringify({ id: certificate, credentialSubject: { id: `urn:uuid:${word}` } }),
      status_list: 1,
      status_position: position,
      visibility: 'unlisted',
      shows_name: 1,
      subject: word,
    })
    const entry = { list: 1, certificate, created_at: someDay, revoked_at: someDay + 1 }
    await put('status_entry', { ...entry, position, revoked_as: 'revoked', reason: `It is ${word}’s by mistake.` })
    await put('status_entry', { ...entry, position: position + 1000, revoked_as: 'replaced', reason: '' })
    await put('private_copy', { learner_id: learner, key: 'note', value: word, version: 1, updated_at: someDay })
    await put('cohort_facilitator', { cohort_id: 'cohort-1', user_id: user.id, added_by: user.id, added_at: someDay, removed_at: null })
    await put('cohort_member', {
      cohort_id: 'cohort-1',
      learner_id: learner,
      name,
      email: `typed-${user.email}`,
      joined_at: someDay,
      ended_at: someDay,
      ended_by: 'self',
    })
    await put('cohort_invitation', {
      id: `invitation-${word}`,
      cohort_id: 'cohort-1',
      email: `invited-${user.email}`,
      name,
      token_hash: `secret-${word}`,
      invited_by: user.id,
      invited_at: someDay,
      joined_learner: learner,
      joined_at: someDay,
      withdrawn_at: null,
    })
    await put('assignment_person', { assignment_id: 'assignment-1', learner_id: learner })
    await put('assignment', { ...assignment, id: `assignment-of-${role}`, created_by: user.id })
    await put('shared_reflection', { cohort_id: 'cohort-1', learner_id: learner, object: 'x', words: word, shared_at: someDay })
    for (const [n, address, learnerId] of [
      [1, `Typed-${user.email}`, null],
      [2, `invited-${user.email}`, null],
      [3, user.email.toUpperCase(), null],
      [4, 'facilitator@relief.example', learner],
    ] as const)
      await put('letter', {
        id: `letter-${n}-${word}`,
        once: `letter-${n}-${word}`,
        kind: 'invitation',
        to_address: address,
        to_name: name,
        cohort_id: n === 3 ? null : 'cohort-1',
        learner_id: learnerId,
        subject: word,
        body: word,
        state: 'sent',
        tries: 1,
        due_at: someDay,
        claimed_until: null,
        sent_at: someDay,
        problem: null,
        created_at: someDay,
      })
    for (const address of [`typed-${user.email}`, `invited-${user.email}`, user.email])
      await put('stopped_address', { address, reason: 'unsubscribed', detail: '', at: someDay })
    await put('staff_invitation', {
      id: `staff-${word}`,
      email: user.email,
      role,
      token_hash: `secret-${word}`,
      invited_by: mei.user.id,
      created_at: someDay,
      expires_at: someDay,
      used_at: someDay,
      used_by: user.id,
    })
    const act = { at: someDay, action: 'role.changed' }
    await put('audit', { ...act, id: `1-of-${word.charCodeAt(0)}`, by_user: user.id, by_name: name, object: 'user:somebody', detail: '' })
    await put('audit', {
      ...act,
      id: `2-of-${word.charCodeAt(0)}`,
      by_user: mei.user.id,
      by_name: mei.name,
      object: `user:${user.id}`,
      detail: JSON.stringify({ user: user.id, name }),
    })
    await put('audit', {
      ...act,
      id: `3-of-${word.charCodeAt(0)}`,
      by_user: mei.user.id,
      by_name: mei.name,
      object: 'x',
      detail: JSON.stringify({ email: user.email }),
    })
    await put('audit', {
      ...act,
      id: `4-of-${word.charCodeAt(0)}`,
      by_user: mei.user.id,
      by_name: mei.name,
      action: 'certificate.revoke',
      object: `certificate:${certificate}`,
      detail: JSON.stringify({ certificate, reason: `It is ${word}’s by mistake.` }),
    })
  }
}
