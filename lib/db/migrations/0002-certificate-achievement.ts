/** A certificate keeps what it says was done, as it stood when it was issued, and which picture it is drawn with. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const certificateAchievement: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('certificate')
      .addColumn('template', 'text', (column) => column.notNull().defaultTo('module'))
      .execute()
    // JSON
    await db.schema
      .alterTable('certificate')
      .addColumn('achievement', 'text', (column) => column.notNull().defaultTo('{}'))
      .execute()
  },
}
