import { type Kysely, sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { storeStatements } from '#lib/statement/store.ts'
import { newPlace } from '#lib/testing/databases.ts'
import { smallCourse, someDay, statement } from '#lib/testing/small-course.ts'
import { type DatabaseKind, openDatabase } from './client.ts'
import { copyDatabase } from './copy-store.ts'
import type { Database } from './schema.ts'

const other = { sqlite: 'postgresql', postgresql: 'sqlite' } as const

async function open(kind: DatabaseKind): Promise<Kysely<Database>> {
  const db = await openDatabase(await newPlace(kind))
  onTestFinished(() => db.destroy())
  return db
}

type TableNames = { name: string; columns: { name: string }[] }[]
const tablesOf = (db: Kysely<Database>): Promise<TableNames> => db.introspection.getTables()

/** Everything there is, whatever the order it comes in. */
async function allRows(db: Kysely<Database>): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const { name, columns } of await tablesOf(db)) {
    const sorted = columns.map((column) => column.name).sort()
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db)
    all[name] = rows.map((row) => JSON.stringify(sorted.map((column) => [column, row[column]]))).sort()
  }
  return all
}

const odd = [
  'plain',
  'Ünïcode – أمل 이수민 👩🏽‍🌾',
  'it\'s "quoted" \\ and\nbroken',
  '',
  ' ',
  '12',
  '1e3',
  '$' + '{x} ? $1 :a %',
  'e\u0301',
  'é',
  '\u200f',
]

/** At least a few rows in every table, of every kind of value a column can have, and enough in some to need several batches. */
async function fill(db: Kysely<Database>, kind: DatabaseKind): Promise<void> {
  for (const actor of ['amal', 'jonas']) {
    const made = Array.from({ length: 5 }, () => statement({ verb: 'experienced', object: 'networking/lessons/hello' }))
    await storeStatements(db, actor, made, { now: someDay, course: smallCourse })
  }
  const learners = Array.from({ length: 2500 }, (_, i) => ({
    id: `${odd[i % odd.length]}${i}`,
    created_at: i * 1_000_000_007,
    last_seq: 0,
  }))
  for (let i = 0; i < learners.length; i += 1000)
    await db
      .insertInto('learner')
      .values(learners.slice(i, i + 1000))
      .execute()

  const types = new Map<string, string>()
  const { rows } = await (kind === 'sqlite'
    ? sql<{
        t: string
        c: string
        type: string
      }>`select m.name as t, p.name as c, p.type as type from sqlite_master m, pragma_table_info(m.name) p where m.type = 'table'`
    : sql<{
        t: string
        c: string
        type: string
      }>`select table_name as t, column_name as c, data_type as type from information_schema.columns where table_schema = 'public'`
  ).execute(db)
  for (const { t, c, type } of rows) types.set(`${t}.${c}`, type.toLowerCase())

  const optional = new Map<string, boolean>()
  for (const { name, columns } of await db.introspection.getTables())
    for (const one of columns) optional.set(`${name}.${one.name}`, one.isNullable && one.name !== 'id' && one.name !== 'key')
  // in an order that needs no sorting: each refers to those before it
  const first = ['auth_user', 'cohort', 'assignment']
  const names = (await tablesOf(db)).map(({ name }) => name).filter((name) => !['learner', 'statement', 'module_progress'].includes(name))
  for (const name of [...first, ...names.filter((one) => !first.includes(one))]) {
    const columns = [...types.keys()].filter((key) => key.startsWith(`${name}.`)).map((key) => key.slice(name.length + 1))
    for (let i = 0; i < odd.length; i++) {
      const row = Object.fromEntries(
        columns.map((column): [string, string | number | null] => {
          const type = types.get(`${name}.${column}`)!
          if (column === 'userId' || (name === 'account_learner' && column === 'user_id')) return [column, `${odd[i]}-${i}`]
          if (['cohort_id', 'assignment_id'].includes(column)) return [column, `${odd[i]}-${i}`]
          if (column === 'learner_id' || (name === 'certificate' && column === 'actor')) return [column, `${odd[i]}${i}`]
          if (optional.get(`${name}.${column}`) && i % 3 === 0) return [column, null]
          if (type.startsWith('double')) return [column, [0.1, 1 / 3, -0.5, 1e-7, 123456789.123][i % 5]!]
          if (type === 'bigint') return [column, 1_790_000_000_000 + i]
          if (type === 'integer') return [column, i - 2]
          return [column, `${odd[i]}-${i}`]
        }),
      )
      await sql`insert into ${sql.table(name)} (${sql.join(columns.map((one) => sql.ref(one)))}) values (${sql.join(columns.map((one) => sql.val(row[one])))})`.execute(
        db,
      )
    }
  }
}

describe.each<DatabaseKind>(['sqlite', 'postgresql'])('a copy from %s to the other kind', (kind) => {
  it('has the same rows in every table, and changes nothing of the source', async () => {
    const from = await open(kind)
    const to = await open(other[kind])
    await fill(from, kind)
    const before = await allRows(from)
    expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([])

    const copied = await copyDatabase(from, to)
    expect(copied.ok && copied.tables.find(({ name }) => name === 'learner')).toEqual({ name: 'learner', rows: 2502 })
    expect(copied.ok && copied.tables.map(({ name }) => name).sort()).toEqual(Object.keys(before).sort())
    expect(await allRows(to)).toEqual(before)
    expect(await allRows(from)).toEqual(before)
  }, 60_000)

  it('does not go where something is, and leaves that as it is', async () => {
    const from = await open(kind)
    const to = await open(other[kind])
    for (const [db, id] of [
      [from, 'amal'],
      [to, 'jonas'],
    ] as const)
      await db.insertInto('learner').values({ id, created_at: 1, last_seq: 0 }).execute()
    expect(await copyDatabase(from, to)).toEqual({ ok: false, code: 'not_empty', table: 'learner' })
    expect(await to.selectFrom('learner').select('id').execute()).toEqual([{ id: 'jonas' }])
  })

  it('is whole or not there: a row that cannot be stored takes all others back', async () => {
    const from = await open(kind)
    const to = await open(other[kind])
    await from.insertInto('learner').values({ id: 'amal', created_at: 1, last_seq: 0 }).execute()
    await from.insertInto('meta').values({ key: 'fact', value: 'known' }).execute()
    await to.schema.alterTable('meta').renameTo('meta_of_another').execute()
    await to.schema
      .createTable('meta')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.check(sql`length(value) > 10`))
      .execute()
    await to.schema.dropTable('meta_of_another').execute()
    await expect(copyDatabase(from, to)).rejects.toThrow(/table meta/)
    expect(await to.selectFrom('learner').selectAll().execute()).toEqual([])
  })

  it('keeps each database its own note of the last write check', async () => {
    const from = await open(kind)
    const to = await open(other[kind])
    for (const [db, value] of [
      [from, '1'],
      [to, '2'],
    ] as const)
      await db.insertInto('meta').values({ key: 'last_write_check', value }).execute()
    expect((await copyDatabase(from, to)).ok).toBe(true)
    expect(await to.selectFrom('meta').select('value').execute()).toEqual([{ value: '2' }])
  })
})
