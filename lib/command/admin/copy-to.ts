/**
 * `npm run admin -- copy-to <file or postgres://…>`: copies the site's database into an empty one of the other kind and compares every
 * row. Nothing of the source is changed; what was not copied whole is not copied at all.
 */
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Kysely } from 'kysely'
import { readConfig } from '#lib/config/read-config.ts'
import { closeDatabase, database, openDatabase } from '#lib/db/client.ts'
import { copyDatabase } from '#lib/db/copy-store.ts'
import type { Database } from '#lib/db/schema.ts'

export const usage = 'copy-to <file or postgres://…>       copy the whole site into an empty database of the other kind'

/** @returns the exit code */
export async function copyTo(args: readonly string[]): Promise<number> {
  const [place] = args
  if (!place || args.length > 1)
    return refuse('Say where to: npm run admin -- copy-to postgres://user:password@host/name, or the name of a file.')
  const read = readConfig(process.env)
  if (!read.ok) return refuse(read.sentence)
  const toPostgres = /^postgres(ql)?:\/\//.test(place)
  if (!toPostgres && URL.canParse(place) && place.includes('://')) return refuse('The address must begin with postgres://.')
  if (toPostgres === (read.config.databaseUrl !== null))
    return refuse(
      toPostgres
        ? 'This site is on PostgreSQL, so the copy goes to a SQLite file. From PostgreSQL to PostgreSQL, use pg_dump and pg_restore.'
        : 'This site is on SQLite, so the copy goes to postgres://…. For another file, copy this one while the site is stopped.',
    )
  if (!toPostgres && !existsSync(dirname(resolve(place)))) return refuse(`There is no folder ${dirname(resolve(place))}.`)

  let target: Kysely<Database> | undefined
  try {
    target = await openDatabase(toPostgres ? { url: place } : { file: resolve(place) })
    const copied = await copyDatabase(await database(), target)
    if (!copied.ok)
      return refuse(`The database there is not empty: its table ${copied.table} has rows. Nothing was changed. Give an empty database.`)
    const rows = copied.tables.reduce((sum, table) => sum + table.rows, 0)
    const filled = copied.tables.filter((table) => table.rows > 0)
    for (const table of filled) console.log(`  ${table.name.padEnd(24)} ${String(table.rows).padStart(9)}`)
    console.log(`Copied and compared: ${rows} rows in ${filled.length} tables, each the same there as here.`)
    console.log('It has what there was when it began: if the site was running, stop it and copy once more, into another empty database.')
    console.log(
      toPostgres
        ? 'Then set DATABASE_URL to that address and start the site. Keep DATA_DIR: its file “secret” keeps people signed in.'
        : 'Then unset DATABASE_URL, put the file into DATA_DIR as common-ground.sqlite and start the site, with the same “secret”.',
    )
    return 0
  } catch (error) {
    return refuse(
      `Nothing was copied: ${error instanceof Error ? error.message : String(error)}\nWhen that is mended, run the same command again; the place is as empty as it was.`,
    )
  } finally {
    await target?.destroy()
    await closeDatabase()
  }
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}
