import type { Kysely } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from '#lib/db/schema.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { type MailServer, openMailServer } from '#lib/testing/mail-server.ts'
import type { LetterKind } from './kinds.ts'
import { allowAddress, claimTime, type Outcome, sendDue, stopAddress, waits } from './queue-store.ts'
import { type Mailer, openMailer } from './send-mail.ts'
import { writeLetter } from './store.ts'
import { addressOfToken } from './unsubscribe-token.ts'

const hour = 3_600_000
/** ten o'clock in UTC */
const start = Date.UTC(2026, 10, 24, 10)
const secret = 'a secret of more than thirty-two characters'

describeDatabases('the queue of letters', (open, _kind, openAgain) => {
  let server: MailServer
  let mailer: Mailer
  let db: Kysely<Database>
  let now: number
  const clock = () => now
  const send = (letter: Parameters<Mailer['send']>[0]) => mailer.send(letter)
  beforeAll(async () => {
    server = await openMailServer()
    mailer = openMailer({ smtpUrl: server.url, mailFrom: null, baseUrl: 'https://learn.example.org', secret, siteName: 'Common Ground' })
  })
  afterAll(async () => {
    mailer.close()
    await server.close()
  })
  beforeEach(async () => {
    db = await open()
    now = start
  })
  afterEach(() => {
    server.taken.length = 0
    server.refuse = { rcpt: () => null, data: () => null }
  })

  const write = (once: string, given: Partial<Parameters<typeof writeLetter>[1]> = {}) =>
    writeLetter(db, {
      once,
      kind: 'sign-in',
      toAddress: `${once}@example.org`,
      toName: 'Zoë',
      subject: 'Hello',
      body: `Words of ${once}: ěšč\n.\nend`,
      now,
      ...given,
    })
  const row = (once: string) => db.selectFrom('letter').selectAll().where('once', '=', once).executeTakeFirstOrThrow()
  const cohort = async (given: { archived_at?: number; time_zone?: string } = {}) => {
    await db
      .insertInto('cohort')
      .values({
        id: 'harda',
        name: 'Harda',
        starts_on: null,
        ends_on: null,
        time_zone: 'UTC',
        locale: 'en',
        note: '',
        code: 'KM4T7Q',
        code_open: 1,
        code_expires_at: null,
        most_members: null,
        created_by: 'u',
        created_at: start,
        archived_at: null,
        version: 0,
        ...given,
      })
      .execute()
    await db.insertInto('learner').values({ id: 'amal', created_at: start, last_seq: 0 }).execute()
    const member = {
      cohort_id: 'harda',
      learner_id: 'amal',
      name: 'Amal',
      email: 'amal@example.org',
      joined_at: start,
      ended_at: null,
      ended_by: null,
    }
    await db.insertInto('cohort_member').values(member).execute()
  }
  const reminder = (once: string, kind: LetterKind = 'due-soon') =>
    write(once, { kind, toAddress: 'amal@example.org', cohortId: 'harda', learnerId: 'amal' })

  it('writes the same letter once', async () => {
    expect(await write('one')).toBe(true)
    expect(await write('one', { subject: 'Other' })).toBe(false)
    expect(await db.selectFrom('letter').select(['subject', 'state']).execute()).toEqual([{ subject: 'Hello', state: 'waiting' }])
  })

  it('lets no line break into a header, and no other spelling of an address', async () => {
    await write('one', { subject: 'Hello\r\nBcc: eve@example.org', toAddress: ' Amal@Example.ORG ', toName: 'A\nB' })
    expect(await row('one')).toMatchObject({ subject: 'Hello Bcc: eve@example.org', to_address: 'amal@example.org', to_name: 'A B' })
  })

  it('sends each letter once where two servers send at the same time', async () => {
    const other = await openAgain()
    const names = Array.from({ length: 12 }, (_, n) => `letter-${n}`)
    for (const name of names) await write(name)
    const counts = await Promise.all([sendDue(db, send, { clock }), sendDue(other, send, { clock })])
    expect(counts[0] + counts[1]).toBe(12)
    expect(server.taken.map(({ to }) => to).sort()).toEqual(names.map((name) => `${name}@example.org`).sort())
    expect(await sendDue(db, send, { clock })).toBe(0)
    expect(server.taken[0]!.body).toMatch(/^Words of letter-\d+: ěšč\r\n\.\.?\r\nend/)
    expect(server.taken[0]!.html).toMatch(/<p>Words of letter-\d+: ěšč<br>/)
    // a link that signs somebody in is forgotten
    expect(await row('letter-3')).toMatchObject({ state: 'sent', sent_at: start, problem: null, body: '' })
  })

  it('sends nothing before its time', async () => {
    await write('one', { dueAt: start + hour })
    expect(await sendDue(db, send, { clock })).toBe(0)
    now += hour
    expect(await sendDue(db, send, { clock })).toBe(1)
  })

  it('after a crash between sending and marking sends once more under the same id, and never a third time', async () => {
    await write('one')
    const crash = async (letter: Parameters<Mailer['send']>[0]): Promise<Outcome> => {
      await mailer.send(letter)
      throw new Error('the server stopped here')
    }
    await expect(sendDue(db, crash, { clock })).rejects.toThrow('stopped')
    // while the claim stands nobody touches it
    expect(await sendDue(db, send, { clock })).toBe(0)
    now += claimTime
    await expect(sendDue(db, crash, { clock })).rejects.toThrow('stopped')
    now += claimTime
    expect(await sendDue(db, send, { clock })).toBe(0)
    expect(server.taken).toHaveLength(2)
    expect(server.taken[0]!.headers.get('message-id')).toMatch(/^<[0-9a-z]{26}@learn\.example\.org>$/)
    expect(server.taken[1]!.headers.get('message-id')).toBe(server.taken[0]!.headers.get('message-id'))
    expect(await row('one')).toMatchObject({ state: 'failed', problem: 'claim-lost', body: '' })
  })

  it('after one crash ends well', async () => {
    await write('one')
    await expect(sendDue(db, () => Promise.reject(new Error('stopped')), { clock })).rejects.toThrow()
    now += claimTime
    expect(await sendDue(db, send, { clock })).toBe(1)
    expect(await row('one')).toMatchObject({ state: 'sent', problem: null })
  })

  it('tries again with growing waits where the server is not there, one letter at a time, and then gives up', async () => {
    await cohort()
    await write('one')
    await write('two')
    const gone = openMailer({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom: null, baseUrl: 'http://localhost:3000', secret, siteName: 'x' })
    try {
      expect(await sendDue(db, gone.send, { clock })).toBe(1)
      const first = (await db.selectFrom('letter').selectAll().where('tries', '=', 1).execute())[0]!
      expect(first).toMatchObject({ state: 'waiting', due_at: start + waits[0]!, claimed_until: null })
      expect(first.problem).toContain('ECONNREFUSED')
      for (let round = 0; round < 2 * waits.length + 2; round += 1) {
        now += 2 * waits.at(-1)!
        await sendDue(db, gone.send, { clock })
      }
    } finally {
      gone.close()
    }
    expect(await row('one')).toMatchObject({ state: 'failed', tries: waits.length + 1, body: '' })
    expect(await row('two')).toMatchObject({ state: 'failed' })
  })

  it('waits where the server says “later”', async () => {
    server.refuse.rcpt = () => '451 4.3.2 come back later'
    await write('one')
    await write('two')
    expect(await sendDue(db, send, { clock })).toBe(2)
    expect(await row('one')).toMatchObject({ state: 'waiting', due_at: start + waits[0]!, problem: '451 4.3.2 come back later' })
    server.refuse.rcpt = () => null
    now += waits[0]!
    expect(await sendDue(db, send, { clock })).toBe(2)
    expect(await row('one')).toMatchObject({ state: 'sent', tries: 2, problem: null })
  })

  it.each([
    ['550 5.1.1 nobody of this name', 'rcpt', true],
    ['550 no such mailbox', 'rcpt', true],
    ['554 5.7.1 relaying denied', 'rcpt', false],
    ['554 5.7.1 this looks like spam', 'data', false],
    ['550 5.1.10 no such recipient', 'data', true],
  ] as const)('keeps a refusal with what the server said, and marks the address where that is why: %s', async (reply, stage, marked) => {
    await cohort()
    server.refuse[stage] = () => reply
    await reminder('one')
    await sendDue(db, send, { clock })
    expect(await row('one')).toMatchObject({ state: 'failed', problem: reply })
    const stopped = await db.selectFrom('stopped_address').selectAll().execute()
    expect(stopped).toEqual(marked ? [{ address: 'amal@example.org', reason: 'bounced', detail: reply, at: start }] : [])
    // the next one is not even tried, except one that the person asked for themselves
    server.refuse = { rcpt: () => null, data: () => null }
    await reminder('two', 'overdue')
    await write('three', { toAddress: 'amal@example.org' })
    await sendDue(db, send, { clock })
    expect((await row('two')).state).toBe(marked ? 'withdrawn' : 'sent')
    expect((await row('three')).state).toBe('sent')
  })

  it('carries the way out in letters of a cohort, and only there', async () => {
    await cohort()
    await reminder('one')
    await write('two')
    await sendDue(db, send, { clock })
    const [one, two] = ['amal@example.org', 'two@example.org'].map((address) => server.taken.find(({ to }) => to === address)!.headers)
    const url = new URL(one!.get('list-unsubscribe')!.slice(1, -1))
    expect(`${url.origin}${url.pathname}`).toBe('https://learn.example.org/api/unsubscribe')
    expect(addressOfToken(url.searchParams.get('token')!, secret)).toBe('amal@example.org')
    expect(one!.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(one!.get('auto-submitted')).toBe('auto-generated')
    expect(one!.get('from')).toBe('Common Ground <no-reply@learn.example.org>')
    expect(two!.has('list-unsubscribe')).toBe(false)
  })

  it.each<[string, () => Promise<unknown>, string]>([
    [
      'who stopped letters',
      () => stopAddress(db, { address: 'amal@example.org', reason: 'unsubscribed', detail: '', now }),
      'unsubscribed',
    ],
    ['who left', () => db.updateTable('cohort_member').set({ ended_at: start }).execute(), 'left'],
    ['an archived cohort', () => db.updateTable('cohort').set({ archived_at: start }).execute(), 'archived'],
    [
      'yesterday',
      async () => {
        now += 24 * hour + 1
      },
      'too-late',
    ],
  ])('withdraws a reminder of %s, also where it was written before', async (_name, happen, problem) => {
    await cohort()
    await reminder('one')
    await happen()
    await sendDue(db, send, { clock })
    expect(server.taken).toEqual([])
    expect(await row('one')).toMatchObject({ state: 'withdrawn', problem })
  })

  it('withdraws what invites somebody who has joined since', async () => {
    await cohort()
    const row = { id: 'i', cohort_id: 'harda', email: 'Bela@example.org', name: '', token_hash: 't', invited_by: 'u', invited_at: start }
    await db
      .insertInto('cohort_invitation')
      .values({ ...row, joined_learner: 'amal', joined_at: start, withdrawn_at: null })
      .execute()
    await write('one', { kind: 'invitation', toAddress: 'bela@example.org', cohortId: 'harda' })
    await sendDue(db, send, { clock })
    expect(await db.selectFrom('letter').select(['state', 'problem']).execute()).toEqual([{ state: 'withdrawn', problem: 'joined' }])
  })

  it('keeps a reminder back at night, and does not count that as a try', async () => {
    await cohort({ time_zone: 'America/Los_Angeles' })
    await reminder('one')
    await write('two')
    await sendDue(db, send, { clock })
    // two in the morning there; eight o'clock is six hours later
    expect(await row('one')).toMatchObject({ state: 'waiting', due_at: start + 6 * hour, tries: 0, claimed_until: null })
    expect(server.taken).toHaveLength(1)
    now += 6 * hour
    await sendDue(db, send, { clock })
    expect(await row('one')).toMatchObject({ state: 'sent', sent_at: now })
  })

  it('without a mail server keeps letters whole, and sends none of them later', async () => {
    await write('one')
    expect(await sendDue(db, async () => ({ end: 'kept' }), { clock })).toBe(1)
    expect(await row('one')).toMatchObject({ state: 'kept', body: expect.stringContaining('Words of one') })
    expect(await sendDue(db, send, { clock })).toBe(0)
  })

  it('ends at the next letter when it is asked to stop', async () => {
    for (const name of ['one', 'two', 'three']) await write(name)
    let asked = 0
    expect(await sendDue(db, send, { clock, stop: () => asked++ > 0 })).toBe(1)
    expect(server.taken).toHaveLength(1)
  })

  it('lets an address in again only for the reason it was stopped', async () => {
    await stopAddress(db, { address: 'a@example.org', reason: 'unsubscribed', detail: '', now })
    await stopAddress(db, { address: 'a@example.org', reason: 'bounced', detail: '550', now })
    await allowAddress(db, 'a@example.org', 'bounced')
    expect(await db.selectFrom('stopped_address').select('reason').execute()).toEqual([{ reason: 'unsubscribed' }])
    await allowAddress(db, 'a@example.org', 'unsubscribed')
    expect(await db.selectFrom('stopped_address').select('reason').execute()).toEqual([])
  })
})
