/**
 * The one way to the database. `database()` is opened and migrated once in a process, at first use, and is kept on
 * globalThis: a bundler may load this file more than once, and the script that serves the site closes what the bundle opened.
 */
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { config } from '#lib/config/read-config.ts'
import { migrate } from './migrate.ts'
import type { Database } from './schema.ts'

export type DatabaseKind = 'sqlite' | 'postgresql'

const key = Symbol.for('common-ground.database')
type Kept = { opened: Promise<Kysely<Database>>; close: () => Promise<void> }
const holder = globalThis as { [key]?: Kept }

export function database(): Promise<Kysely<Database>> {
  holder[key] ??= keep(openConfigured())
  return holder[key].opened
}

/** Closes what `database()` opened; a later `database()` opens it again. */
export async function closeDatabase(): Promise<void> {
  await holder[key]?.close()
}

/** Opens and migrates a database of the caller's own, who closes it with `destroy()`. */
export async function openDatabase(place: { url: string } | { file: string }): Promise<Kysely<Database>> {
  const dialect =
    'url' in place
      ? (await import('./postgres-dialect.ts')).postgresDialect(place.url)
      : (await import('./sqlite-dialect.ts')).sqliteDialect(place.file)
  const db = new Kysely<Database>({ dialect })
  try {
    await migrate(db)
    return db
  } catch (error) {
    await db.destroy().catch(() => undefined)
    throw error
  }
}

export function databaseKind(): DatabaseKind {
  return config().databaseUrl ? 'postgresql' : 'sqlite'
}

function openConfigured(): Promise<Kysely<Database>> {
  const { databaseUrl, dataDir } = config()
  return openDatabase(databaseUrl ? { url: databaseUrl } : { file: join(dataDir, 'common-ground.sqlite') })
}

function keep(opened: Promise<Kysely<Database>>): Kept {
  const kept: Kept = {
    opened,
    async close() {
      if (holder[key] === kept) delete holder[key]
      const db = await opened.catch(() => undefined)
      await db?.destroy()
    },
  }
  // A database that could not be opened is tried again at the next request, not remembered as broken.
  opened.catch(() => {
    if (holder[key] === kept) delete holder[key]
  })
  return kept
}
