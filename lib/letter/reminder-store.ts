/**
 * Reads what the rules need (plan-letters.ts) and writes the letters that they give. Two servers, or the same one twice, may
 * do this at the same time: letters are written one server at a time, and whether an address had one in the last 24 hours is
 * asked again in the transaction that writes.
 */
import type { Kysely, Selectable, Transaction } from 'kysely'
import { type GridModule, makeGrid } from '#lib/cohort/grid.ts'
import { readGrid } from '#lib/cohort/grid-store.ts'
import { invitePath } from '#lib/cohort/invite-store.ts'
import { dayIn } from '#lib/cohort/local-day.ts'
import type { CohortTable } from '#lib/db/people-schema.ts'
import type { Database } from '#lib/db/schema.ts'
import { isLocale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { composeReminder } from './compose-letter.ts'
import { reminderKinds } from './kinds.ts'
import { betweenLetters, type PlanAsked, type PlanCohort, type Planned, planLetters } from './plan-letters.ts'
import { isAwake, knownZone } from './quiet-hours.ts'
import { writeLetter } from './store.ts'
import { stopPage } from './unsubscribe-token.ts'

export type ReminderSite = {
  /** name of the site */
  site: string
  baseUrl: string
  secret: string
  /** of the course, in course order */
  modules: readonly GridModule[]
}
type CohortRow = Selectable<CohortTable>

const cohortKinds = [...reminderKinds, 'invitation']
/** No rule looks further back than an invitation's last reminder and what was covered before it. */
const memory = 400 * 24 * 60 * 60_000
const together = 50

/** @returns how many letters were written */
export async function writeReminders(
  db: Kysely<Database>,
  site: ReminderSite,
  { clock, hurry = () => false }: { clock: () => number; hurry?: () => boolean },
): Promise<number> {
  const now = clock()
  const rows = await db.selectFrom('cohort').selectAll().where('archived_at', 'is', null).orderBy('id').execute()
  const awake = rows.filter((row) => isAwake(row.time_zone, now))
  const cohorts: PlanCohort[] = []
  for (const row of awake) {
    if (hurry()) return 0
    cohorts.push(await readCohort(db, row, site.modules, now))
  }
  const planned = planLetters({ now, cohorts, stopped: await readStopped(db), written: await readWritten(db, now) })
  const byId = new Map(awake.map((row) => [row.id, row]))
  let count = 0
  for (let from = 0; from < planned.length && !hurry(); from += together)
    count += await writePlanned(db, planned.slice(from, from + together), byId, site, now)
  return count
}

async function readCohort(db: Kysely<Database>, row: CohortRow, modules: readonly GridModule[], now: number): Promise<PlanCohort> {
  const facts = await readGrid(db, row.id, modules)
  const grid = makeGrid(facts, now)
  const satisfied = new Map(facts.progress.map(({ learner, module, satisfiedAt }) => [`${learner} ${module}`, satisfiedAt]))
  const asked = new Map(
    grid.rows.map(({ learner, cells }) => [
      learner,
      cells.flatMap((cell, place): PlanAsked[] => {
        const module = grid.columns[place]!.slug
        if (cell.state === 'not-assigned') return []
        const state = cell.state === 'done' ? 'done' : cell.state === 'not-open' ? 'later' : 'open'
        const doneAt = state === 'done' ? (satisfied.get(`${learner} ${module}`) ?? cell.lastAt) : null
        return [{ module, state, dueAt: cell.dueAt, doneAt }]
      }),
    ]),
  )
  // the address of an account is newer than what was typed when joining
  const members = await db
    .selectFrom('cohort_member as member')
    .leftJoin('account_learner as link', 'link.learner_id', 'member.learner_id')
    .leftJoin('auth_user as account', 'account.id', 'link.user_id')
    .select(['member.learner_id', 'member.name', 'member.email', 'account.email as newer', 'member.joined_at', 'member.ended_at'])
    .where('member.cohort_id', '=', row.id)
    .orderBy('member.learner_id')
    .execute()
  const invitations = await db.selectFrom('cohort_invitation').selectAll().where('cohort_id', '=', row.id).orderBy('id').execute()
  return {
    id: row.id,
    timeZone: row.time_zone,
    archivedAt: row.archived_at,
    joinable: isJoinable(row, now),
    members: members.map((one) => ({
      learner: one.learner_id,
      name: one.name,
      address: one.newer ?? one.email,
      joinedAt: one.joined_at,
      endedAt: one.ended_at,
      asked: asked.get(one.learner_id) ?? [],
    })),
    invitations: invitations.map((one) => ({
      id: one.id,
      name: one.name,
      address: one.email,
      invitedAt: one.invited_at,
      joinedAt: one.joined_at,
      withdrawnAt: one.withdrawn_at,
    })),
  }
}

/** Nobody is reminded of a door that was shut, even where a personal link would still open it. */
function isJoinable(row: CohortRow, now: number): boolean {
  const over = row.ends_on !== null && row.ends_on < dayIn(knownZone(row.time_zone), now)
  return row.code_open === 1 && (row.code_expires_at === null || row.code_expires_at > now) && !over
}

async function readStopped(db: Kysely<Database>): Promise<Set<string>> {
  const rows = await db.selectFrom('stopped_address').select('address').execute()
  return new Set(rows.map(({ address }) => address))
}

async function readWritten(db: Kysely<Database>, now: number) {
  const rows = await db
    .selectFrom('letter')
    .select(['once', 'to_address', 'created_at'])
    .where('kind', 'in', cohortKinds)
    .where('created_at', '>', now - memory)
    .execute()
  return rows.map((row) => ({ once: row.once, address: row.to_address, at: row.created_at }))
}

/** One transaction. What was written, stopped or left since the plan was made is seen here. */
async function writePlanned(
  db: Kysely<Database>,
  planned: readonly Planned[],
  cohorts: ReadonlyMap<string, CohortRow>,
  site: ReminderSite,
  now: number,
): Promise<number> {
  const certificates = await readCertificates(db, planned)
  return db.transaction().execute(async (trx) => {
    await oneAtATime(trx)
    let count = 0
    for (const one of planned) {
      const row = cohorts.get(one.cohort)!
      if (await hadLetter(trx, one.address, now)) continue
      const locale = isLocale(row.locale) ? row.locale : 'en'
      const words = composeReminder(one, {
        messages: messagesFor(locale).letter,
        locale,
        site: site.site,
        baseUrl: site.baseUrl,
        cohort: { name: row.name, timeZone: row.time_zone },
        titles: new Map(site.modules.map(({ slug, title }) => [slug, title])),
        certificates: certificates.get(one.learner ?? '') ?? new Map(),
        stopPage: stopPage(one.address, site),
        joinLink: one.invitation === null ? '' : `${site.baseUrl}${invitePath(row.code, one.invitation, site.secret)}`,
      })
      const letter = { once: one.once, kind: one.kind, toAddress: one.address, toName: one.name, ...words, now }
      if (await writeLetter(trx, { ...letter, cohortId: one.cohort, learnerId: one.learner })) count += 1
    }
    return count
  })
}

/** Holds other writers of reminders until this transaction ends: SQLite has one writer anyhow, PostgreSQL locks the row. */
async function oneAtATime(trx: Transaction<Database>): Promise<void> {
  const row = { name: 'letter-writing', held_by: null, held_until: null, last_run_at: null }
  await trx
    .insertInto('job')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ held_by: null }))
    .execute()
}

async function hadLetter(trx: Transaction<Database>, address: string, now: number): Promise<boolean> {
  const row = await trx
    .selectFrom('letter')
    .select('id')
    .where('to_address', '=', address)
    .where('kind', 'in', cohortKinds)
    .where('created_at', '>', now - betweenLetters)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function readCertificates(db: Kysely<Database>, planned: readonly Planned[]): Promise<Map<string, Map<string, string>>> {
  const learners = planned.flatMap(({ kind, learner }) => (kind === 'finished' && learner !== null ? [learner] : []))
  const found = new Map<string, Map<string, string>>()
  if (learners.length === 0) return found
  const rows = await db
    .selectFrom('certificate')
    .select(['id', 'actor', 'module'])
    .where('actor', 'in', learners)
    .orderBy('issued_at')
    .orderBy('id')
    .execute()
  for (const { id, actor, module } of rows) {
    const own = found.get(actor) ?? new Map<string, string>()
    found.set(actor, own.set(module, id))
  }
  return found
}
