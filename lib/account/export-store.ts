/**
 * Everything that is stored about one person, as one plain object: what `/api/me/export` sends as a file. The README of
 * app/[locale]/me says what each part is. Left out, and said so in the file: what only guards the account (hashes of passwords, keys, tokens), and the draw
 * of a check, whose seed would undo the shuffle that hides its key.
 */
import { type Kysely, type Selectable, sql } from 'kysely'
import { bySelf } from '#lib/cohort/join-store.ts'
import type { CertificateTable, Database } from '#lib/db/schema.ts'
import { isOfCohort } from '#lib/letter/kinds.ts'
import { readStatements } from '#lib/statement/store.ts'

/** Goes up when a part is renamed or leaves; a new part does not raise it. */
export const exportVersion = 1

/** The parts that hold something of the person, as the page “Me” explains them. */
export const partsOfFile = [
  ...['learner', 'account', 'devices', 'statements', 'progress', 'certificates', 'cohorts', 'invitations', 'facilitates', 'letters'],
  ...['stoppedAddresses', 'privateCopies', 'audit'],
] as const

export type PersonalRecord = Awaited<ReturnType<typeof exportPerson>>

/** @param at when it was asked for, Unix milliseconds; all times in the file are ISO 8601, UTC */
export async function exportPerson(
  db: Kysely<Database>,
  { learner, user }: { learner: string | null; user: { id: string; email: string } | null },
  { at, site }: { at: number; site: string },
) {
  const who = learner ?? ''
  const account = user ? await db.selectFrom('auth_user').selectAll().where('id', '=', user.id).executeTakeFirst() : undefined
  const certificates = await db.selectFrom('certificate').selectAll().where('actor', '=', who).orderBy('issued_at').execute()
  const progress = await db.selectFrom('module_progress').selectAll().where('actor', '=', who).orderBy('module').execute()
  const copies = await db.selectFrom('private_copy').selectAll().where('learner_id', '=', who).orderBy('key').execute()
  const row = learner ? await db.selectFrom('learner').selectAll().where('id', '=', learner).executeTakeFirst() : undefined
  // an address that nobody has checked may be somebody else's, whose letters hold links that let them in
  const address = account?.emailVerified === 1 ? account.email.toLowerCase() : null
  return {
    what: `Everything that ${site} stores about you. What each part is, stands in app/[locale]/me/README.md of the site’s source, and in short on the page “Me”.`,
    version: exportVersion,
    madeAt: iso(at),
    leftOut: [
      'passwords, keys and tokens, which only guard the account',
      'the draw of a check',
      ...(account && address === null ? ['letters and invitations to an address that has not been confirmed, unless they led you in'] : []),
    ],
    learner: row ? { id: row.id, since: iso(row.created_at) } : null,
    account: account
      ? {
          id: account.id,
          name: account.name,
          email: account.email,
          emailChecked: account.emailVerified === 1,
          role: account.role,
          secondFactor: account.twoFactorEnabled === 1,
          madeAt: account.createdAt,
          changedAt: account.updatedAt,
          signsInBy: await waysIn(db, account.id),
          passkeys: await passkeysOf(db, account.id),
        }
      : null,
    devices: account ? await devicesOf(db, account.id) : [],
    statements: learner ? await statementsOf(db, learner) : [],
    progress: progress.map(({ actor: _actor, scenario_endings, reached_at, satisfied_at, last_at, ...rest }) => ({
      ...rest,
      scenario_endings: JSON.parse(scenario_endings) as unknown,
      reached_at: iso(reached_at),
      satisfied_at: iso(satisfied_at),
      last_at: iso(last_at),
    })),
    certificates: await Promise.all(certificates.map((row) => certificateOf(db, row))),
    cohorts: await cohortsOf(db, who),
    invitations: await invitationsOf(db, who, address),
    facilitates: user ? await facilitatedBy(db, user.id) : [],
    letters: await lettersOf(db, who, address),
    stoppedAddresses: address === null ? [] : await stopsOf(db, address),
    privateCopies: copies.map(({ key, value, version, updated_at }) => ({
      key,
      value: parsed(value),
      version,
      changedAt: iso(updated_at),
    })),
    audit: await auditOf(
      db,
      user,
      certificates.map(({ id }) => `certificate:${id}`),
    ),
  }
}

/** With the credential as it was signed, and what became of it and of those it took the place of. */
async function certificateOf(
  db: Kysely<Database>,
  {
    actor: _actor,
    achievement,
    credential,
    issued_at,
    updated_at,
    shows_name,
    status_list: _list,
    status_position: _position,
    ...rest
  }: Selectable<CertificateTable>,
) {
  const entries = await db
    .selectFrom('status_entry')
    .selectAll()
    .where('certificate', '=', rest.id)
    .orderBy('created_at')
    .orderBy('list')
    .orderBy('position')
    .execute()
  return {
    ...rest,
    shows_name: shows_name === 1,
    achievement: JSON.parse(achievement) as unknown,
    issued_at: iso(issued_at),
    updated_at: iso(updated_at),
    credential: credential === null ? null : (JSON.parse(credential) as unknown),
    statusEntries: entries.map(({ list, position, created_at, revoked_at, revoked_as, reason }) => ({
      list,
      position,
      signedAt: iso(created_at),
      ended: revoked_at === null ? null : { at: iso(revoked_at), as: revoked_as, reason },
    })),
  }
}

async function waysIn(db: Kysely<Database>, user: string): Promise<string[]> {
  const rows = await db.selectFrom('auth_account').select('providerId').where('userId', '=', user).orderBy('providerId').execute()
  return rows.map(({ providerId }) => (providerId === 'credential' ? 'password' : providerId))
}

async function passkeysOf(db: Kysely<Database>, user: string) {
  return db.selectFrom('auth_passkey').select(['name', 'createdAt as madeAt']).where('userId', '=', user).orderBy('createdAt').execute()
}

async function devicesOf(db: Kysely<Database>, user: string) {
  return db
    .selectFrom('auth_session')
    .select(['createdAt as signedInAt', 'updatedAt as lastUsedAt', 'expiresAt as until', 'userAgent as browser', 'ipAddress as address'])
    .where('userId', '=', user)
    .orderBy('createdAt')
    .execute()
}

/** As they were made, each with when the server got it. */
async function statementsOf(db: Kysely<Database>, learner: string) {
  const all: Record<string, unknown>[] = []
  for (let since = 0; ; ) {
    const page = await readStatements(db, learner, since)
    for (const { actor: _actor, seq: _seq, at, receivedAt, result, ...statement } of page.statements) {
      const { draw, ...given } = result ?? {}
      const ofCheck = statement.object.split('/')[1] === 'quiz'
      all.push({
        ...statement,
        ...(result ? { result: ofCheck || draw === undefined ? given : result } : {}),
        at: iso(at),
        receivedAt: iso(receivedAt),
      })
    }
    if (!page.more) return all
    since = page.next
  }
}

async function cohortsOf(db: Kysely<Database>, learner: string) {
  const rows = await db
    .selectFrom('cohort_member')
    .innerJoin('cohort', 'cohort.id', 'cohort_member.cohort_id')
    .select([
      'cohort.id',
      'cohort.name as cohort',
      'cohort.time_zone',
      'cohort_member.name',
      'cohort_member.email',
      'cohort_member.joined_at',
      'cohort_member.ended_at',
      'cohort_member.ended_by',
    ])
    .where('cohort_member.learner_id', '=', learner)
    .orderBy('cohort_member.joined_at')
    .execute()
  return Promise.all(
    rows.map(async ({ id, cohort, time_zone, name, email, joined_at, ended_at, ended_by }) => ({
      id,
      cohort,
      timeZone: time_zone,
      nameGiven: name,
      emailGiven: email,
      joinedAt: iso(joined_at),
      ended: ended_at === null ? null : { at: iso(ended_at), by: ended_by === bySelf ? 'you' : 'a facilitator' },
      assignments: await assignmentsOf(db, id, learner),
      reflectionsShown: (
        await db
          .selectFrom('shared_reflection')
          .select(['object', 'words', 'shared_at'])
          .where('cohort_id', '=', id)
          .where('learner_id', '=', learner)
          .orderBy('object')
          .execute()
      ).map(({ shared_at, ...rest }) => ({ ...rest, shownAt: iso(shared_at) })),
    })),
  )
}

async function assignmentsOf(db: Kysely<Database>, cohort: string, learner: string) {
  const rows = await db
    .selectFrom('assignment')
    .leftJoin('assignment_person', (join) =>
      join.onRef('assignment_person.assignment_id', '=', 'assignment.id').on('assignment_person.learner_id', '=', learner),
    )
    .select(['module', 'opens_at', 'due_at', 'pass_mark', 'attempts_allowed', 'ended_at'])
    .where('cohort_id', '=', cohort)
    .where((eb) => eb.or([eb('everyone', '=', 1), eb('assignment_person.learner_id', 'is not', null)]))
    .orderBy('position')
    .execute()
  return rows.map(({ module, opens_at, due_at, pass_mark, attempts_allowed, ended_at }) => ({
    module,
    opensAt: iso(opens_at),
    dueAt: iso(due_at),
    passMark: pass_mark,
    attemptsAllowed: attempts_allowed,
    endedAt: iso(ended_at),
  }))
}

async function invitationsOf(db: Kysely<Database>, learner: string, email: string | null) {
  const rows = await db
    .selectFrom('cohort_invitation')
    .innerJoin('cohort', 'cohort.id', 'cohort_invitation.cohort_id')
    .select(['cohort.name as cohort', 'email', 'cohort_invitation.name', 'invited_at', 'joined_at', 'withdrawn_at'])
    .where((eb) => eb.or([eb('joined_learner', '=', learner), eb(sql`lower(email)`, '=', email ?? '')]))
    .orderBy('invited_at')
    .execute()
  return rows.map(({ cohort, email: address, name, invited_at, joined_at, withdrawn_at }) => ({
    cohort,
    email: address,
    name,
    invitedAt: iso(invited_at),
    joinedAt: iso(joined_at),
    withdrawnAt: iso(withdrawn_at),
  }))
}

async function facilitatedBy(db: Kysely<Database>, user: string) {
  const rows = await db
    .selectFrom('cohort_facilitator')
    .innerJoin('cohort', 'cohort.id', 'cohort_facilitator.cohort_id')
    .select(['cohort.name as cohort', 'added_at', 'removed_at'])
    .where('user_id', '=', user)
    .orderBy('added_at')
    .execute()
  return rows.map(({ cohort, added_at, removed_at }) => ({ cohort, since: iso(added_at), until: iso(removed_at) }))
}

/** About them, or to the address of their account. */
async function lettersOf(db: Kysely<Database>, learner: string, email: string | null) {
  const rows = await db
    .selectFrom('letter')
    .select(['kind', 'to_address', 'to_name', 'subject', 'body', 'state', 'due_at', 'sent_at', 'created_at'])
    .where((eb) => eb.or([eb('learner_id', '=', learner), eb(sql`lower(to_address)`, '=', email ?? '')]))
    .orderBy('created_at')
    .execute()
  return rows.map(({ kind, to_address, to_name, subject, body, state, due_at, sent_at, created_at }) => ({
    kind,
    to: to_address,
    toName: to_name,
    subject,
    // a link that lets in whoever has it is no part of a file that may lie about
    body: isOfCohort(kind) ? body : null,
    state,
    dueAt: iso(due_at),
    sentAt: iso(sent_at),
    writtenAt: iso(created_at),
  }))
}

async function stopsOf(db: Kysely<Database>, address: string) {
  const rows = await db.selectFrom('stopped_address').selectAll().where(sql`lower(address)`, '=', address).execute()
  return rows.map(({ at, ...rest }) => ({ ...rest, since: iso(at) }))
}

/** @param things of theirs, as the log calls them */
async function auditOf(db: Kysely<Database>, user: { id: string } | null, things: readonly string[]) {
  const rows = await db
    .selectFrom('audit')
    .select(['at', 'action', 'object', 'detail', 'by_user'])
    .where((eb) =>
      eb.or([
        ...(user ? [eb('by_user', '=', user.id), sql<boolean>`replace(object, ${user.id}, '') <> object`] : []),
        ...(things.length > 0 ? [eb('object', 'in', things)] : []),
      ]),
    )
    .orderBy('at')
    .execute()
  return rows.map(({ at, by_user, ...rest }) => ({
    at: iso(at),
    by: user !== null && by_user === user.id ? 'you' : 'somebody else',
    ...rest,
  }))
}

function iso(at: number): string
function iso(at: number | null): string | null
function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
