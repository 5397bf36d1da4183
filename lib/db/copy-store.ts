/**
 * Copies everything from one database into another, empty one: each table, row by row in the order of its key, in batches, in one
 * transaction, and compares every row before that is committed. So the copy is whole and equal, or nothing was copied. While it runs
 * nobody writes to a SQLite source, and of a PostgreSQL source one moment is seen.
 * One of the two, at least, is SQLite: from it come the names of the tables, their keys, and which table needs which.
 */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from './schema.ts'

export type CopiedTable = { name: string; rows: number }
export type Copied = { ok: true; tables: CopiedTable[] } | { ok: false; code: 'not_empty'; table: string }

export type Part = { besides?: readonly string[]; first?: (target: Transaction<Database>, all: readonly string[]) => Promise<void> }

type Db = Kysely<Database> | Transaction<Database>
type Value = string | number | null
type Row = Readonly<Record<string, Value>>
type Table = { name: string; columns: string[]; key: string[] }

/** SQLite takes 32,766 values in a statement, PostgreSQL twice as many. */
const mostValues = 30_000
const mostRows = 2000
/** a note of the last check that writing works; each database has its own */
const ownOfEach = 'last_write_check'

export class RowsDiffer extends Error {}

/**
 * @param part.besides tables that are neither copied nor have to be empty
 * @param part.first done in the target before anything else, in the same transaction; `all`: every table but `besides`, in an order in
 *   which each comes after those it refers to
 */
export async function copyDatabase(from: Kysely<Database>, to: Kysely<Database>, part: Part = {}): Promise<Copied> {
  const tables = (await readTables(isSqlite(from) ? from : to)).filter(({ name }) => !part.besides?.includes(name))
  const reading = isSqlite(from) ? from.transaction() : from.transaction().setIsolationLevel('repeatable read')
  return reading.execute((source) =>
    to.transaction().execute(async (target): Promise<Copied> => {
      await part.first?.(
        target,
        tables.map(({ name }) => name),
      )
      for (const { name } of tables) if (await hasRows(target, name)) return { ok: false, code: 'not_empty', table: name }
      const copied: CopiedTable[] = []
      for (const table of tables) {
        for await (const rows of readBatches(source, table)) await insertRows(target, table, rows)
        copied.push({ name: table.name, rows: await compareTable(source, target, table) })
      }
      return { ok: true, tables: copied }
    }),
  )
}

const isSqlite = (db: Db) => !db.getExecutor().adapter.supportsMultipleConnections

/** All tables but those of the migrations, each after those it refers to. */
async function readTables(db: Kysely<Database>): Promise<Table[]> {
  const { rows: names } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%' order by name`.execute(db)
  const found = new Map<string, Table & { needs: string[] }>()
  for (const { name } of names) {
    const { rows: columns } = await sql<{ name: string; pk: number }>`select name, pk from pragma_table_info(${name})`.execute(db)
    const { rows: needs } = await sql<{ table: string }>`select "table" from pragma_foreign_key_list(${name})`.execute(db)
    const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
    if (key.length === 0) throw new Error(`The table ${name} has no key, so it cannot be copied row by row.`)
    found.set(name, {
      name,
      columns: columns.map((column) => column.name),
      key: key.map((column) => column.name),
      needs: needs.map(({ table }) => table),
    })
  }
  const sorted = new Map<string, Table>()
  const add = (name: string) => {
    const { needs, ...table } = found.get(name)!
    for (const other of needs) if (other !== name && !sorted.has(other)) add(other)
    sorted.set(name, table)
  }
  for (const name of found.keys()) if (!sorted.has(name)) add(name)
  return [...sorted.values()]
}

/** What is copied of a table. */
const copiedRows = (table: string) =>
  table === 'meta' ? sql`${sql.table(table)} where key <> ${ownOfEach}` : sql`${sql.table(table)} where true`

async function hasRows(db: Db, table: string): Promise<boolean> {
  return (await sql`select 1 from ${copiedRows(table)} limit 1`.execute(db)).rows.length > 0
}

async function countRows(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${copiedRows(table)}`.execute(db)
  return Number(rows[0]!.n)
}

const list = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)))
const tuple = (row: Row, columns: readonly string[]) => sql`(${sql.join(columns.map((column) => sql.val(row[column])))})`
/** The same where the database cannot tell from a column what a value is: PostgreSQL would take a number for text. */
const typedTuple = (row: Row, columns: readonly string[]) =>
  sql`(${sql.join(columns.map((column) => (Number.isInteger(row[column]) ? sql`cast(${row[column]} as bigint)` : sql.val(row[column]))))})`
const batchOf = ({ columns }: Table) => Math.max(1, Math.min(mostRows, Math.floor(mostValues / columns.length)))

async function* readBatches(db: Db, table: Table): AsyncGenerator<readonly Row[]> {
  const most = batchOf(table)
  let last: Row | undefined
  for (;;) {
    const after = last ? sql`and (${list(table.key)}) > ${tuple(last, table.key)}` : sql``
    const { rows } = await sql<Row>`
      select ${list(table.columns)} from ${copiedRows(table.name)} ${after} order by ${list(table.key)} limit ${sql.lit(most)}`.execute(db)
    if (rows.length > 0) yield rows
    if (rows.length < most) return
    last = rows.at(-1)!
  }
}

async function insertRows(db: Db, table: Table, rows: readonly Row[]): Promise<void> {
  const values = sql.join(rows.map((row) => tuple(row, table.columns)))
  try {
    await sql`insert into ${sql.table(table.name)} (${list(table.columns)}) values ${values}`.execute(db)
  } catch (error) {
    throw new Error(`A row of the table ${table.name} cannot be stored there: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

/** Every row of the source against the row with the same key, and the number of rows. @returns that number */
async function compareTable(source: Db, target: Db, table: Table): Promise<number> {
  const asText = (row: Row, columns: readonly string[]) => JSON.stringify(columns.map((column) => row[column]))
  const n = await countRows(source, table.name)
  if ((await countRows(target, table.name)) !== n) throw new RowsDiffer(`The table ${table.name} has another number of rows.`)
  for await (const rows of readBatches(source, table)) {
    const keys = sql.join(rows.map((row) => typedTuple(row, table.key)))
    const { rows: found } = await sql<Row>`
      select ${list(table.columns)} from ${sql.table(table.name)} where (${list(table.key)}) in (values ${keys})`.execute(target)
    const there = new Map(found.map((row) => [asText(row, table.key), asText(row, table.columns)]))
    for (const row of rows)
      if (there.get(asText(row, table.key)) !== asText(row, table.columns))
        throw new RowsDiffer(`A row of the table ${table.name} is not the same there: ${asText(row, table.key)}`)
  }
  return n
}
