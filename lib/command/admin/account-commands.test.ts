import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { acceptInvitation, openInvitation } from '#lib/account/staff-store.ts'
import type { Database } from '#lib/db/schema.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { someDay } from '#lib/testing/small-course.ts'
import { accountCommands } from './account-commands.ts'
import type { Outcome } from './say-outcome.ts'

const now = someDay
const day = new Date(now).toISOString()

async function person(db: Kysely<Database>, id: string, name: string, role = 'learner') {
  const row = { id, name, email: `${id}@example.org`, emailVerified: 0, createdAt: day, updatedAt: day, role }
  await db.insertInto('auth_user').values(row).execute()
  const session = { id: `session-${id}`, token: `token-${id}`, userId: id, expiresAt: day, createdAt: day, updatedAt: day }
  await db.insertInto('auth_session').values(session).execute()
}
const roleOf = async (db: Kysely<Database>, id: string) =>
  (await db.selectFrom('auth_user').select('role').where('id', '=', id).executeTakeFirst())?.role

describeDatabases('the commands for accounts', (open) => {
  async function site() {
    const db = await open()
    const config = { baseUrl: 'https://learn.example.org', smtpUrl: null as string | null }
    const run = (name: string, ...args: string[]): Promise<Outcome> => accountCommands[name]!.run({ db, config, now }, args)
    const text = async (name: string, ...args: string[]) => {
      const outcome = await run(name, ...args)
      expect(outcome).toMatchObject({ ok: true })
      return outcome.ok ? outcome.text : ''
    }
    await person(db, 'ana', 'Ana\u001b[31m Ruiz', 'administrator')
    await person(db, 'bo', 'Bo')
    return { db, config, run, text }
  }

  it('give a link to somebody who has no account, which makes them what was said', async () => {
    const { db, text } = await site()
    for (const [command, email, role] of [
      ['invite', 'one@example.org', 'facilitator'],
      ['administrator', 'two@example.org', 'administrator'],
    ] as const) {
      const link = /https:\/\/learn\.example\.org\/invited\?token=(\w+)$/.exec(await text(command, email))
      expect(await openInvitation(db, link![1]!, now)).toMatchObject({ role, hasAccount: false, email })
      expect(await acceptInvitation(db, link![1]!, { id: 'bo', name: 'Bo' }, now)).toBe(role)
    }
    expect(await db.selectFrom('letter').select('id').execute()).toEqual([])
  })

  it('send that link, too, where there is a mail server', async () => {
    const { db, config, text } = await site()
    config.smtpUrl = 'smtp://localhost'
    expect(await text('invite', 'one@example.org', 'administrator')).toContain('It goes to them by mail, too.')
    const letters = await db.selectFrom('letter').select(['to_address', 'body']).execute()
    expect(letters).toEqual([{ to_address: 'one@example.org', body: expect.stringContaining('learn.example.org/invited?token=') }])
  })

  it('change roles, and keep the last administrator', async () => {
    const { db, run, text } = await site()
    expect(await text('role', 'BO@example.org', 'facilitator')).toBe('Bo (bo@example.org) is a facilitator now.')
    expect(await text('role', 'bo@example.org', 'facilitator')).toBe('Bo (bo@example.org) is a facilitator already.')
    expect(await run('role', 'ana@example.org', 'learner')).toEqual({
      ok: false,
      sentence: expect.stringContaining('is the only administrator'),
    })
    expect(await text('administrator', 'bo@example.org')).toBe('Bo (bo@example.org) is an administrator now.')
    expect(await text('role', 'ana@example.org', 'learner')).toContain('is a learner now')
    expect([await roleOf(db, 'ana'), await roleOf(db, 'bo')]).toEqual(['learner', 'administrator'])
  })

  it('list people and what was done, on lines that no name can break', async () => {
    const { text } = await site()
    expect((await text('people')).split('\n')).toEqual([
      `administrator  ana@example.org  Ana [31m Ruiz    last seen ${day.slice(0, 10)}`,
      `learner        bo@example.org   Bo               last seen ${day.slice(0, 10)}`,
    ])
    expect((await text('people', 'BO')).split('\n')).toHaveLength(1)
    expect(await text('people', 'some', 'body')).toBe('Nobody with “some body” in their name or address has an account.')
    expect(await text('audit')).toBe('Nothing has been done yet.')
    await text('role', 'bo@example.org', 'facilitator')
    expect(await text('audit', '3')).toBe(
      `Times are UTC.\n${day.slice(0, 19).replace('T', ' ')}  command line  account.role  account:bo  {"from":"learner","to":"facilitator"}`,
    )
  })

  it('sign somebody out everywhere, and let them in without a second factor', async () => {
    const { db, run, text } = await site()
    expect(await text('sign-out', 'bo@example.org')).toBe('Bo (bo@example.org) is signed out everywhere. Sessions ended: 1.')
    expect(await run('second-factor-off', 'bo@example.org')).toEqual({
      ok: false,
      sentence: expect.stringContaining('has no second factor'),
    })
    await db.updateTable('auth_user').set({ twoFactorEnabled: 1 }).where('id', '=', 'bo').execute()
    expect(await text('second-factor-off', 'bo@example.org')).toContain('signs in by password alone now')
    const acts = await db.selectFrom('audit').select(['action', 'by_name', 'object']).orderBy('action').execute()
    expect(acts).toEqual([
      { action: 'account.second-factor-off', by_name: 'command line', object: 'account:bo' },
      { action: 'account.sign-out', by_name: 'command line', object: 'account:bo' },
    ])
  })

  it('say what is wrong with bad input, and change nothing', async () => {
    const { db, run } = await site()
    const wrong: [string, string[], string][] = [
      ['administrator', [], 'Give one address, for example: npm run admin -- administrator ana@example.org.'],
      ['administrator', ['ana@example.org', 'bo@example.org'], 'Give one address'],
      ['invite', ['ana'], 'Give one address'],
      ['invite', ['one@example.org', 'learner'], 'One can be invited as facilitator or as administrator.'],
      ['invite', ['bo@example.org'], 'has an account already. Use: npm run admin -- role bo@example.org facilitator'],
      ['role', ['bo@example.org', 'king'], 'The roles are learner, facilitator, administrator.'],
      ['role', ['bo@example.org'], 'Give one address'],
      ['role', ['one@example.org', 'facilitator'], 'Nobody has an account with one@example.org.'],
      ['reset-link', [], 'Give the address of an account'],
      ['reset-link', ['one@example.org'], 'Nobody has an account with one@example.org.'],
      ['sign-out', ['bo@example.org', 'ana@example.org'], 'Give the address of an account'],
      ['second-factor-off', ['--help'], 'Give the address of an account'],
      ['audit', ['all'], 'Say how many, from 1 to 1000'],
      ['audit', ['0'], 'Say how many, from 1 to 1000'],
    ]
    for (const [name, args, sentence] of wrong) {
      const outcome = await run(name, ...args)
      expect(outcome.ok ? outcome.text : outcome.sentence).toContain(sentence)
      expect(outcome.ok).toBe(false)
    }
    expect(await db.selectFrom('audit').select('id').execute()).toEqual([])
    expect(await db.selectFrom('staff_invitation').select('id').execute()).toEqual([])
  })
})
