/**
 * Signed credentials. `certificate.credential` is the signed JSON as it is served, byte for byte; null: not signed yet. The private halves
 * of keys are never in the database.
 */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const credentials: Migration = {
  async up(db: Kysely<unknown>) {
    // every key that ever signed here, so that what it signed can be checked for ever; `id`: the public half, as Multikey writes it
    await db.schema
      .createTable('issuer_key')
      .addColumn('id', 'text', (one) => one.primaryKey())
      .addColumn('created_at', 'bigint', (one) => one.notNull())
      .addColumn('retired_at', 'bigint')
      .execute()
    // lists of positions; `issuer`: whoever signs the list, as it signed the credentials that refer to it
    await db.schema
      .createTable('status_list')
      .addColumn('id', 'integer', (one) => one.primaryKey())
      .addColumn('issuer', 'text', (one) => one.notNull())
      .addColumn('created_at', 'bigint', (one) => one.notNull())
      .execute()
    // one for each credential that was signed, also those replaced or erased; `certificate` is null once its holder is erased
    await db.schema
      .createTable('status_entry')
      .addColumn('list', 'integer', (one) => one.notNull())
      .addColumn('position', 'integer', (one) => one.notNull())
      .addColumn('certificate', 'text')
      .addColumn('created_at', 'bigint', (one) => one.notNull())
      .addColumn('revoked_at', 'bigint')
      // 'replaced', or 'revoked' by an administrator
      .addColumn('revoked_as', 'text')
      .addColumn('reason', 'text', (one) => one.notNull())
      .addPrimaryKeyConstraint('status_entry_key', ['list', 'position'])
      .execute()
    await db.schema.createIndex('status_entry_certificate').on('status_entry').column('certificate').execute()

    const table = () => db.schema.alterTable('certificate')
    await table().addColumn('credential', 'text').execute()
    await table().addColumn('status_list', 'integer').execute()
    await table().addColumn('status_position', 'integer').execute()
    // 'public', 'unlisted' or 'private'
    await table()
      .addColumn('visibility', 'text', (one) => one.notNull().defaultTo('unlisted'))
      .execute()
    // whether the holder wants the name on it
    await table()
      .addColumn('shows_name', 'integer', (one) => one.notNull().defaultTo(1))
      .execute()
    // what stands for the holder in the credential, and for nothing else anywhere
    await table().addColumn('subject', 'text').execute()
  },
}
