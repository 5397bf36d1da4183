/** Starting and stopping, as whoever runs the site meets them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'

const root = resolve(import.meta.dirname, '..')
const port = 3415
const base = `http://localhost:${port}`

type Run = { process: ChildProcess; output: () => string; ended: Promise<number | null>; said: (text: string) => Promise<void> }

function serve(folder: string, environment: Record<string, string> = {}): Run {
  const { DATABASE_URL: _, ...inherited } = process.env
  const child = spawn(process.execPath, [join('lib', 'command', 'serve.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, NODE_ENV: 'production', PORT: String(port), BASE_URL: base, DATA_DIR: folder, ...environment },
  })
  let text = ''
  const waiting: { for: string; done: () => void }[] = []
  const hear = (chunk: Buffer) => {
    text += chunk
    for (const one of waiting) if (text.includes(one.for)) one.done()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = new Promise<number | null>((done) => child.on('exit', done))
  const said = (wanted: string) =>
    new Promise<void>((done, failed) => {
      if (text.includes(wanted)) return done()
      waiting.push({ for: wanted, done })
      void ended.then(() => failed(new Error(`it ended without saying “${wanted}”: ${text}`)))
    })
  return { process: child, output: () => text, ended, said }
}

let folder = ''
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'common-ground-serving-'))
})
test.afterEach(() => rm(folder, { recursive: true, force: true }))
test.describe.configure({ mode: 'serial' })

for (const [variable, value] of [
  ['PORT', 'eighty'],
  ['BASE_URL', 'not an address'],
  ['DATABASE_URL', 'mysql://localhost/site'],
  ['SECRET', 'short'],
] as const)
  test(`a bad ${variable} stops the start with one sentence that names it`, async () => {
    const run = serve(folder, { [variable]: value })
    expect(await run.ended).toBe(1)
    const lines = run.output().trim().split('\n')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(variable)
  })

test('a start says the address, where the data is and what to do first, and keeps the secret to itself', async () => {
  const run = serve(folder)
  await run.said('Stop')
  expect(run.output()).toContain(base)
  expect(run.output()).toContain(join(folder, 'common-ground.sqlite'))
  expect(run.output()).toContain('First')
  expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600)
  const health = await fetch(`${base}/api/health`)
  expect(health.status).toBe(200)
  expect(await health.json()).toMatchObject({ ok: true })

  const second = serve(folder)
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain(`port ${port} is taken`)

  run.process.kill('SIGTERM')
  expect(await run.ended).toBe(0)
})

test('a stop lets a running request finish, and what it stored is there after the next start', async () => {
  const first = serve(folder)
  await first.said('is open at')
  const body = JSON.stringify({
    statements: [
      {
        id: '01934fd3-7b5c-7000-8000-000000000001',
        verb: 'answered',
        object: 'networking/two-guesses',
        contentHash: '0123456789ab',
        result: { response: { late: true } },
        at: 1_700_000_000_000,
      },
    ],
  })
  const reply = new Promise<{ status: number; text: string; cookie: string }>((done, failed) => {
    const request = httpRequest(
      `${base}/api/statements`,
      { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } },
      (response) => {
        let text = ''
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, text, cookie: response.headers['set-cookie']?.[0]?.split(';')[0] ?? '' }),
        )
      },
    )
    request.on('error', failed)
    // half of it, then the stop, then the rest
    request.write(body.slice(0, 40), () => {
      first.process.kill('SIGTERM')
      request.end(body.slice(40))
    })
  })
  const { status, text, cookie } = await reply
  expect(status, text).toBe(200)
  expect(await first.ended).toBe(0)

  const second = serve(folder)
  await second.said('is open at')
  const kept = await fetch(`${base}/api/statements?since=0`, { headers: { cookie } })
  expect(((await kept.json()) as { value: { statements: unknown[] } }).value.statements).toHaveLength(1)
  second.process.kill('SIGTERM')
  expect(await second.ended).toBe(0)
})
