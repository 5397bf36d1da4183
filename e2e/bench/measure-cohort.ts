/**
 * The page of a cohort with eight modules, as a signed-in facilitator gets it: cohorts of more and more people on a site of more and
 * more learners. Downwards in a column the site grows around the same cohort; along a row the cohort grows.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { makeGrid } from '#lib/cohort/grid.ts'
import { readGrid } from '#lib/cohort/grid-store.ts'
import { nodePath } from '#lib/command/prepare.mjs'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import { type DatabaseKind, openDatabase } from '#lib/db/client.ts'
import type { Database } from '#lib/db/schema.ts'
import { startPostgres } from '#lib/testing/postgres.ts'
import { addCohort, beginSite, growSite } from './grow-site.ts'

const root = resolve(import.meta.dirname, '../..')
const sizes = [20, 200, 2000, 20_000]
const rounds = 25

export type CohortRow = {
  database: DatabaseKind
  /** learners in all */
  site: number
  cohort: number
  /** milliseconds, median: the page after something changed in the cohort, and again where nothing did */
  changed: number
  slowest: number
  unchanged: number
  /** of `changed`, what reading the record and making the grid of it takes */
  grid: number
  /** of the page, in kB, as it is before compression */
  page: number
}

const middle = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const tenths = (value: number) => Math.round(value * 10) / 10

/** @param most learners in all at the end; ten times as many in each round, from 24 */
export async function measureCohort(
  kind: DatabaseKind,
  course: LoadedCourse,
  { port, most }: { port: number; most: number },
): Promise<CohortRow[]> {
  const base = `http://localhost:${port}`
  const folder = await mkdtemp(join(tmpdir(), 'common-ground-bench-'))
  const postgres = kind === 'postgresql' ? await startPostgres() : null
  const url = await postgres?.createDatabase()
  const db = await openDatabase(url ? { url } : { file: join(folder, 'common-ground.sqlite') })
  let server: ChildProcess | undefined
  try {
    const account = await beginSite(db, course)
    let cookie: string | undefined
    const cohorts: { id: string; people: number }[] = []
    const rows: CohortRow[] = []
    let site = 24
    for (const round of 'abcd') {
      for (const people of sizes.slice(cohorts.length)) if (people <= site) cohorts.push({ id: await addCohort(db, people), people })
      server = await startServer(port, { DATA_DIR: folder, BASE_URL: base, DATABASE_URL: url })
      cookie ??= await signIn(base, account)
      for (const { id, people } of cohorts)
        rows.push({
          database: kind,
          site,
          cohort: people,
          ...(await measurePage(db, course, `${base}/facilitate/cohorts/${id}`, id, cookie)),
        })
      await stopServer(server)
      if (site * 10 > most) break
      site = await growSite(db, round)
    }
    return rows
  } finally {
    if (server) await stopServer(server)
    await db.destroy()
    await postgres?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measurePage(db: Kysely<Database>, course: LoadedCourse, url: string, cohort: string, cookie: string) {
  const modules = course.course.modules.map(({ slug, number, title, short }) => ({ slug, number, title, short }))
  const times = { changed: [] as number[], unchanged: [] as number[], grid: [] as number[] }
  let page = 0
  for (let i = -3; i < rounds; i++) {
    await db.updateTable('cohort').set({ version: sql<number>`version + 1` }).where('id', '=', cohort).execute()
    for (const kind of ['changed', 'unchanged'] as const) {
      const begun = performance.now()
      const response = await fetch(url, { headers: { cookie }, redirect: 'manual' })
      const text = await response.text()
      const took = performance.now() - begun
      if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
      page = Buffer.byteLength(text)
      // the first few warm the server up
      if (i >= 0) times[kind].push(took)
    }
    const begun = performance.now()
    makeGrid(await readGrid(db, cohort, modules), Date.now())
    if (i >= 0) times.grid.push(performance.now() - begun)
  }
  return {
    changed: tenths(middle(times.changed)),
    slowest: tenths(Math.max(...times.changed)),
    unchanged: tenths(middle(times.unchanged)),
    grid: tenths(middle(times.grid)),
    page: Math.round(page / 1000),
  }
}

/** @param flags of Node */
export async function startServer(
  port: number,
  given: Record<string, string | undefined>,
  flags: readonly string[] = [],
): Promise<ChildProcess> {
  const { DATABASE_URL: _, SMTP_URL: __, ...environment } = process.env
  const place = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const server = spawn(nodePath(), ['--disable-warning=ExperimentalWarning', ...flags, join('lib', 'command', 'serve.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...environment, NODE_ENV: 'production', PORT: String(port), ...place },
  })
  await new Promise<void>((ready, failed) => {
    server.stdout!.on('data', (text: Buffer) => text.includes('is open at') && ready())
    server.on('exit', (code) => failed(new Error(`The site did not start: ${code}`)))
  })
  return server
}

export async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
}

async function signIn(base: string, account: { email: string; password: string }): Promise<string> {
  const response = await fetch(`${base}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify(account),
  })
  if (!response.ok) throw new Error(`Nobody could sign in: ${response.status} ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map((one) => one.slice(0, one.indexOf(';')))
    .join('; ')
}
