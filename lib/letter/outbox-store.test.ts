import type { Kysely } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import type { Database } from '#lib/db/schema.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { tidyKept } from './kept-store.ts'
import type { LetterKind, LetterState } from './kinds.ts'
import { allowAgain, markHanded, readOutbox, stoppedIn, tryAgain } from './outbox-store.ts'
import { stopAddress, stopReasonOf } from './queue-store.ts'
import { writeLetter } from './store.ts'

const hour = 3_600_000
const now = Date.UTC(2026, 10, 24, 10)
const by = { id: 'u', name: 'Mei' }

describeDatabases('the outbox of a cohort', (open) => {
  let db: Kysely<Database>
  beforeEach(async () => {
    db = await open()
    for (const id of ['harda', 'sorin']) {
      const none = { starts_on: null, ends_on: null, code_expires_at: null, most_members: null, archived_at: null }
      const row = { id, name: id, time_zone: 'UTC', locale: 'en', note: '', code: id.toUpperCase(), code_open: 1, version: 0 }
      await db
        .insertInto('cohort')
        .values({ ...row, ...none, created_by: 'u', created_at: now })
        .execute()
    }
  })
  const join = async (cohortId: string, learner: string, email: string | null) => {
    await db.insertInto('learner').values({ id: learner, created_at: now, last_seq: 0 }).execute()
    const row = { cohort_id: cohortId, learner_id: learner, name: learner, email, joined_at: now, ended_at: null, ended_by: null }
    await db.insertInto('cohort_member').values(row).execute()
  }
  const invite = (cohortId: string, email: string) =>
    db
      .insertInto('cohort_invitation')
      .values({
        id: `invitation-${email}`,
        cohort_id: cohortId,
        email,
        name: '',
        token_hash: email,
        invited_by: 'u',
        invited_at: now,
        joined_learner: null,
        joined_at: null,
        withdrawn_at: null,
      })
      .execute()
  const write = async (once: string, state: LetterState, given: Partial<Parameters<typeof writeLetter>[1]> = {}) => {
    const letter = { kind: 'due-soon' as LetterKind, toAddress: `${once}@example.org`, toName: '', subject: once, body: 'words', now }
    await writeLetter(db, { once, cohortId: 'harda', ...letter, ...given })
    await db.updateTable('letter').set({ state }).where('once', '=', once).execute()
    return (await row(once)).id
  }
  const row = (once: string) => db.selectFrom('letter').selectAll().where('once', '=', once).executeTakeFirstOrThrow()
  const read = async (show: 'open' | 'sent' | 'stuck', page = 1, cohortId = 'harda') => {
    const { letters, ...rest } = await readOutbox(db, cohortId, { show, page, perPage: 2 })
    return { subjects: letters.map(({ subject }) => subject), ...rest }
  }

  it('shows letters by what became of them, the newest first, and those of no other cohort and of no account', async () => {
    await write('one', 'waiting', { now: now - 3 })
    await write('two', 'kept', { now: now - 2 })
    await write('three', 'kept', { now: now - 1 })
    await write('four', 'sent')
    await write('five', 'withdrawn')
    await write('other', 'kept', { cohortId: 'sorin' })
    await write('private', 'kept', { cohortId: null, kind: 'password' })
    const counts = { open: 3, sent: 1, stuck: 1 }
    expect(await read('open')).toEqual({ subjects: ['three', 'two'], counts, page: 1, pages: 2 })
    expect(await read('open', 9)).toEqual({ subjects: ['one'], counts, page: 2, pages: 2 })
    expect(await read('sent')).toEqual({ subjects: ['four'], counts, page: 1, pages: 1 })
    expect((await read('stuck')).subjects).toEqual(['five'])
    expect((await read('open', 1, 'sorin')).subjects).toEqual(['other'])
  })

  it('marks what was sent by hand, and nothing that was sent, is being sent or is another’s', async () => {
    const kept = await write('kept', 'kept')
    const sent = await write('sent', 'sent')
    const sending = await write('sending', 'waiting')
    await db
      .updateTable('letter')
      .set({ claimed_until: now + hour })
      .where('id', '=', sending)
      .execute()
    const other = await write('other', 'kept', { cohortId: 'sorin' })
    const account = await write('account', 'kept', { cohortId: null, kind: 'sign-in' })
    expect(await markHanded(db, 'harda', [kept, sent, sending, other, account], now + 5)).toBe(1)
    expect(await row('kept')).toMatchObject({ state: 'handed', sent_at: now + 5 })
    expect((await db.selectFrom('letter').select('once').where('state', '=', 'handed').execute()).length).toBe(1)
  })

  it('tries again what was given up, a reminder only while it is true', async () => {
    const ids = [
      await write('fresh', 'failed'),
      await write('stale', 'failed', { now: now - 25 * hour }),
      await write('invitation', 'failed', { kind: 'invitation', now: now - 25 * hour }),
      await write('withdrawn', 'withdrawn'),
      await write('other', 'failed', { cohortId: 'sorin' }),
    ]
    expect(await tryAgain(db, by, 'harda', ids, now)).toBe(2)
    const waiting = await db.selectFrom('letter').select('once').where('state', '=', 'waiting').orderBy('once').execute()
    expect(waiting.map(({ once }) => once)).toEqual(['fresh', 'invitation'])
    expect(await row('fresh')).toMatchObject({ tries: 0, due_at: now, problem: null })
  })

  it('takes it for right that an address refused by mistake is tried again', async () => {
    await invite('harda', 'bela@example.org')
    await stopAddress(db, { address: 'bela@example.org', reason: 'bounced', detail: '550 no', now })
    const letter = { kind: 'invitation' as const, toAddress: 'bela@example.org' }
    const id = await write('one', 'failed', letter)
    expect(await tryAgain(db, by, 'harda', [id], now)).toBe(1)
    expect(await stopReasonOf(db, 'bela@example.org')).toBeNull()
    expect((await row('one')).state).toBe('waiting')

    await stopAddress(db, { address: 'bela@example.org', reason: 'bounced', detail: '550 no', now })
    await write('two', 'failed', letter)
    expect(await allowAgain(db, by, 'harda', 'bela@example.org', now)).toBe(true)
    expect((await row('two')).state).toBe('waiting')
  })

  it('lists addresses that get none, and allows one that refused, but not one that asked', async () => {
    await join('harda', 'amal', 'Amal@example.org')
    await join('sorin', 'dov', 'dov@example.org')
    await invite('harda', 'bela@example.org')
    const stop = (address: string, reason: 'bounced' | 'unsubscribed') => stopAddress(db, { address, reason, detail: '550 no', now })
    await stop('amal@example.org', 'unsubscribed')
    await stop('bela@example.org', 'bounced')
    await stop('dov@example.org', 'bounced')
    expect((await stoppedIn(db, 'harda')).map(({ address, reason, name }) => [address, reason, name])).toEqual([
      ['bela@example.org', 'bounced', ''],
      ['amal@example.org', 'unsubscribed', 'amal'],
    ])
    expect(await allowAgain(db, by, 'harda', 'amal@example.org', now)).toBe(false)
    expect(await allowAgain(db, by, 'harda', 'dov@example.org', now)).toBe(false)
    expect(await allowAgain(db, by, 'harda', 'bela@example.org', now)).toBe(true)
    expect(await stopReasonOf(db, 'bela@example.org')).toBeNull()
    expect(await stopReasonOf(db, 'dov@example.org')).toBe('bounced')
    expect(await db.selectFrom('audit').select('action').execute()).toEqual([{ action: 'cohort.letters.allow' }])
  })

  it('takes kept letters out that nobody should send any more', async () => {
    await join('harda', 'amal', 'amal@example.org')
    await invite('harda', 'bela@example.org')
    await write('good', 'kept', { learnerId: 'amal' })
    await write('old', 'kept', { learnerId: 'amal', now: now - 73 * hour })
    await write('old-invitation', 'kept', { kind: 'invitation', toAddress: 'bela@example.org', now: now - 73 * hour })
    await write('left', 'kept', { learnerId: 'gone' })
    await write('account', 'kept', { cohortId: null, kind: 'password', now: now - 73 * hour })
    const night = Date.UTC(2026, 10, 24, 23)
    await tidyKept(db, { clock: () => night })
    const states = await db.selectFrom('letter').select(['once', 'state', 'problem']).orderBy('once').execute()
    expect(states.filter(({ state }) => state === 'withdrawn')).toEqual([
      { once: 'left', state: 'withdrawn', problem: 'left' },
      { once: 'old', state: 'withdrawn', problem: 'kept-too-long' },
    ])
    expect(states.filter(({ state }) => state === 'kept').map(({ once }) => once)).toEqual(['account', 'good', 'old-invitation'])
  })
})
