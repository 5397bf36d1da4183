/**
 * Files of certificates that were drawn: pictures and PDFs, which bear the name of their holder. They go with their certificate, and with
 * the name that is in them. Each server has its own, and one that is being drawn at that moment may come late, so each looks again when it
 * starts and once an hour.
 */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'

/** below DATA_DIR; whoever draws into another folder adds it */
export const drawnFolders = ['images', 'documents'] as const
/** a file begins with the number of its certificate; then comes the size of the paper, where there is one, and the version */
const beginning = /^((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})-(?:[a-z][a-z0-9]*-)?(\d*)/
const mostAtOnce = 500
const hour = 60 * 60 * 1000

/** @param numbers of certificates that are gone, or that were drawn under another name */
export async function forgetDrawn(dataDir: string, numbers: readonly string[]): Promise<void> {
  const gone = new Set(numbers)
  if (gone.size > 0) await remove((await filesIn(dataDir)).filter(({ number }) => gone.has(number)))
}

/** Removes what was drawn of certificates that are not there any more, and of those that are, what an older version left. */
export async function sweepDrawn(db: Kysely<Database>, dataDir: string): Promise<void> {
  const drawn = await filesIn(dataDir)
  const numbers = [...new Set(drawn.map(({ number }) => number))]
  const versions = new Map<string, number>()
  for (let at = 0; at < numbers.length; at += mostAtOnce) {
    const some = numbers.slice(at, at + mostAtOnce)
    const rows = await db.selectFrom('certificate').select(['id', 'version']).where('id', 'in', some).execute()
    for (const { id, version } of rows) versions.set(id, version)
  }
  // one that was made or corrected in the meantime is drawn again when it is asked for
  await remove(drawn.filter(({ number, version }) => version < (versions.get(number) ?? Number.POSITIVE_INFINITY)))
}

const realTimer = {
  set: (call: () => void, milliseconds: number): unknown => setInterval(call, milliseconds).unref(),
  clear: (timer: unknown) => clearInterval(timer as NodeJS.Timeout),
}

/**
 * Sweeps now and once an hour. Not one of the jobs that one server does for all (lib/server/jobs.ts): no server sees another’s disk.
 * @returns stops it, and waits for a sweep that runs
 */
export function startSweeping(
  db: Kysely<Database>,
  dataDir: string,
  {
    timer = realTimer,
    report = (error: unknown) => console.error('Old pictures of certificates could not be removed. It is tried again in an hour.', error),
  }: { timer?: typeof realTimer; report?: (error: unknown) => void } = {},
): () => Promise<void> {
  let running: Promise<void> | null = null
  const sweep = () => {
    running ??= sweepDrawn(db, dataDir)
      .catch(report)
      .finally(() => {
        running = null
      })
  }
  sweep()
  const ticking = timer.set(sweep, hour)
  return async () => {
    timer.clear(ticking)
    await running
  }
}

type Drawn = { path: string; number: string; version: number }

async function remove(files: readonly Drawn[]): Promise<void> {
  await Promise.all(files.map(({ path }) => rm(path, { force: true })))
}

async function filesIn(dataDir: string): Promise<Drawn[]> {
  const lists = await Promise.all(
    drawnFolders.map(async (folder) => {
      const names = await readdir(join(/* turbopackIgnore: true */ dataDir, folder)).catch(() => [])
      return names.flatMap((name) => {
        const [, number, version] = beginning.exec(name) ?? []
        if (number === undefined) return []
        return [{ path: join(/* turbopackIgnore: true */ dataDir, folder, name), number, version: Number(version) }]
      })
    }),
  )
  return lists.flat()
}
