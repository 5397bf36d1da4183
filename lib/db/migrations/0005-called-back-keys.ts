/** A key that was stolen is called back: it stays in the table, so that whoever asks is told, and nothing it signed counts any more. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const calledBackKeys: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('issuer_key').addColumn('revoked_at', 'bigint').execute()
  },
}
