/**
 * Kysely's SQLite dialect over Node's own node:sqlite. Differences from Kysely's defaults, and why:
 * - transactions begin IMMEDIATE: several processes may open the file, and a transaction that starts by reading and then
 *   wants to write would fail at once where another has written in between;
 * - migrations run in such a transaction, so that two servers starting together are safe.
 * One connection in a process; Kysely queues transactions on it. Inside a transaction use only its `trx`: a query on
 * the outer `db` would wait for the transaction, and the transaction for the query.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely'

const busyTimeoutMilliseconds = 5000
const keptStatements = 200
/** pages read, kept in memory; SQLite's own 2 MB are little for a site of some thousand learners */
const cacheKilobytes = 32_000

export function sqliteDialect(file: string): SqliteDialect {
  return new ImmediateDialect({ database: async () => openFile(file) })
}

class ImmediateDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig
  constructor(config: SqliteDialectConfig) {
    super(config)
    this.#config = config
  }
  override createDriver() {
    return new ImmediateDriver(this.#config)
  }
  override createAdapter() {
    return new TransactionalDdlAdapter()
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

function openFile(file: string): SqliteDatabase {
  const database = new DatabaseSync(file, { timeout: busyTimeoutMilliseconds, enableForeignKeyConstraints: true })
  turnOnWriteAheadLog(database)
  database.exec('pragma synchronous = full')
  database.exec(`pragma cache_size = -${cacheKilobytes}`)
  const kept = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare(text) {
      const known = kept.get(text)
      if (known) return known
      const statement = asKyselyStatement(database.prepare(text))
      if (kept.size >= keptStatements) kept.delete(kept.keys().next().value!)
      kept.set(text, statement)
      return statement
    },
  }
}

/** Switching to WAL needs the file alone for a moment and does not always wait for it, so a second process tries again. */
function turnOnWriteAheadLog(database: DatabaseSync): void {
  for (let left = 100; ; left--) {
    try {
      database.exec('pragma journal_mode = wal')
      return
    } catch (error) {
      if (left === 0) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
    }
  }
}

/**
 * Rows come from SQLite as lists and are made objects here: half the time of objects made by node:sqlite, which are also slow to read from
 * ever after. Which columns there are is asked after the rows: another process may have changed the table.
 */
function asKyselyStatement(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
  const namesOf = () => statement.columns().map(({ name }) => name)
  const reader = statement.columns().length > 0
  if (reader) statement.setReturnArrays(true)
  return {
    reader,
    all(parameters) {
      const rows = statement.all(...values(parameters)) as unknown as Cells[]
      const names = rows.length === 0 ? [] : namesOf()
      return rows.map((row) => asObject(names, row))
    },
    run: (parameters) => statement.run(...values(parameters)),
    *iterate(parameters) {
      let names: string[] | undefined
      for (const row of statement.iterate(...values(parameters)) as Iterable<unknown> as Iterable<Cells>) {
        names ??= namesOf()
        yield asObject(names, row)
      }
    },
  }
}

type Cells = readonly unknown[]

function asObject(names: readonly string[], row: Cells): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (let i = 0; i < names.length; i++) made[names[i]!] = row[i]
  return made
}
