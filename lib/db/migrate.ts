/**
 * Brings a database to the newest shape. Safe when several servers start together: PostgreSQL holds an advisory lock,
 * SQLite an immediate transaction, and whoever comes second finds nothing left to do.
 */
import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations/list.ts'
import type { Database } from './schema.ts'

export async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error('The database could not be migrated.', { cause: error })
}
