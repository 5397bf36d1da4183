import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { expect, it, vi } from 'vitest'
import { describeDatabases, newPlace } from '#lib/testing/databases.ts'
import { writeCheck } from './check-store.ts'
import { openDatabase } from './client.ts'
import { migrations } from './migrations/list.ts'

const run = promisify(execFile)

describeDatabases('a database', (open, kind, openAgain) => {
  it('gives whole numbers back as numbers, also in counts and sums', async () => {
    const db = await open()
    const at = 1_795_000_000_000
    await db.insertInto('learner').values({ id: 'amal', created_at: at, last_seq: 3 }).execute()
    const row = await db
      .selectFrom('learner')
      .select((eb) => ['created_at', eb.fn.countAll<number>().as('n'), eb.fn.max('last_seq').as('top')])
      .groupBy('created_at')
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ created_at: at, n: 1, top: 3 })
  })

  it('keeps text of any script and sign as it came', async () => {
    const db = await open()
    const value = 'آمال · 平井 · 👩🏾‍💻 · "quoted" \\ \n end'
    await db.insertInto('meta').values({ key: 'text', value }).execute()
    expect(await db.selectFrom('meta').select('value').where('key', '=', 'text').execute()).toEqual([{ value }])
  })

  it('gives rows one by one as it gives them together', async () => {
    const db = await open()
    const rows = ['a', 'b', 'c'].map((key, i) => ({ key, value: String(i) }))
    await db.insertInto('meta').values(rows).execute()
    const all = db.selectFrom('meta').selectAll().orderBy('key')
    expect(await all.execute()).toEqual(rows)
    if (kind === 'postgresql') return // streams need a cursor there, and nothing here asks for one
    const one = []
    for await (const row of all.stream()) one.push(row)
    expect(one).toEqual(rows)
  })

  it('knows the columns of a table that another process has changed', async () => {
    const db = await open()
    const other = await openAgain()
    await db.insertInto('meta').values({ key: 'a', value: '1' }).execute()
    const asked = () => sql<Record<string, unknown>>`select * from meta`.execute(db)
    expect((await asked()).rows).toEqual([{ key: 'a', value: '1' }])
    await other.schema.alterTable('meta').renameColumn('value', 'words').execute()
    await other.schema.alterTable('meta').addColumn('n', 'integer').execute()
    expect((await asked()).rows).toEqual([{ key: 'a', words: '1', n: null }])
  })

  if (kind === 'postgresql') {
    it('survives the loss of a connection in the middle of a transaction', async () => {
      const db = await open()
      const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
      const cut = db.transaction().execute(async (trx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
        await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(db)
        // Nothing is being asked at the moment the line breaks: the news reaches nobody but the connection itself.
        await new Promise((resolve) => setTimeout(resolve, 100))
        await trx.insertInto('meta').values({ key: 'cut', value: 'off' }).execute()
      })
      await expect(cut).rejects.toThrow()
      expect(await db.selectFrom('meta').selectAll().execute()).toEqual([])
      expect(warned).toHaveBeenCalledWith(expect.stringContaining('A database connection was lost'))
      warned.mockRestore()
    })
  }

  it('undoes everything of a transaction that fails', async () => {
    const db = await open()
    const failing = db.transaction().execute(async (trx) => {
      await trx.insertInto('meta').values({ key: 'half', value: 'done' }).execute()
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(await db.selectFrom('meta').selectAll().execute()).toEqual([])
  })

  it('keeps transactions of one process apart', async () => {
    const db = await open()
    await db.insertInto('meta').values({ key: 'n', value: '0' }).execute()
    const addOne = () =>
      db.transaction().execute(async (trx) => {
        // An update first takes the row's lock on PostgreSQL, as every writer here does.
        await trx.updateTable('meta').set({ value: sql`value` }).where('key', '=', 'n').execute()
        const { value } = await trx.selectFrom('meta').select('value').where('key', '=', 'n').executeTakeFirstOrThrow()
        await trx
          .updateTable('meta')
          .set({ value: String(Number(value) + 1) })
          .where('key', '=', 'n')
          .execute()
      })
    await Promise.all(Array.from({ length: 20 }, addOne))
    expect(await db.selectFrom('meta').select('value').execute()).toEqual([{ value: '20' }])
  })

  it('refuses a statement of a learner who is not there', async () => {
    const db = await open()
    const orphan = { id: 'a', actor: 'nobody', seq: 1, verb: 'chose', object: 'networking', content_hash: '', at: 1, received_at: 1 }
    await expect(db.insertInto('statement').values(orphan).execute()).rejects.toThrow(/foreign key/i)
  })

  it('can be checked for writing again and again', async () => {
    const db = await open()
    await writeCheck(db, 1)
    await writeCheck(db, 2)
    expect(await db.selectFrom('meta').selectAll().execute()).toEqual([{ key: 'last_write_check', value: '2' }])
  })

  it('is migrated once when several processes start together, and they write side by side', async () => {
    const place = await newPlace(kind)
    if ('url' in place) await emptied(place.url)
    const script = `
      import { openDatabase } from './lib/db/client.ts'
      const db = await openDatabase(${JSON.stringify(place)})
      for (let i = 0; i < 20; i++) {
        await db.transaction().execute(async (trx) => {
          await trx.insertInto('meta').values({ key: process.pid + ' ' + i, value: '' }).execute()
          await trx.selectFrom('meta').selectAll().execute()
        })
      }
      await db.destroy()
    `
    const processes = Array.from({ length: 4 }, () =>
      run(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module-typescript', '--eval', script]),
    )
    await Promise.all(processes)
    const db = await openDatabase(place)
    const { n } = await db
      .selectFrom('meta')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    const migrated = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
    await db.destroy()
    expect(n).toBe(80)
    expect(migrated.rows.map(({ name }) => name)).toEqual(Object.keys(migrations))
  })
})

/** The copy of the template without its tables, as a new PostgreSQL database is. */
async function emptied(url: string): Promise<void> {
  const db = await openDatabase({ url })
  await sql`drop schema public cascade`.execute(db)
  await sql`create schema public`.execute(db)
  await db.destroy()
}
