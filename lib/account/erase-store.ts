/**
 * Erasing a person: everything that says who they are or what they did, in one transaction. Invariants:
 * - afterwards no row of any table holds their ids, their address or a name they gave. An address counts as theirs where it was proven:
 *   one that was only typed may be somebody else's, whose letters and invitations stay;
 * - the counts that name nobody (how often a choice was taken, how often an option was chosen) stay as they are: what this
 *   record had added is kept as a number of its own, so that counts made again from the log come out the same;
 * - a credential they saved goes on to verify: of what was signed for them, the entry in the status list stays and names nobody;
 * - a request that comes late does not bring them back (lib/statement/erased-store.ts);
 * - what they did for others stays, without them: a cohort they made goes on, made by `erased`.
 */
import { type ExpressionBuilder, type Kysely, sql, type Transaction } from 'kysely'
import { changeCohort } from '#lib/cohort/change-store.ts'
import type { Database } from '#lib/db/schema.ts'
import { countsOf } from '#lib/progress/projections.ts'
import { keepCounts } from '#lib/progress/store.ts'
import { rememberErased } from '#lib/statement/erased-store.ts'
import type { Statement, Verb } from '#lib/statement/schema.ts'
import { holdLearner } from '#lib/statement/store.ts'

/** What stands where somebody's id stood. */
export const nobodyNow = 'erased'

export type Person = {
  learner: string | null
  /** their account, where they have one */
  user: { id: string; email: string } | null
}
export type Erased = {
  statements: number
  certificates: number
  /** cohorts they were in or facilitated */
  cohorts: string[]
}
/** `certificates`: their numbers, for whoever keeps something of them outside the database */
export type EraseOutcome = { ok: true; erased: Erased; certificates: string[] } | { ok: false; code: 'last_administrator' }

/** Without its last administrator nobody could look after the site: that one account cannot go. */
export async function erasePerson(db: Kysely<Database>, { learner, user }: Person, now: number): Promise<EraseOutcome> {
  return db.transaction().execute(async (trx): Promise<EraseOutcome> => {
    // the first write of the transaction, so that whoever stores for this learner waits or has finished
    if (learner !== null) await holdLearner(trx, learner, now)
    if (user && (await isLastAdministrator(trx, user.id))) return { ok: false, code: 'last_administrator' }
    const cohorts = await cohortsOf(trx, learner, user?.id ?? null)
    // whoever watches one of them sees the change
    for (const cohort of cohorts) await changeCohort(trx, cohort)
    const typed = learner === null ? [] : await addressesInCohorts(trx, learner)
    const own = user && (await isProven(trx, user.id)) ? [user.email.toLowerCase()] : []

    await eraseLetters(trx, learner, { own, typed })
    // also the guests who became this record: their cookies may still be in a request
    const former = await trx
      .selectFrom('merged_learner')
      .select('id')
      .where('into_learner', '=', learner ?? '')
      .execute()
    if (learner !== null) await rememberErased(trx, [learner, ...former.map(({ id }) => id)], now)
    const certificates = learner === null ? [] : await eraseCertificates(trx, learner)
    const statements = learner === null ? 0 : await eraseRecord(trx, learner)
    if (user) await eraseAccount(trx, user)
    await eraseTraces(
      trx,
      [learner, user?.id ?? null, ...own, ...certificates].filter((one) => one !== null),
    )
    return { ok: true, erased: { statements, certificates: certificates.length, cohorts }, certificates }
  })
}

async function isLastAdministrator(trx: Transaction<Database>, user: string): Promise<boolean> {
  const rows = await trx.selectFrom('auth_user').select('id').where('role', '=', 'administrator').execute()
  return rows.length === 1 && rows[0]!.id === user
}

/** By a letter that was answered, or by an invitation of staff that was sent there and used. */
async function isProven(trx: Transaction<Database>, user: string): Promise<boolean> {
  const row = await trx
    .selectFrom('auth_user')
    .leftJoin('staff_invitation', (join) =>
      join.onRef('staff_invitation.used_by', '=', 'auth_user.id').on(sql`lower(staff_invitation.email)`, '=', sql`lower(auth_user.email)`),
    )
    .select(['auth_user.emailVerified', 'staff_invitation.id as invitation'])
    .where('auth_user.id', '=', user)
    .executeTakeFirst()
  return row !== undefined && (row.emailVerified === 1 || row.invitation !== null)
}

/** Sorted, so that writers lock them in the same order. */
async function cohortsOf(trx: Transaction<Database>, learner: string | null, user: string | null): Promise<string[]> {
  const joined = await trx
    .selectFrom('cohort_member')
    .select('cohort_id')
    .where('learner_id', '=', learner ?? '')
    .execute()
  const led = await trx
    .selectFrom('cohort_facilitator')
    .select('cohort_id')
    .where('user_id', '=', user ?? '')
    .execute()
  return [...new Set([...joined, ...led].map(({ cohort_id }) => cohort_id))].sort()
}

/** Addresses that stand beside their name in a cohort: given when joining, or invited. Nobody checked that these are theirs. */
async function addressesInCohorts(trx: Transaction<Database>, learner: string): Promise<string[]> {
  const given = await trx.selectFrom('cohort_member').select('email').where('learner_id', '=', learner).execute()
  const invited = await trx.selectFrom('cohort_invitation').select('email').where('joined_learner', '=', learner).execute()
  return [...new Set([...given, ...invited].flatMap(({ email }) => (email ? [email.toLowerCase()] : [])))]
}

async function eraseLetters(
  trx: Transaction<Database>,
  learner: string | null,
  { own, typed }: { own: string[]; typed: string[] },
): Promise<void> {
  if (learner !== null) {
    await trx.deleteFrom('letter').where('learner_id', '=', learner).execute()
    // the letters of invitations that they used
    await trx
      .deleteFrom('letter')
      .where('learner_id', 'is', null)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('cohort_invitation')
            .select('cohort_invitation.id')
            .where('joined_learner', '=', learner)
            .whereRef('cohort_invitation.cohort_id', '=', 'letter.cohort_id')
            .where(sql<boolean>`lower(cohort_invitation.email) = lower(letter.to_address)`),
        ),
      )
      .execute()
  }
  if (own.length > 0) {
    await trx.deleteFrom('letter').where('learner_id', 'is', null).where(sql`lower(to_address)`, 'in', own).execute()
    await trx.deleteFrom('cohort_invitation').where(sql`lower(email)`, 'in', own).execute()
    await trx.deleteFrom('stopped_address').where(sql`lower(address)`, 'in', own).execute()
    await trx.deleteFrom('staff_invitation').where(sql`lower(email)`, 'in', own).execute()
  }
  // an address that nothing else here speaks of is nobody else's
  for (const address of typed) {
    const spoken = (table: 'letter' | 'cohort_invitation' | 'cohort_member' | 'auth_user', column: string) =>
      trx
        .selectFrom(table)
        .select(sql<number>`1`.as('one'))
        .where(sql`lower(${sql.ref(column)})`, '=', address)
        .$if(table === 'cohort_member', (query) => query.where(sql.ref('learner_id'), '!=', learner ?? ''))
        .$if(table === 'cohort_invitation', (query) =>
          query.where(sql<boolean>`(${sql.ref('joined_learner')} is null or ${sql.ref('joined_learner')} <> ${learner ?? ''})`),
        )
        .limit(1)
        .execute()
    const others = [
      ...(await spoken('letter', 'to_address')),
      ...(await spoken('cohort_invitation', 'email')),
      ...(await spoken('cohort_member', 'email')),
      ...(await spoken('auth_user', 'email')),
    ]
    if (others.length === 0) await trx.deleteFrom('stopped_address').where(sql`lower(address)`, '=', address).execute()
  }
}

/**
 * What was signed goes on to be checked by whoever saved it: its entry in the status list stays, with nothing that says whose it was. A
 * reason is in an administrator's own words, which may hold a name.
 * @returns their numbers
 */
async function eraseCertificates(trx: Transaction<Database>, learner: string): Promise<string[]> {
  // the rows first: whoever signs one of them at this moment has finished then, and its entry is there
  const gone = await trx.deleteFrom('certificate').where('actor', '=', learner).returning('id').execute()
  const own = gone.map(({ id }) => id)
  if (own.length > 0) await trx.updateTable('status_entry').set({ certificate: null, reason: '' }).where('certificate', 'in', own).execute()
  return own
}

/** @returns how many statements there were */
async function eraseRecord(trx: Transaction<Database>, learner: string): Promise<number> {
  const rows = await trx
    .selectFrom('statement')
    .select(['id', 'verb', 'object', 'content_hash', 'result', 'at'])
    .where('actor', '=', learner)
    .where('verb', 'in', ['chose', 'responded'])
    .execute()
  await keepCounts(
    trx,
    countsOf(
      rows.map(
        ({ id, verb, object, content_hash, result, at }): Statement => ({
          id,
          verb: verb as Verb,
          object,
          contentHash: content_hash,
          at,
          ...(result === null ? {} : { result: JSON.parse(result) }),
        }),
      ),
    ),
  )
  const statements = await trx.deleteFrom('statement').where('actor', '=', learner).executeTakeFirst()
  await trx.deleteFrom('module_progress').where('actor', '=', learner).execute()
  await trx.deleteFrom('shared_reflection').where('learner_id', '=', learner).execute()
  await trx.deleteFrom('assignment_person').where('learner_id', '=', learner).execute()
  await trx.deleteFrom('cohort_invitation').where('joined_learner', '=', learner).execute()
  await trx.deleteFrom('cohort_member').where('learner_id', '=', learner).execute()
  await trx.updateTable('cohort_member').set({ ended_by: nobodyNow }).where('ended_by', '=', learner).execute()
  await trx.deleteFrom('private_copy').where('learner_id', '=', learner).execute()
  await trx
    .deleteFrom('merged_learner')
    .where((eb) => eb.or([eb('into_learner', '=', learner), eb('id', '=', learner)]))
    .execute()
  await trx.deleteFrom('account_learner').where('learner_id', '=', learner).execute()
  await trx.deleteFrom('learner').where('id', '=', learner).execute()
  return Number(statements.numDeletedRows)
}

async function eraseAccount(trx: Transaction<Database>, { id, email }: { id: string; email: string }): Promise<void> {
  await trx.deleteFrom('account_learner').where('user_id', '=', id).execute()
  for (const table of ['auth_session', 'auth_account', 'auth_two_factor', 'auth_passkey'] as const)
    await trx.deleteFrom(table).where('userId', '=', id).execute()
  for (const one of [id, email, email.toLowerCase()]) {
    await trx
      .deleteFrom('auth_verification')
      .where((eb) => eb.or([endsIn('identifier', one), eb('value', '=', one), saysWhole('value', one)]))
      .execute()
    await trx.deleteFrom('auth_rate_limit').where(endsIn('key', one)).execute()
  }
  await trx.deleteFrom('auth_user').where('id', '=', id).execute()
  await trx.deleteFrom('cohort_facilitator').where('user_id', '=', id).execute()
  await trx.deleteFrom('staff_invitation').where('used_by', '=', id).execute()
  const by = { of: id, now: nobodyNow }
  await trx.updateTable('cohort_facilitator').set({ added_by: by.now }).where('added_by', '=', by.of).execute()
  await trx.updateTable('cohort').set({ created_by: by.now }).where('created_by', '=', by.of).execute()
  await trx.updateTable('cohort_member').set({ ended_by: by.now }).where('ended_by', '=', by.of).execute()
  await trx.updateTable('cohort_invitation').set({ invited_by: by.now }).where('invited_by', '=', by.of).execute()
  await trx.updateTable('assignment').set({ created_by: by.now }).where('created_by', '=', by.of).execute()
  // as with a role that ends: who is gone has no invitation out
  await trx.deleteFrom('staff_invitation').where('invited_by', '=', by.of).where('used_at', 'is', null).execute()
  await trx.updateTable('staff_invitation').set({ invited_by: null }).where('invited_by', '=', by.of).execute()
  await trx.updateTable('audit').set({ by_user: null, by_name: '' }).where('by_user', '=', id).execute()
}

/** That something happened stays in the audit log; whom it was about goes. */
async function eraseTraces(trx: Transaction<Database>, marks: readonly string[]): Promise<void> {
  for (const mark of marks)
    await trx
      .updateTable('audit')
      .set({ object: nobodyNow, detail: '' })
      .where((eb: ExpressionBuilder<Database, 'audit'>) => eb.or([endsIn('object', mark), saysWhole('detail', mark)]))
      .execute()
}

/**
 * Whether a column of JSON has this as one whole string: part of a longer word is somebody else's. Compared sign by sign, since
 * `like` would read some signs as its own.
 */
function saysWhole(column: string, mark: string) {
  return sql<boolean>`replace(${sql.ref(column)}, ${JSON.stringify(mark)}, '') <> ${sql.ref(column)}`
}

/** Whether a column is `<kind>:<mark>`. */
function endsIn(column: string, mark: string) {
  return sql<boolean>`${sql.ref(column)} like ${`%:${mark.replace(/[\\%_]/g, '\\$&')}`} escape '\\'`
}
