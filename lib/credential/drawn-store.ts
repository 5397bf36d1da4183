/**
 * Files of certificates that were drawn: pictures and PDFs, which bear the name of their holder. They go with their certificate. Each
 * server has its own, and one that is being drawn at that moment may come late, so each looks again when it starts.
 */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'

/** below DATA_DIR; whoever draws into another folder adds it */
export const drawnFolders = ['images', 'documents'] as const
/** a file begins with the number of its certificate */
const numberAt = /^((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})-/
const mostAtOnce = 500

/** @param numbers of certificates that are gone */
export async function forgetDrawn(dataDir: string, numbers: readonly string[]): Promise<void> {
  const gone = new Set(numbers)
  if (gone.size > 0) await removeWhere(dataDir, (number) => gone.has(number))
}

/** Removes what was drawn of certificates that are not there any more. */
export async function sweepDrawn(db: Kysely<Database>, dataDir: string): Promise<void> {
  const drawn = [...new Set((await filesIn(dataDir)).map(({ number }) => number))]
  const there = new Set<string>()
  for (let at = 0; at < drawn.length; at += mostAtOnce) {
    const some = drawn.slice(at, at + mostAtOnce)
    const rows = await db.selectFrom('certificate').select('id').where('id', 'in', some).execute()
    for (const { id } of rows) there.add(id)
  }
  // one that was made in the meantime is drawn again when it is asked for
  await removeWhere(dataDir, (number) => !there.has(number))
}

async function removeWhere(dataDir: string, isGone: (number: string) => boolean): Promise<void> {
  const files = (await filesIn(dataDir)).filter(({ number }) => isGone(number))
  await Promise.all(files.map(({ path }) => rm(path, { force: true })))
}

async function filesIn(dataDir: string): Promise<{ path: string; number: string }[]> {
  const lists = await Promise.all(
    drawnFolders.map(async (folder) => {
      const names = await readdir(join(/* turbopackIgnore: true */ dataDir, folder)).catch(() => [])
      return names.flatMap((name) => {
        const number = numberAt.exec(name)?.[1]
        return number === undefined ? [] : [{ path: join(/* turbopackIgnore: true */ dataDir, folder, name), number }]
      })
    }),
  )
  return lists.flat()
}
