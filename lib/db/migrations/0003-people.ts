/**
 * Accounts, cohorts, assignments, letters. The `auth_…` tables are those of better-auth, in columns both databases share: its dates are
 * ISO text, its truth values 0 and 1. All other times are Unix milliseconds, all days ISO dates.
 */
import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

type Kind = 'text' | 'text?' | 'bigint' | 'bigint?' | 'integer' | 'integer?' | 'double precision?'

/** A table from a list of columns; `?` may be empty. `id` is the key where there is one. */
function table(db: Kysely<unknown>, name: string, columns: Readonly<Record<string, Kind>>): CreateTableBuilder<string, string> {
  let builder = db.schema.createTable(name) as CreateTableBuilder<string, string>
  for (const [column, kind] of Object.entries(columns))
    builder = builder.addColumn(column, sql.raw(kind.replace('?', '')), (one) => {
      if (column === 'id') return one.primaryKey()
      return kind.endsWith('?') ? one : one.notNull()
    })
  return builder
}

async function index(db: Kysely<unknown>, name: string, columns: readonly string[], unique = false): Promise<void> {
  const builder = db.schema
    .createIndex(`${name}_${columns.join('_')}`)
    .on(name)
    .columns([...columns])
  await (unique ? builder.unique() : builder).execute()
}

export const people: Migration = {
  async up(db: Kysely<unknown>) {
    await accounts(db)
    await cohorts(db)
    await letters(db)
    await record(db)
  },
}

async function accounts(db: Kysely<unknown>): Promise<void> {
  await table(db, 'auth_user', {
    id: 'text',
    name: 'text',
    email: 'text',
    emailVerified: 'integer',
    image: 'text?',
    createdAt: 'text',
    updatedAt: 'text',
    twoFactorEnabled: 'integer?',
    role: 'text',
  }).execute()
  await index(db, 'auth_user', ['email'], true)
  await table(db, 'auth_session', {
    id: 'text',
    expiresAt: 'text',
    token: 'text',
    createdAt: 'text',
    updatedAt: 'text',
    ipAddress: 'text?',
    userAgent: 'text?',
    userId: 'text',
  })
    .addForeignKeyConstraint('auth_session_user', ['userId'], 'auth_user', ['id'], (on) => on.onDelete('cascade'))
    .execute()
  await index(db, 'auth_session', ['token'], true)
  await index(db, 'auth_session', ['userId'])
  await table(db, 'auth_account', {
    id: 'text',
    accountId: 'text',
    providerId: 'text',
    userId: 'text',
    accessToken: 'text?',
    refreshToken: 'text?',
    idToken: 'text?',
    accessTokenExpiresAt: 'text?',
    refreshTokenExpiresAt: 'text?',
    scope: 'text?',
    password: 'text?',
    createdAt: 'text',
    updatedAt: 'text',
  })
    .addForeignKeyConstraint('auth_account_user', ['userId'], 'auth_user', ['id'], (on) => on.onDelete('cascade'))
    .execute()
  await index(db, 'auth_account', ['userId'])
  await table(db, 'auth_verification', {
    id: 'text',
    identifier: 'text',
    value: 'text',
    expiresAt: 'text',
    createdAt: 'text',
    updatedAt: 'text',
  }).execute()
  await index(db, 'auth_verification', ['identifier'])
  await table(db, 'auth_two_factor', {
    id: 'text',
    secret: 'text',
    backupCodes: 'text',
    userId: 'text',
    verified: 'integer?',
    failedVerificationCount: 'integer?',
    lockedUntil: 'text?',
  })
    .addForeignKeyConstraint('auth_two_factor_user', ['userId'], 'auth_user', ['id'], (on) => on.onDelete('cascade'))
    .execute()
  await index(db, 'auth_two_factor', ['userId'])
  await table(db, 'auth_passkey', {
    id: 'text',
    name: 'text?',
    publicKey: 'text',
    userId: 'text',
    credentialID: 'text',
    counter: 'integer',
    deviceType: 'text',
    backedUp: 'integer',
    transports: 'text?',
    createdAt: 'text?',
    aaguid: 'text?',
  })
    .addForeignKeyConstraint('auth_passkey_user', ['userId'], 'auth_user', ['id'], (on) => on.onDelete('cascade'))
    .execute()
  await index(db, 'auth_passkey', ['userId'])
  await index(db, 'auth_passkey', ['credentialID'])
  await table(db, 'auth_rate_limit', { id: 'text', key: 'text', count: 'integer', lastRequest: 'bigint' }).execute()
  await index(db, 'auth_rate_limit', ['key'], true)

  // whose record belongs to which account: one learner for one account, for good
  await table(db, 'account_learner', { user_id: 'text', learner_id: 'text', linked_at: 'bigint' })
    .addPrimaryKeyConstraint('account_learner_key', ['user_id'])
    .addForeignKeyConstraint('account_learner_user', ['user_id'], 'auth_user', ['id'], (on) => on.onDelete('cascade'))
    .addForeignKeyConstraint('account_learner_learner', ['learner_id'], 'learner', ['id'])
    .execute()
  await index(db, 'account_learner', ['learner_id'], true)
  // a guest whose record went over into an account's: a device that still has the guest's cookie is told whose it is now
  await table(db, 'merged_learner', { id: 'text', into_learner: 'text', at: 'bigint' }).execute()
  await index(db, 'merged_learner', ['into_learner'])
  // `token_hash` of a link that was sent or shown; used once
  await table(db, 'staff_invitation', {
    id: 'text',
    email: 'text',
    role: 'text',
    token_hash: 'text',
    invited_by: 'text?',
    created_at: 'bigint',
    expires_at: 'bigint',
    used_at: 'bigint?',
    used_by: 'text?',
  }).execute()
  await index(db, 'staff_invitation', ['token_hash'], true)
  await table(db, 'audit', {
    id: 'text',
    at: 'bigint',
    by_user: 'text?',
    by_name: 'text',
    action: 'text',
    object: 'text',
    detail: 'text',
  }).execute()
  await index(db, 'audit', ['at'])
  await index(db, 'audit', ['object'])
  // what somebody with an account chose to keep on the server too: job aids, notes, bookmarks
  await table(db, 'private_copy', { learner_id: 'text', key: 'text', value: 'text', version: 'integer', updated_at: 'bigint' })
    .addPrimaryKeyConstraint('private_copy_key', ['learner_id', 'key'])
    .addForeignKeyConstraint('private_copy_learner', ['learner_id'], 'learner', ['id'])
    .execute()
}

async function cohorts(db: Kysely<unknown>): Promise<void> {
  await table(db, 'cohort', {
    id: 'text',
    name: 'text',
    starts_on: 'text?',
    ends_on: 'text?',
    time_zone: 'text',
    locale: 'text',
    note: 'text',
    code: 'text',
    code_open: 'integer',
    code_expires_at: 'bigint?',
    most_members: 'integer?',
    created_by: 'text',
    created_at: 'bigint',
    archived_at: 'bigint?',
    // goes up with every change of what the grid shows: a page that watches asks for news since this
    version: 'bigint',
  }).execute()
  await index(db, 'cohort', ['code'], true)
  await table(db, 'cohort_facilitator', { cohort_id: 'text', user_id: 'text', added_by: 'text', added_at: 'bigint', removed_at: 'bigint?' })
    .addPrimaryKeyConstraint('cohort_facilitator_key', ['cohort_id', 'user_id'])
    .addForeignKeyConstraint('cohort_facilitator_cohort', ['cohort_id'], 'cohort', ['id'])
    .execute()
  await index(db, 'cohort_facilitator', ['user_id'])
  // leaving and being removed are written down, not deleted
  await table(db, 'cohort_member', {
    cohort_id: 'text',
    learner_id: 'text',
    name: 'text',
    email: 'text?',
    joined_at: 'bigint',
    ended_at: 'bigint?',
    ended_by: 'text?',
  })
    .addPrimaryKeyConstraint('cohort_member_key', ['cohort_id', 'learner_id'])
    .addForeignKeyConstraint('cohort_member_cohort', ['cohort_id'], 'cohort', ['id'])
    .addForeignKeyConstraint('cohort_member_learner', ['learner_id'], 'learner', ['id'])
    .execute()
  await index(db, 'cohort_member', ['learner_id'])
  await table(db, 'cohort_invitation', {
    id: 'text',
    cohort_id: 'text',
    email: 'text',
    name: 'text',
    token_hash: 'text',
    invited_by: 'text',
    invited_at: 'bigint',
    joined_learner: 'text?',
    joined_at: 'bigint?',
    withdrawn_at: 'bigint?',
  })
    .addForeignKeyConstraint('cohort_invitation_cohort', ['cohort_id'], 'cohort', ['id'])
    .execute()
  await index(db, 'cohort_invitation', ['cohort_id', 'email'], true)
  await index(db, 'cohort_invitation', ['token_hash'], true)
  // `everyone` 0: only those in assignment_person
  await table(db, 'assignment', {
    id: 'text',
    cohort_id: 'text',
    module: 'text',
    everyone: 'integer',
    position: 'integer',
    in_order: 'integer',
    opens_at: 'bigint?',
    due_at: 'bigint?',
    pass_mark: 'double precision?',
    attempts_allowed: 'integer?',
    created_by: 'text',
    created_at: 'bigint',
    updated_at: 'bigint',
    ended_at: 'bigint?',
  })
    .addForeignKeyConstraint('assignment_cohort', ['cohort_id'], 'cohort', ['id'])
    .execute()
  await index(db, 'assignment', ['cohort_id'])
  await table(db, 'assignment_person', { assignment_id: 'text', learner_id: 'text' })
    .addPrimaryKeyConstraint('assignment_person_key', ['assignment_id', 'learner_id'])
    .addForeignKeyConstraint('assignment_person_assignment', ['assignment_id'], 'assignment', ['id'])
    .execute()
  // a reflection that its learner chose to show to the facilitators of one cohort
  await table(db, 'shared_reflection', { cohort_id: 'text', learner_id: 'text', object: 'text', words: 'text', shared_at: 'bigint' })
    .addPrimaryKeyConstraint('shared_reflection_key', ['cohort_id', 'learner_id', 'object'])
    .addForeignKeyConstraint('shared_reflection_cohort', ['cohort_id'], 'cohort', ['id'])
    .execute()
}

async function letters(db: Kysely<unknown>): Promise<void> {
  // `once` names what the letter is about, so that the same is never written twice; `claimed_until`: a server is sending it
  await table(db, 'letter', {
    id: 'text',
    once: 'text',
    kind: 'text',
    to_address: 'text',
    to_name: 'text',
    cohort_id: 'text?',
    learner_id: 'text?',
    subject: 'text',
    body: 'text',
    state: 'text',
    tries: 'integer',
    due_at: 'bigint',
    claimed_until: 'bigint?',
    sent_at: 'bigint?',
    problem: 'text?',
    created_at: 'bigint',
  }).execute()
  await index(db, 'letter', ['once'], true)
  await index(db, 'letter', ['state', 'due_at'])
  await index(db, 'letter', ['cohort_id'])
  await index(db, 'letter', ['to_address'])
  // addresses that get no more reminders: unsubscribed, or they bounced
  await table(db, 'stopped_address', { address: 'text', reason: 'text', detail: 'text', at: 'bigint' })
    .addPrimaryKeyConstraint('stopped_address_key', ['address'])
    .execute()
  // jobs that must run in one place at a time
  await table(db, 'job', { name: 'text', held_by: 'text?', held_until: 'bigint?', last_run_at: 'bigint?' })
    .addPrimaryKeyConstraint('job_key', ['name'])
    .execute()
}

async function record(db: Kysely<unknown>): Promise<void> {
  // accounts that both had a certificate become one: both certificates stay valid
  await db.schema.dropIndex('certificate_actor_module').execute()
  await index(db, 'certificate', ['actor', 'module'])
  // anonymous counts of those who erased themselves, so that rebuilding from the log still gives the same rows
  await table(db, 'kept_choice_count', { scene: 'text', choice: 'text', n: 'bigint' })
    .addPrimaryKeyConstraint('kept_choice_count_key', ['scene', 'choice'])
    .execute()
  await table(db, 'kept_response_count', { item: 'text', kind: 'text', value: 'text', n: 'bigint' })
    .addPrimaryKeyConstraint('kept_response_count_key', ['item', 'kind', 'value'])
    .execute()
  // when one of the last attempts failed, for the facilitator's “who needs a word”
  await db.schema.createIndex('statement_object').on('statement').columns(['object', 'verb', 'actor']).execute()
}
