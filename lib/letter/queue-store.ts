/**
 * The queue of letters. Several servers may take from it at the same time: a letter is claimed, sent outside any transaction,
 * and marked. Invariants:
 * - A claim is one conditional update, so one server has it; it ends by itself when that server does not come back.
 * - Nobody can know whether a letter whose claim ran out was sent or not. It is sent once more, under the same Message-ID, by
 *   which receivers know it again; a second claim that runs out ends it as failed.
 * - What is not wanted any more when its turn comes is withdrawn: letters stopped, address bounced, left, joined, archived.
 * - Reminders wait for the hours in which they may go out.
 */
import { type Kysely, sql } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import { defaultLocale, isLocale } from '#lib/message/locale.ts'
import { isOfCohort, isReminder, type LetterState, type StopReason } from './kinds.ts'
import { reminderLasts } from './outbox.ts'
import { nextAwake } from './quiet-hours.ts'

export type QueuedLetter = { id: string; kind: string; toAddress: string; toName: string; subject: string; body: string; locale: string }

export type Outcome =
  | { end: 'sent' | 'kept' }
  /** to be tried later; `unreachable`: so would every other letter be now */
  | { end: 'later'; problem: string; unreachable: boolean }
  /** the mail server refused it for good; `address`: because of whom it is for */
  | { end: 'refused'; problem: string; address: boolean }

const minute = 60_000
/** longer than sending can take (send-mail.ts) */
export const claimTime = 10 * minute
/** how long to wait after the first, second, … failure; after the last the letter has failed */
export const waits = [1, 5, 15, 60, 180, 360, 720, 1440].map((minutes) => minutes * minute)
/** the problem of a letter whose claim ran out */
export const lost = 'claim-lost'

/**
 * Sends what is due until nothing is, or until `stop` says so.
 * @param clock milliseconds
 * @returns how many letters were taken in hand
 */
export async function sendDue(
  db: Kysely<Database>,
  send: (letter: QueuedLetter) => Promise<Outcome>,
  { clock, stop = () => false }: { clock: () => number; stop?: () => boolean },
): Promise<number> {
  let count = 0
  while (!stop()) {
    const claimed = await claim(db, clock())
    if (!claimed) break
    count += 1
    const against = await reasonAgainst(db, claimed, clock())
    if (against) {
      await finish(db, claimed, against)
      continue
    }
    const { id, kind, subject, body } = claimed
    const locale = await localeOf(db, claimed)
    const outcome = await send({ id, kind, toAddress: claimed.to_address, toName: claimed.to_name, subject, body, locale })
    await mark(db, claimed, outcome, clock())
    if (outcome.end === 'later' && outcome.unreachable) break
  }
  return count
}

type Claimed = Database['letter'] & { claimed_until: number }

async function claim(db: Kysely<Database>, now: number): Promise<Claimed | undefined> {
  for (;;) {
    const next = await db
      .selectFrom('letter')
      .select(['id', 'kind', 'claimed_until', 'problem'])
      .where('state', '=', 'waiting')
      .where('due_at', '<=', now)
      .where((or) => or.or([or('claimed_until', 'is', null), or('claimed_until', '<=', now)]))
      .orderBy('due_at')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (!next) return undefined
    const ranOut = next.claimed_until !== null
    const over = ranOut && next.problem === lost
    const taken = await db
      .updateTable('letter')
      .set({
        claimed_until: over ? null : now + claimTime,
        tries: sql`tries + 1`,
        problem: ranOut ? lost : next.problem,
        ...(over ? { state: 'failed' satisfies LetterState } : {}),
        ...(over && !isOfCohort(next.kind) ? { body: '' } : {}),
      })
      .where('id', '=', next.id)
      .where('state', '=', 'waiting')
      // nobody has touched it since it was read
      .where('claimed_until', next.claimed_until === null ? 'is' : '=', next.claimed_until)
      .returningAll()
      .executeTakeFirst()
    if (taken && !over) return taken as Claimed
  }
}

/** The language that the words of a letter are in: that of its cohort. */
async function localeOf(db: Kysely<Database>, { cohort_id }: Claimed): Promise<string> {
  const row = cohort_id === null ? undefined : await db.selectFrom('cohort').select('locale').where('id', '=', cohort_id).executeTakeFirst()
  return row && isLocale(row.locale) ? row.locale : defaultLocale
}

/** What was found out before sending: that the letter is not wanted any more, or not at this hour. */
export type Against = { state: 'withdrawn'; problem: string } | { state: 'waiting'; dueAt: number }

export async function reasonAgainst(
  db: Kysely<Database>,
  letter: Pick<Claimed, 'kind' | 'to_address' | 'cohort_id' | 'learner_id' | 'created_at'>,
  now: number,
): Promise<Against | null> {
  if (!isOfCohort(letter.kind)) return null
  const withdrawn = (problem: string): Against => ({ state: 'withdrawn', problem })
  const stopped = await stopReasonOf(db, letter.to_address)
  if (stopped) return withdrawn(stopped)
  if (letter.cohort_id === null) return null
  const cohort = await db.selectFrom('cohort').select(['time_zone', 'archived_at']).where('id', '=', letter.cohort_id).executeTakeFirst()
  if (!cohort || cohort.archived_at !== null) return withdrawn('archived')
  if (letter.learner_id !== null) {
    const member = await db
      .selectFrom('cohort_member')
      .select('ended_at')
      .where('cohort_id', '=', letter.cohort_id)
      .where('learner_id', '=', letter.learner_id)
      .executeTakeFirst()
    if (!member || member.ended_at !== null) return withdrawn('left')
  } else {
    const invitation = await db
      .selectFrom('cohort_invitation')
      .select(['joined_at', 'withdrawn_at'])
      .where('cohort_id', '=', letter.cohort_id)
      .where(sql`lower(email)`, '=', letter.to_address)
      .executeTakeFirst()
    if (invitation && invitation.joined_at !== null) return withdrawn('joined')
    if (invitation && invitation.withdrawn_at !== null) return withdrawn('not-invited')
  }
  if (!isReminder(letter.kind)) return null
  if (now - letter.created_at > reminderLasts) return withdrawn('too-late')
  const awake = nextAwake(cohort.time_zone, now)
  return awake > now ? { state: 'waiting', dueAt: awake } : null
}

async function finish(db: Kysely<Database>, letter: Claimed, against: Against): Promise<void> {
  await ours(db, letter)
    .set({
      claimed_until: null,
      ...(against.state === 'waiting'
        ? { due_at: against.dueAt, tries: letter.tries - 1 }
        : { state: against.state, problem: against.problem }),
    })
    .execute()
}

async function mark(db: Kysely<Database>, letter: Claimed, outcome: Outcome, now: number): Promise<void> {
  // A link that signs somebody in is kept no longer than it takes to send it.
  const body = isOfCohort(letter.kind) || outcome.end === 'kept' || outcome.end === 'later' ? letter.body : ''
  switch (outcome.end) {
    case 'sent':
      // true whoever holds the claim by now
      await db
        .updateTable('letter')
        .set({ state: 'sent' satisfies LetterState, sent_at: now, claimed_until: null, problem: null, body })
        .where('id', '=', letter.id)
        .execute()
      return
    case 'kept':
      await ours(db, letter)
        .set({ state: 'kept' satisfies LetterState, claimed_until: null, problem: null })
        .execute()
      return
    case 'later': {
      const wait = waits[letter.tries - 1]
      await ours(db, letter)
        .set(
          wait === undefined
            ? {
                state: 'failed' satisfies LetterState,
                claimed_until: null,
                problem: outcome.problem,
                body: isOfCohort(letter.kind) ? body : '',
              }
            : { due_at: now + wait, claimed_until: null, problem: outcome.problem },
        )
        .execute()
      return
    }
    case 'refused':
      await db.transaction().execute(async (trx) => {
        if (outcome.address) await stopAddress(trx, { address: letter.to_address, reason: 'bounced', detail: outcome.problem, now })
        await ours(trx, letter)
          .set({ state: 'failed' satisfies LetterState, claimed_until: null, problem: outcome.problem, body })
          .execute()
      })
      return
    default:
      outcome satisfies never
  }
}

/** The letter while this claim of it stands. */
function ours(db: Kysely<Database>, letter: Claimed) {
  return db
    .updateTable('letter')
    .where('id', '=', letter.id)
    .where('state', '=', 'waiting')
    .where('claimed_until', '=', letter.claimed_until)
}

/** No more letters of cohorts to this address. Who unsubscribed stays so, also where the address bounces later. */
export async function stopAddress(
  db: Kysely<Database>,
  { address, reason, detail, now }: { address: string; reason: StopReason; detail: string; now: number },
): Promise<void> {
  const row = { reason, detail, at: now }
  await db
    .insertInto('stopped_address')
    .values({ address, ...row })
    .onConflict((conflict) =>
      reason === 'unsubscribed' ? conflict.column('address').doUpdateSet(row) : conflict.column('address').doNothing(),
    )
    .execute()
}

/** Letters to this address again: its owner wants them, or somebody put the address right. */
export async function allowAddress(db: Kysely<Database>, address: string, reason: StopReason): Promise<void> {
  await db.deleteFrom('stopped_address').where('address', '=', address).where('reason', '=', reason).execute()
}

/** Why an address gets no letters; null: it does. */
export async function stopReasonOf(db: Kysely<Database>, address: string): Promise<StopReason | null> {
  const row = await db.selectFrom('stopped_address').select('reason').where('address', '=', address).executeTakeFirst()
  return (row?.reason as StopReason | undefined) ?? null
}
