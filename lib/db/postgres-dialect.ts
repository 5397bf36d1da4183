/** Kysely's PostgreSQL dialect over pg. Whole numbers come back as numbers: ours are counts and milliseconds, far below 2^53. */
import { PostgresDialect } from 'kysely'
import pg from 'pg'

const int8 = pg.types.builtins.INT8

export function postgresDialect(url: string): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types: {
      getTypeParser: ((type: number, format?: 'text' | 'binary') =>
        type === int8 ? Number : pg.types.getTypeParser(type, format as 'text')) as typeof pg.types.getTypeParser,
    },
  })
  // A connection that dies while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', (error) => console.warn(`A database connection was lost: ${error.message}`))
  return new PostgresDialect({ pool })
}
