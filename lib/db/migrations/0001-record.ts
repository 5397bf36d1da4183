/** The record, its projections and certificates. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const record: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('learner')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('last_seq', 'bigint', (column) => column.notNull())
      .execute()

    await db.schema
      .createTable('statement')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('actor', 'text', (column) => column.notNull().references('learner.id'))
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('verb', 'text', (column) => column.notNull())
      .addColumn('object', 'text', (column) => column.notNull())
      .addColumn('content_hash', 'text', (column) => column.notNull())
      .addColumn('attempt', 'text')
      .addColumn('result', 'text')
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('statement_actor_seq').unique().on('statement').columns(['actor', 'seq']).execute()
    await db.schema.createIndex('statement_actor_object').on('statement').columns(['actor', 'object']).execute()
    // One start, one response to each item and one finish in an attempt at a quiz, whatever is sent and how often.
    await sql`
      create unique index statement_quiz_once on statement (attempt, verb, object)
      where verb in ('started', 'responded', 'finished') and object like '%/quiz%'
    `.execute(db)

    await db.schema
      .createTable('module_progress')
      .addColumn('actor', 'text', (column) => column.notNull().references('learner.id'))
      .addColumn('module', 'text', (column) => column.notNull())
      .addColumn('lessons_done', 'integer', (column) => column.notNull())
      .addColumn('scenario_runs', 'integer', (column) => column.notNull())
      .addColumn('scenario_endings', 'text', (column) => column.notNull())
      .addColumn('quiz_attempts', 'integer', (column) => column.notNull())
      .addColumn('best_scaled', 'double precision')
      .addColumn('reached_at', 'bigint')
      .addColumn('satisfied_at', 'bigint')
      .addColumn('last_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('module_progress_key', ['actor', 'module'])
      .execute()

    await db.schema
      .createTable('item_response_count')
      .addColumn('item', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('n', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('item_response_count_key', ['item', 'kind', 'value'])
      .execute()

    await db.schema
      .createTable('choice_count')
      .addColumn('scene', 'text', (column) => column.notNull())
      .addColumn('choice', 'text', (column) => column.notNull())
      .addColumn('n', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('choice_count_key', ['scene', 'choice'])
      .execute()

    await db.schema
      .createTable('certificate')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('actor', 'text', (column) => column.notNull().references('learner.id'))
      .addColumn('module', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('issued_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('certificate_actor_module').unique().on('certificate').columns(['actor', 'module']).execute()

    await db.schema
      .createTable('meta')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute()
  },
}
