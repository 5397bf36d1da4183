/**
 * The promise behind everything else: what the server acknowledged is stored, once, whatever happens to the server.
 * A real server process is killed with SIGKILL twenty times while statements are being sent, and started again each time.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from '@playwright/test'
import { objectId } from '#lib/course/schema.ts'
import { uuid7 } from '#lib/statement/uuid7.ts'
import { writePlace } from '#lib/testing/course-fixture.ts'

const root = resolve(import.meta.dirname, '..')
const port = 3413
const base = `http://localhost:${port}`
const kills = 20
const batchSize = 8

test.describe.configure({ mode: 'serial', timeout: 300_000 })
test.use({ baseURL: base })

let folder = ''
/** Where the server is started, with a small course: what is stored here does not depend on how much there is to learn. */
let place = ''
let server: ChildProcess

function start(): Promise<void> {
  const { DATABASE_URL: _, ...environment } = process.env
  server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'lib', 'command', 'serve.ts')], {
    cwd: place,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...environment,
      NODE_ENV: 'production',
      PORT: String(port),
      BASE_URL: base,
      DATA_DIR: folder,
      NODE_COMPILE_CACHE: join(place, 'compiled'),
    },
  })
  return new Promise((ready, failed) => {
    server.stdout?.on('data', (text: Buffer) => text.includes('is open at') && ready())
    server.once('exit', () => failed(new Error('the server ended before it was ready')))
  })
}

function stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  return new Promise((gone) => {
    server.once('exit', () => gone())
    server.kill(signal)
  })
}

/** SIGKILL: no handler runs, nothing is flushed by the process. */
const kill = () => stop('SIGKILL')

const statement = (n: number) => ({
  id: uuid7(Date.now(), randomBytes(10)),
  verb: 'answered',
  object: objectId.moduleActivity('first', 'guesses'),
  contentHash: '0123456789ab',
  result: { response: { n } },
  at: Date.now(),
})

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'common-ground-sigkill-'))
  place = await writePlace()
  // what a server has compiled it leaves to the next ones only where it ends by itself
  await start()
  await stop('SIGTERM')
  await start()
})

test.afterAll(async () => {
  server.kill('SIGKILL')
  await rm(place, { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
})

test('twenty kills lose no acknowledged statement and store none twice', async () => {
  const first = await fetch(`${base}/api/statements`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ statements: [statement(0)] }),
  })
  const cookie = first.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  expect(cookie).toContain('cg_guest=')

  const acknowledged = new Set<string>()
  const sent = new Set<string>()
  let unsent: ReturnType<typeof statement>[] = []

  const send = async (statements: ReturnType<typeof statement>[]) => {
    for (const { id } of statements) sent.add(id)
    const response = await fetch(`${base}/api/statements`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ statements }),
    })
    const reply = (await response.json()) as { value: { results: { id: string; ok: boolean }[] } }
    for (const { id, ok } of reply.value.results) if (ok) acknowledged.add(id)
    return statements.filter(({ id }) => !acknowledged.has(id))
  }

  let n = 0
  for (let round = 0; round < kills; round++) {
    // what the last kill cut off goes first, as the outbox of a browser would do
    if (unsent.length > 0) unsent = await send(unsent)
    expect(unsent).toEqual([])
    const batches = Array.from({ length: 12 }, () => Array.from({ length: batchSize }, () => statement(++n)))
    const answers = batches.map((batch) => send(batch).catch(() => batch))
    // the kill falls after the first, second, third… acknowledgement, while the rest is on its way
    let seen = 0
    await new Promise<void>((due) => {
      for (const answer of answers) void answer.then(() => ++seen > round % 6 && due())
    })
    await kill()
    unsent = (await Promise.all(answers)).flat()
    await start()
  }
  if (unsent.length > 0) unsent = await send(unsent)
  expect(unsent).toEqual([])
  expect(acknowledged.size).toBe(kills * 12 * batchSize)

  const stored: string[] = []
  for (let since = 0; ; ) {
    const response = await fetch(`${base}/api/statements?since=${since}`, { headers: { cookie } })
    const { value } = (await response.json()) as { value: { statements: { id: string }[]; next: number } }
    stored.push(...value.statements.map(({ id }) => id))
    if (value.statements.length === 0) break
    since = value.next
  }
  expect(new Set(stored).size).toBe(stored.length)
  expect([...acknowledged].filter((id) => !stored.includes(id))).toEqual([])
  expect(stored.length).toBe(acknowledged.size + 1)

  const database = new DatabaseSync(join(folder, 'common-ground.sqlite'), { readOnly: true })
  expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
  database.close()
})
