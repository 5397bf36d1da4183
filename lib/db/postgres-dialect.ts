/** Kysely's PostgreSQL dialect over pg. Whole numbers come back as numbers: ours are counts and milliseconds, far below 2^53. */
import { PostgresDialect } from 'kysely'
import pg from 'pg'

const int8 = pg.types.builtins.INT8

export function postgresDialect(url: string): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    // A server that does not reply, or ten stuck transactions, become an error that is told, not requests that pile up.
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    types: {
      getTypeParser: ((type: number, format?: 'text' | 'binary') =>
        type === int8 ? Number : pg.types.getTypeParser(type, format as 'text')) as typeof pg.types.getTypeParser,
    },
  })
  // A lost connection tells its own listeners and, while idle, the pool's; without one of each it would end the process,
  // also in a transaction that happens to ask nothing just then. It is replaced at the next query.
  pool.on('connect', (client) => client.on('error', (error) => console.warn(`A database connection was lost: ${error.message}`)))
  pool.on('error', () => undefined)
  return new PostgresDialect({ pool })
}
