/** The command as it is typed, in a process of its own, beside one that has the database open: as while the site runs. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { makeSetupToken } from '#lib/account/setup-store.ts'
import { allKeys } from '#lib/credential/issuer-store.ts'
import { type DatabaseKind, openDatabase } from '#lib/db/client.ts'
import { writePlace } from '#lib/testing/course-fixture.ts'
import { newPlace } from '#lib/testing/databases.ts'

// no command here asks more of the course than what the site is called
let cwd = ''
beforeAll(async () => {
  cwd = await writePlace()
})
afterAll(() => rm(cwd, { recursive: true }))

type Told = { code: number; out: string; err: string }
function admin(environment: Readonly<Record<string, string>>, ...args: string[]): Promise<Told> {
  const env = {
    NODE_ENV: 'test' as const,
    PATH: process.env.PATH ?? '',
    BASE_URL: 'https://learn.example.org',
    NODE_NO_WARNINGS: '1',
    // each process compiles the same modules: once is enough
    NODE_COMPILE_CACHE: join(inject('temporaryFolder'), 'compiled'),
    ...environment,
  }
  return new Promise((done) => {
    execFile(process.execPath, [resolve(import.meta.dirname, 'admin.ts'), ...args], { env, cwd }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'common-ground-admin-'))
  await use(folder)
  await rm(folder, { recursive: true })
}

describe('npm run admin', () => {
  it.each<DatabaseKind>(['sqlite', 'postgresql'])(
    'works beside the running site on %s',
    async (kind) => {
      await inFolder(async (folder) => {
        const place = await newPlace(kind)
        const db = await openDatabase('url' in place ? place : { file: join(folder, 'common-ground.sqlite') })
        const run = (...args: string[]) => admin({ DATA_DIR: folder, ...('url' in place ? { DATABASE_URL: place.url } : {}) }, ...args)
        const day = new Date().toISOString()
        const row = {
          id: 'ana',
          name: 'Ana Ruiz',
          email: 'ana@example.org',
          emailVerified: 0,
          createdAt: day,
          updatedAt: day,
          role: 'learner',
        }
        await db.insertInto('auth_user').values(row).execute()

        expect(await makeSetupToken(db, Date.now())).not.toBeNull()
        const told = await run('administrator', 'ANA@example.org')
        expect(told).toEqual({ code: 0, err: '', out: 'Ana Ruiz (ana@example.org) is an administrator now.\n' })
        // the site sees it at once, and its set-up is closed
        expect(await makeSetupToken(db, Date.now())).toBeNull()

        const { out } = await run('reset-link', 'ana@example.org')
        expect(out).toMatch(/https:\/\/learn\.example\.org\/reset-password\?token=\w{26}\n$/)
        const links = await db.selectFrom('auth_verification').select('identifier').where('value', '=', 'ana').execute()
        expect(links).toHaveLength(1)
        expect(out).not.toContain(links[0]!.identifier)
        const acts = await db.selectFrom('audit').select(['action', 'by_user', 'by_name', 'object']).orderBy('at').execute()
        const by = { by_user: null, by_name: 'command line', object: 'account:ana' }
        expect(acts).toEqual([
          { ...by, action: 'account.role' },
          { ...by, action: 'account.reset-link' },
        ])

        expect(await run('reissue')).toEqual({
          code: 0,
          err: '',
          out: 'Certificates checked: 0. Signed: 0. Repaired: 0. Nothing had to be done.\n',
        })
        expect((await run('rotate-key')).out).toMatch(/^A new key signs from now on: z6Mk/)
        expect((await allKeys(db)).map(({ retiredAt }) => retiredAt === null)).toEqual([true, false])
        const [newest] = await allKeys(db)
        expect((await run('revoke-key', newest!.id)).out).toContain(`The key ${newest!.id} is called back.`)
        expect((await allKeys(db)).map(({ revokedAt }) => revokedAt === null)).toEqual([true, false, true])
        const none = await run('revoke', '7K3D-90QF-XM2A-BT5Z', '--reason', 'Given by mistake.')
        expect(none).toEqual({ code: 1, out: '', err: 'There is no certificate 7K3D-90QF-XM2A-BT5Z. Nothing was changed.\n' })
        await db.destroy()
      })
    },
    180_000,
  )

  it('lists its commands where it does not know one', async () => {
    const { code, err, out } = await admin({}, 'adminstrator')
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(
      /^There is no command “adminstrator”\.\n.*reset-link <address>.*revoke-key <key>.*revoke <number> --reason.*copy-to <file/s,
    )
  }, 180_000)

  it('does not make a site where there is none', async () => {
    await inFolder(async (folder) => {
      const nowhere = join(folder, 'nowhere')
      const none = await admin({ DATA_DIR: nowhere }, 'people')
      expect(none).toEqual({ code: 1, out: '', err: expect.stringContaining(`There is no site in ${nowhere}.`) })
      expect(existsSync(nowhere)).toBe(false)
    })
  }, 180_000)

  it('says in a sentence what keeps it from the database', async () => {
    await inFolder(async (folder) => {
      const wrong = await admin({ DATA_DIR: folder, DATABASE_URL: 'mysql://x' }, 'people')
      expect(wrong).toEqual({ code: 1, out: '', err: expect.stringMatching(/^DATABASE_URL must start with postgres/) })
      const closed = await admin({ DATA_DIR: folder, DATABASE_URL: 'postgres://127.0.0.1:9/none' }, 'people')
      expect(closed).toEqual({ code: 1, out: '', err: expect.stringMatching(/^That did not work: [^\n]+\n$/) })
    })
  }, 180_000)
})
