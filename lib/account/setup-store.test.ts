import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import type { Database } from '#lib/db/schema.ts'
import { describeDatabases } from '#lib/testing/databases.ts'
import { finishSetup, isSetUp, isSetupToken, makeSetupToken } from './setup-store.ts'

async function account(db: Kysely<Database>, id: string) {
  const day = new Date(0).toISOString()
  const row = { id, name: id, email: `${id}@example.org`, emailVerified: 0, createdAt: day, updatedAt: day, role: 'learner' }
  await db.insertInto('auth_user').values(row).execute()
}

describeDatabases('the link of the first start', (open, kind, openAgain) => {
  it('makes one administrator, also where two open different links at the same moment', async () => {
    const db = await open()
    // SQLite waits for another connection without letting go of the process, so two of them in one process would wait for ever
    const second = kind === 'postgresql' ? await openAgain() : db
    const tokens = [await makeSetupToken(db, 1), await makeSetupToken(second, 2)] as [string, string]
    for (const id of ['ana', 'bo']) await account(db, id)
    expect(await Promise.all(tokens.map((token) => isSetupToken(db, token)))).toEqual([true, true])
    const outcomes = await Promise.all([finishSetup(db, tokens[0], 'ana', 3), finishSetup(second, tokens[1], 'bo', 3)])
    expect([...outcomes].sort()).toEqual([false, true])
    const administrators = await db.selectFrom('auth_user').select('id').where('role', '=', 'administrator').execute()
    expect(administrators).toHaveLength(1)
    expect(await db.selectFrom('audit').select(['action', 'object']).execute()).toEqual([
      { action: 'site.setup', object: `account:${administrators[0]!.id}` },
    ])
    expect(await isSetUp(db)).toBe(true)
    expect(await makeSetupToken(db, 4)).toBeNull()
    expect(await db.selectFrom('meta').select('key').where('key', 'like', 'setup_link:%').execute()).toEqual([])
  })

  it('counts once, and ends when ten newer ones were made', async () => {
    const db = await open()
    await account(db, 'ana')
    const tokens: string[] = []
    for (let n = 0; n < 12; n++) tokens.push((await makeSetupToken(db, 1_700_000_000_000 + n))!)
    expect(await Promise.all(tokens.map((token) => isSetupToken(db, token)))).toEqual([false, false, ...Array(10).fill(true)])
    expect(await finishSetup(db, tokens[0]!, 'ana', 3)).toBe(false)
    expect(await finishSetup(db, 'guessed', 'ana', 3)).toBe(false)
    expect(await isSetUp(db)).toBe(false)
    expect(await finishSetup(db, tokens[11]!, 'ana', 3)).toBe(true)
    expect(await finishSetup(db, tokens[11]!, 'ana', 3)).toBe(false)
  })
})
