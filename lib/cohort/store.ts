/**
 * Cohorts in the database. Invariants:
 * - a cohort is never deleted: it is archived, and an archived one can be opened again; nothing in it changes meanwhile;
 * - every change locks the cohort first (change-store.ts) and is written down with who did it;
 * - a code belongs to one cohort at a time. A new code makes the old one unknown at once;
 * - a cohort always has a facilitator: the last one cannot be taken out.
 */
import { randomInt } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { newId } from '#lib/account/new-id.ts'
import type { Database } from '#lib/db/schema.ts'
import { type By, writeAudit } from './audit-store.ts'
import { changeCohort } from './change-store.ts'
import { makeCode } from './code.ts'
import { dayIn, endOfDay, startOfDay } from './local-day.ts'
import type { CohortRow } from './relation-store.ts'
import { againstName, againstNote, type Cohort, type CohortForm } from './schema.ts'

export type Refused<Code extends string> = { ok: false; code: Code }
export type Outcome<T, Code extends string> = { ok: true; value: T } | Refused<Code>
export type FormRefusal = 'name_empty' | 'name_too_long' | 'note_too_long' | 'ends_before_start'

export function toCohort(row: CohortRow): Cohort {
  return {
    id: row.id,
    name: row.name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    timeZone: row.time_zone,
    locale: row.locale,
    note: row.note,
    code: row.code,
    codeOpen: row.code_open === 1,
    codeExpiresAt: row.code_expires_at,
    mostMembers: row.most_members,
    createdAt: row.created_at,
    archivedAt: row.archived_at,
    version: row.version,
  }
}

export async function findCohort(db: Kysely<Database>, id: string): Promise<Cohort | undefined> {
  const row = await db.selectFrom('cohort').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toCohort(row)
}

export type CohortInList = Cohort & { members: number; invited: number; assignments: number }

/**
 * The cohorts of a facilitator, or all of them for an administrator; the newest first, archived ones last.
 * `invited`: how many were invited and have not joined.
 */
export async function cohortsOf(db: Kysely<Database>, user: { id: string; role: string }): Promise<CohortInList[]> {
  const rows = await db
    .selectFrom('cohort')
    .selectAll('cohort')
    .select((eb) => [
      eb
        .selectFrom('cohort_member')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('cohort_member.cohort_id', '=', 'cohort.id')
        .where('ended_at', 'is', null)
        .as('members'),
      eb
        .selectFrom('cohort_invitation')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('cohort_invitation.cohort_id', '=', 'cohort.id')
        .where('joined_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .as('invited'),
      eb
        .selectFrom('assignment')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('assignment.cohort_id', '=', 'cohort.id')
        .where('ended_at', 'is', null)
        .as('assignments'),
    ])
    .$if(user.role !== 'administrator', (all) =>
      all.where('cohort.id', 'in', (eb) =>
        eb.selectFrom('cohort_facilitator').select('cohort_id').where('user_id', '=', user.id).where('removed_at', 'is', null),
      ),
    )
    .orderBy('cohort.created_at', 'desc')
    .orderBy('cohort.id')
    .execute()
  const cohorts = rows.map((row) => ({
    ...toCohort(row),
    members: Number(row.members),
    invited: Number(row.invited),
    assignments: Number(row.assignments),
  }))
  return [...cohorts.filter(({ archivedAt }) => archivedAt === null), ...cohorts.filter(({ archivedAt }) => archivedAt !== null)]
}

export async function createCohort(db: Kysely<Database>, by: By, form: CohortForm, now: number): Promise<Outcome<Cohort, FormRefusal>> {
  const against = againstForm(form)
  if (against) return { ok: false, code: against }
  return db.transaction().execute(async (trx) => {
    const row: CohortRow = {
      id: newId(),
      ...columnsOf(form),
      code: await freshCode(trx),
      code_open: 1,
      created_by: by.id,
      created_at: now,
      archived_at: null,
      version: 1,
    }
    await trx.insertInto('cohort').values(row).execute()
    await trx
      .insertInto('cohort_facilitator')
      .values({ cohort_id: row.id, user_id: by.id, added_by: by.id, added_at: now, removed_at: null })
      .execute()
    await writeAudit(trx, by, 'cohort.create', `cohort:${row.id}`, { name: row.name }, now)
    return { ok: true, value: toCohort(row) }
  })
}

/** What is due at the end of a day stays due at the end of that day, also where the time zone changes. */
export function editCohort(
  db: Kysely<Database>,
  by: By,
  cohortId: string,
  form: CohortForm,
  now: number,
): Promise<Outcome<Cohort, FormRefusal | 'cohort_archived' | 'not_found'>> {
  const against = againstForm(form)
  if (against) return Promise.resolve({ ok: false, code: against })
  return changeOpen(db, cohortId, async (trx, before) => {
    if (before.time_zone !== form.timeZone) await moveDays(trx, before, form.timeZone)
    const row = await update(trx, cohortId, columnsOf(form, before))
    await writeAudit(trx, by, 'cohort.edit', `cohort:${cohortId}`, { name: row.name }, now)
    return { ok: true, value: toCohort(row) }
  })
}

/** Opens or closes the code, and says until the end of which day it is good. What is not given stays. */
export function setCode(
  db: Kysely<Database>,
  by: By,
  cohortId: string,
  given: { open?: boolean | undefined; expiresOn?: string | null | undefined },
  now: number,
): Promise<Outcome<Cohort, 'cohort_archived' | 'not_found'>> {
  return changeOpen(db, cohortId, async (trx, before) => {
    const { open = before.code_open === 1, expiresOn } = given
    const until = expiresOn == null ? null : endOfDay(expiresOn, before.time_zone)
    const row = await update(trx, cohortId, { code_open: open ? 1 : 0, ...(expiresOn === undefined ? {} : { code_expires_at: until }) })
    await writeAudit(trx, by, open ? 'cohort.code.open' : 'cohort.code.close', `cohort:${cohortId}`, { ...given }, now)
    return { ok: true, value: toCohort(row) }
  })
}

/** Another code; the one before is unknown from now on. It is open. */
export function newCode(
  db: Kysely<Database>,
  by: By,
  cohortId: string,
  now: number,
): Promise<Outcome<Cohort, 'cohort_archived' | 'not_found'>> {
  return changeOpen(db, cohortId, async (trx, before) => {
    // who asks for a new code wants one that can be used
    const until = before.code_expires_at !== null && before.code_expires_at < now ? null : before.code_expires_at
    const row = await update(trx, cohortId, { code: await freshCode(trx), code_open: 1, code_expires_at: until })
    await writeAudit(trx, by, 'cohort.code.new', `cohort:${cohortId}`, {}, now)
    return { ok: true, value: toCohort(row) }
  })
}

/** Archives a cohort or takes it out again; doing it twice changes nothing. */
export function setArchived(
  db: Kysely<Database>,
  by: By,
  cohortId: string,
  archived: boolean,
  now: number,
): Promise<Outcome<Cohort, 'not_found'>> {
  return db.transaction().execute(async (trx): Promise<Outcome<Cohort, 'not_found'>> => {
    const before = await changeCohort(trx, cohortId)
    if (!before) return { ok: false, code: 'not_found' }
    if ((before.archived_at !== null) === archived) return { ok: true, value: toCohort(before) }
    const row = await update(trx, cohortId, { archived_at: archived ? now : null })
    await writeAudit(trx, by, archived ? 'cohort.archive' : 'cohort.unarchive', `cohort:${cohortId}`, {}, now)
    return { ok: true, value: toCohort(row) }
  })
}

export type Facilitator = { id: string; name: string; email: string; addedAt: number }

/** Those who may be one: who is no facilitator of the site any more leads nothing and sees nothing. */
export async function facilitatorsOf(db: Kysely<Database>, cohortId: string): Promise<Facilitator[]> {
  const rows = await db
    .selectFrom('cohort_facilitator as guide')
    .innerJoin('auth_user', 'auth_user.id', 'guide.user_id')
    .select(['auth_user.id', 'auth_user.name', 'auth_user.email', 'guide.added_at'])
    .where('guide.cohort_id', '=', cohortId)
    .where('guide.removed_at', 'is', null)
    .where('auth_user.role', 'in', ['facilitator', 'administrator'])
    .orderBy('guide.added_at')
    .orderBy('auth_user.id')
    .execute()
  return rows.map(({ added_at, ...row }) => ({ ...row, addedAt: added_at }))
}

/**
 * Somebody else who facilitates the cohort. They have to be a facilitator of the site already: who has no account and who is a
 * learner look the same from here, so that nobody finds out who has one.
 */
export function addFacilitator(
  db: Kysely<Database>,
  by: By,
  cohortId: string,
  email: string,
  now: number,
): Promise<Outcome<Facilitator[], 'cohort_archived' | 'not_found' | 'no_such_facilitator'>> {
  return changeOpen(db, cohortId, async (trx) => {
    const user = await trx.selectFrom('auth_user').select(['id', 'name', 'role']).where('email', '=', email).executeTakeFirst()
    if (!user || (user.role !== 'facilitator' && user.role !== 'administrator')) return { ok: false, code: 'no_such_facilitator' }
    const added = { added_by: by.id, added_at: now, removed_at: null }
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('cohort_facilitator')
      .values({ cohort_id: cohortId, user_id: user.id, ...added })
      .onConflict((conflict) =>
        conflict.columns(['cohort_id', 'user_id']).doUpdateSet(added).where('cohort_facilitator.removed_at', 'is not', null),
      )
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows)
      await writeAudit(trx, by, 'cohort.facilitator.add', `cohort:${cohortId}`, { user: user.id, name: user.name }, now)
    return { ok: true, value: await facilitatorsOf(trx, cohortId) }
  })
}

export function removeFacilitator(
  db: Kysely<Database>,
  by: By,
  cohortId: string,
  userId: string,
  now: number,
): Promise<Outcome<Facilitator[], 'cohort_archived' | 'not_found' | 'last_facilitator'>> {
  return changeOpen(db, cohortId, async (trx) => {
    const guides = await facilitatorsOf(trx, cohortId)
    const one = guides.find(({ id }) => id === userId)
    if (!one) return { ok: false, code: 'not_found' }
    if (guides.length === 1) return { ok: false, code: 'last_facilitator' }
    await trx
      .updateTable('cohort_facilitator')
      .set({ removed_at: now })
      .where('cohort_id', '=', cohortId)
      .where('user_id', '=', userId)
      .execute()
    await writeAudit(trx, by, 'cohort.facilitator.remove', `cohort:${cohortId}`, { user: userId, name: one.name }, now)
    return { ok: true, value: guides.filter(({ id }) => id !== userId) }
  })
}

/** A change of a cohort that is not archived, which is locked for it. Where it is refused, nothing is kept. */
export async function changeOpen<T, Code extends string>(
  db: Kysely<Database>,
  cohortId: string,
  change: (trx: Transaction<Database>, cohort: CohortRow) => Promise<Outcome<T, Code>>,
): Promise<Outcome<T, Code | 'cohort_archived' | 'not_found'>> {
  return orBack(db, async (trx): Promise<Outcome<T, Code | 'cohort_archived' | 'not_found'>> => {
    const cohort = await changeCohort(trx, cohortId)
    if (!cohort) return { ok: false, code: 'not_found' }
    if (cohort.archived_at !== null) return { ok: false, code: 'cohort_archived' }
    return change(trx, cohort)
  })
}

/** A transaction that is taken back where its outcome is a refusal. */
export async function orBack<T, Code extends string>(
  db: Kysely<Database>,
  run: (trx: Transaction<Database>) => Promise<Outcome<T, Code>>,
): Promise<Outcome<T, Code>> {
  try {
    return await db.transaction().execute(async (trx) => {
      const outcome = await run(trx)
      if (!outcome.ok) throw new TakenBack(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof TakenBack) return error.outcome as Refused<Code>
    throw error
  }
}

class TakenBack extends Error {
  readonly outcome: Refused<string>
  constructor(outcome: Refused<string>) {
    super(outcome.code)
    this.outcome = outcome
  }
}

function againstForm({ name, note, startsOn, endsOn }: CohortForm): FormRefusal | null {
  const against = againstName(name) ?? againstNote(note)
  if (against) return against
  return startsOn !== null && endsOn !== null && endsOn < startsOn ? 'ends_before_start' : null
}

function expiryOf({ codeExpiresOn, timeZone }: CohortForm, before?: CohortRow): number | null {
  if (codeExpiresOn !== undefined) return codeExpiresOn === null ? null : endOfDay(codeExpiresOn, timeZone)
  const until = before?.code_expires_at ?? null
  return until === null || !before ? null : endOfDay(dayIn(before.time_zone, until), timeZone)
}

function columnsOf(form: CohortForm, before?: CohortRow) {
  return {
    name: form.name,
    starts_on: form.startsOn,
    ends_on: form.endsOn,
    time_zone: form.timeZone,
    locale: form.locale,
    note: form.note,
    most_members: form.mostMembers,
    code_expires_at: expiryOf(form, before),
  }
}

function update(trx: Transaction<Database>, cohortId: string, set: Partial<CohortRow>): Promise<CohortRow> {
  return trx.updateTable('cohort').set(set).where('id', '=', cohortId).returningAll().executeTakeFirstOrThrow()
}

async function moveDays(trx: Transaction<Database>, { id, time_zone: from }: CohortRow, to: string): Promise<void> {
  const rows = await trx.selectFrom('assignment').select(['id', 'opens_at', 'due_at']).where('cohort_id', '=', id).execute()
  for (const { id: assignment, opens_at, due_at } of rows)
    await trx
      .updateTable('assignment')
      .set({
        opens_at: opens_at === null ? null : startOfDay(dayIn(from, opens_at), to),
        due_at: due_at === null ? null : endOfDay(dayIn(from, due_at), to),
      })
      .where('id', '=', assignment)
      .execute()
}

/** One that no cohort has. Of 729 million there are always enough. */
async function freshCode(trx: Transaction<Database>): Promise<string> {
  for (;;) {
    const code = makeCode(randomInt)
    if (!(await trx.selectFrom('cohort').select('id').where('code', '=', code).executeTakeFirst())) return code
  }
}
