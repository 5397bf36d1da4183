/**
 * The letters of a cohort as its facilitators see them: what is to be sent, what was, and what was not, with the addresses that
 * get none. Every question names the cohort, so nobody reads or changes a letter of another one. Letters about accounts belong to no cohort and
 * are shown to no facilitator: they hold links that sign somebody in (troubled-store.ts).
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import { type By, writeAudit } from '#lib/cohort/audit-store.ts'
import type { Database } from '#lib/db/schema.ts'
import { hastenLetters } from './hasten.ts'
import type { LetterState, StopReason } from './kinds.ts'
import { mayTryAgain, type OutboxLetter, type Show, type StoppedAddress } from './outbox.ts'
import { allowAddress } from './queue-store.ts'

const statesOf: Record<Show, readonly LetterState[]> = {
  open: ['waiting', 'kept'],
  sent: ['sent', 'handed'],
  stuck: ['failed', 'withdrawn'],
}

export type Outbox = { letters: OutboxLetter[]; counts: Record<Show, number>; page: number; pages: number }

/** One page of them, the newest first. */
export async function readOutbox(
  db: Kysely<Database>,
  cohortId: string,
  { show, page, perPage }: { show: Show; page: number; perPage: number },
): Promise<Outbox> {
  const groups = await db
    .selectFrom('letter')
    .select(['state', ({ fn }) => fn.countAll<number>().as('n')])
    .where('cohort_id', '=', cohortId)
    .groupBy('state')
    .execute()
  const count = (one: Show) =>
    groups.filter(({ state }) => statesOf[one].includes(state as LetterState)).reduce((sum, { n }) => sum + Number(n), 0)
  const counts = { open: count('open'), sent: count('sent'), stuck: count('stuck') }
  const pages = Math.max(1, Math.ceil(counts[show] / perPage))
  const at = Math.min(Math.max(1, page), pages)
  const rows = await db
    .selectFrom('letter')
    .selectAll()
    .where('cohort_id', '=', cohortId)
    .where('state', 'in', [...statesOf[show]])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(perPage)
    .offset((at - 1) * perPage)
    .execute()
  const letters = rows.map(
    (row): OutboxLetter => ({
      id: row.id,
      kind: row.kind,
      toAddress: row.to_address,
      toName: row.to_name,
      subject: row.subject,
      body: row.body,
      state: row.state as LetterState,
      tries: row.tries,
      createdAt: row.created_at,
      dueAt: row.due_at,
      sentAt: row.sent_at,
      problem: row.problem,
    }),
  )
  return { letters, counts, page: at, pages }
}

/** Addresses of those who are in the cohort or invited to it that get no letters, refused ones first. */
export async function stoppedIn(db: Kysely<Database>, cohortId: string): Promise<StoppedAddress[]> {
  const members = await db
    .selectFrom('cohort_member as member')
    .leftJoin('account_learner as link', 'link.learner_id', 'member.learner_id')
    .leftJoin('auth_user as account', 'account.id', 'link.user_id')
    .innerJoin('stopped_address as stopped', 'stopped.address', sql<string>`lower(coalesce(account.email, member.email))` as never)
    .select(['stopped.address', 'stopped.reason', 'stopped.detail', 'stopped.at', 'member.name'])
    .where('member.cohort_id', '=', cohortId)
    .where('member.ended_at', 'is', null)
    .execute()
  const invited = await db
    .selectFrom('cohort_invitation as invitation')
    .innerJoin('stopped_address as stopped', 'stopped.address', sql<string>`lower(invitation.email)` as never)
    .select(['stopped.address', 'stopped.reason', 'stopped.detail', 'stopped.at', 'invitation.name'])
    .where('invitation.cohort_id', '=', cohortId)
    .where('invitation.joined_at', 'is', null)
    .where('invitation.withdrawn_at', 'is', null)
    .execute()
  const found = new Map([...invited, ...members].map((row) => [row.address, { ...row, reason: row.reason as StopReason }]))
  const byReason = ({ reason }: StoppedAddress) => (reason === 'bounced' ? 0 : 1)
  return [...found.values()].sort((a, b) => byReason(a) - byReason(b) || b.at - a.at || (a.address < b.address ? -1 : 1))
}

/**
 * Somebody sent these by hand. What was sent or ended by then is left as it is; so is what a server is sending at this moment.
 * @returns how many were marked
 */
export async function markHanded(db: Kysely<Database>, cohortId: string, ids: readonly string[], now: number): Promise<number> {
  const done = await db
    .updateTable('letter')
    .set({ state: 'handed' satisfies LetterState, sent_at: now, problem: null })
    .where('cohort_id', '=', cohortId)
    .where('id', 'in', [...ids])
    .where('state', 'in', ['kept', 'waiting', 'failed'] satisfies LetterState[])
    .where('claimed_until', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

/**
 * Puts letters that were given up into the queue again. Who says so says that their addresses are right: one that had refused a letter takes
 * them again.
 * @returns how many
 */
export function tryAgain(db: Kysely<Database>, by: By, cohortId: string, ids: readonly string[], now: number): Promise<number> {
  return thenHasten(
    db.transaction().execute(async (trx) => {
      const rows = await givenUp(trx, cohortId)
        .where('id', 'in', [...ids])
        .execute()
      const chosen = rows.filter((row) => mayTryAgain({ kind: row.kind, state: row.state, createdAt: row.created_at }, now))
      for (const address of new Set(chosen.map((row) => row.to_address))) await allow(trx, by, cohortId, address, now)
      return requeue(trx, chosen, now)
    }),
  )
}

/**
 * A facilitator says that an address that refused a letter is right, and what could not be sent there is tried again. Who asked for no
 * letters stays asked: only they can change that.
 * @returns whether there was anything to allow
 */
export function allowAgain(db: Kysely<Database>, by: By, cohortId: string, address: string, now: number): Promise<boolean> {
  return thenHasten(
    db.transaction().execute(async (trx) => {
      if (!(await allow(trx, by, cohortId, address, now))) return false
      const rows = await givenUp(trx, cohortId).where('to_address', '=', address).execute()
      const chosen = rows.filter((row) => mayTryAgain({ kind: row.kind, state: row.state, createdAt: row.created_at }, now))
      await requeue(trx, chosen, now)
      return true
    }),
  )
}

async function thenHasten<T>(done: Promise<T>): Promise<T> {
  const value = await done
  hastenLetters()
  return value
}

function givenUp(trx: Transaction<Database>, cohortId: string) {
  return trx
    .selectFrom('letter')
    .selectAll()
    .where('cohort_id', '=', cohortId)
    .where('state', '=', 'failed' satisfies LetterState)
}

async function requeue(trx: Transaction<Database>, letters: readonly { id: string }[], now: number): Promise<number> {
  if (letters.length === 0) return 0
  const ids = letters.map(({ id }) => id)
  const done = await trx
    .updateTable('letter')
    .set({ state: 'waiting' satisfies LetterState, tries: 0, due_at: now, problem: null, claimed_until: null })
    .where('state', '=', 'failed' satisfies LetterState)
    .where('id', 'in', ids)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

/** Only an address of this cohort, and only one that refused. */
async function allow(trx: Transaction<Database>, by: By, cohortId: string, address: string, now: number): Promise<boolean> {
  const here = await stoppedIn(trx, cohortId)
  if (!here.some((one) => one.address === address && one.reason === 'bounced')) return false
  await allowAddress(trx, address, 'bounced')
  await writeAudit(trx, by, 'cohort.letters.allow', `cohort:${cohortId}`, { address }, now)
  return true
}
