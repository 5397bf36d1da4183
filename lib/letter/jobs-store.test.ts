import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { newId } from '#lib/account/new-id.ts'
import { invite, inviteToken, withdrawInvitation } from '#lib/cohort/invite-store.ts'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import type { Database } from '#lib/db/schema.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { type MailServer, openMailServer } from '#lib/testing/mail-server.ts'
import { forgetLetters, startLetterJobs } from './jobs-store.ts'
import { writeLetter } from './store.ts'

const secret = 'a secret of more than thirty-two characters'
const baseUrl = 'https://learn.example.org'
/** what the jobs read of a course where nothing is assigned */
const course = async () => ({ course: { site: 'Common Ground', modules: [] }, modules: new Map() }) as unknown as LoadedCourse
const day = 24 * 3_600_000

describeDatabases('the jobs of letters', (open, _kind, openAgain) => {
  let mail: MailServer
  let db: Kysely<Database>
  let cohort: string
  const by = { id: 'user-mei', name: 'Mei Lin', email: 'mei@example.org', role: 'facilitator' as const }
  beforeAll(async () => {
    mail = await openMailServer()
  })
  afterAll(() => mail.close())
  beforeEach(async () => {
    db = await open()
    mail.taken.length = 0
    cohort = newId()
    const now = Date.now()
    const none = { starts_on: null, ends_on: null, code_expires_at: null, most_members: null, archived_at: null }
    const row = { id: cohort, name: 'Harda', time_zone: 'UTC', locale: 'en', note: '', code: 'KM4T7Q', code_open: 1, version: 0 }
    await db
      .insertInto('cohort')
      .values({ ...row, ...none, created_by: by.id, created_at: now })
      .execute()
    const dated = { createdAt: new Date(now).toISOString(), updatedAt: new Date(now).toISOString() }
    await db
      .insertInto('auth_user')
      .values({ ...by, ...dated, emailVerified: 1, image: null, twoFactorEnabled: 0 })
      .execute()
  })
  const start = (of = db, smtpUrl: string | null = mail.url) => startLetterJobs(of, { baseUrl, secret, smtpUrl, mailFrom: null }, course)
  const people = (...names: string[]) => names.map((name, at) => ({ email: `${name}@example.org`, name, line: at + 1 }))
  const inviteThem = async (...names: string[]) => {
    const done = await invite(db, by, cohort, people(...names), { now: Date.now(), secret })
    if (!done.ok) throw new Error(done.code)
    return done.value.invited
  }

  it('send each invitation once, with its own link, where two servers run', async () => {
    const invited = await inviteThem('bela', 'chidi')
    const other = await openAgain()
    const stops = [start(), start(other)]
    await expect.poll(() => mail.taken.length, { timeout: 5000 }).toBe(2)
    await Promise.all(stops.map((stop) => stop()))
    // a server that starts anew finds nothing left
    await start()()
    expect(mail.taken.map(({ to }) => to).sort()).toEqual(['bela@example.org', 'chidi@example.org'])
    for (const letter of mail.taken) {
      const { id } = invited.find(({ email }) => email === letter.to)!
      expect(letter.body).toContain(`${baseUrl}/join/KM4T7Q?invite=${inviteToken(id, secret)}`)
      expect(letter.body).toContain('Mei Lin invites you to join “Harda”')
      expect(letter.html).toContain('lang="en"')
    }
  })

  it('write to nobody whose invitation was taken back, and again to who is invited again', async () => {
    const [bela] = await inviteThem('bela')
    await withdrawInvitation(db, by, cohort, bela!.id, Date.now())
    await start()()
    expect(mail.taken).toEqual([])
    await inviteThem('bela')
    const stop = start()
    await expect.poll(() => mail.taken.length, { timeout: 5000 }).toBe(1)
    await stop()
  })

  it('send at once what somebody waits for, and finish it before they stop', async () => {
    const stop = start()
    // the first look is over: without being hastened, the next would be in a minute
    const over = () => db.selectFrom('job').select('name').where('held_by', 'is', null).where('last_run_at', 'is not', null).execute()
    await expect.poll(async () => (await over()).length).toBe(3)
    const now = Date.now()
    const letter = { kind: 'sign-in' as const, toAddress: 'zoe@example.org', toName: 'Zoë', subject: 'Your link', body: 'link', now }
    await writeLetter(db, { once: 'one', ...letter })
    await expect.poll(() => mail.taken.length, { timeout: 5000 }).toBe(1)
    await stop()
    expect(await db.selectFrom('letter').select(['state', 'body']).execute()).toEqual([{ state: 'sent', body: '' }])
    await writeLetter(db, { once: 'two', ...letter })
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(mail.taken).toHaveLength(1)
  })

  it('do not wait for ever for a mail server that says nothing, when they are stopped', async () => {
    const sockets: Socket[] = []
    const silent = createServer((socket) => sockets.push(socket))
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as AddressInfo
    await inviteThem('bela')
    const stop = startLetterJobs(db, { baseUrl, secret, smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: null }, course, 50)
    await expect.poll(() => sockets.length, { timeout: 5000 }).toBe(1)
    const before = Date.now()
    await stop()
    expect(Date.now() - before).toBeLessThan(5000)
    for (const socket of sockets) socket.destroy()
    silent.close()
    // nothing is lost: it waits, to be tried again
    await expect
      .poll(async () => (await db.selectFrom('letter').select(['state', 'claimed_until']).execute())[0])
      .toEqual({
        state: 'waiting',
        claimed_until: null,
      })
  })

  it('without a mail server keep what there is for somebody to copy', async () => {
    await inviteThem('bela')
    const stop = start(db, null)
    await expect.poll(async () => (await db.selectFrom('letter').select('state').execute()).map(({ state }) => state)).toEqual(['kept'])
    await stop()
  })

  it('forget letters of accounts after a month, and no others', async () => {
    const now = Date.now()
    const letter = { toAddress: 'zoe@example.org', toName: '', subject: 's', body: 'b' }
    await writeLetter(db, { ...letter, once: 'old', kind: 'password', now: now - 31 * day })
    await writeLetter(db, { ...letter, once: 'new', kind: 'password', now: now - 29 * day })
    await writeLetter(db, { ...letter, once: 'cohort', kind: 'due-soon', cohortId: cohort, now: now - 31 * day })
    await forgetLetters(db, now)
    expect((await db.selectFrom('letter').select('once').orderBy('once').execute()).map(({ once }) => once)).toEqual(['cohort', 'new'])
  })
})
