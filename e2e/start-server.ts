/**
 * `node e2e/start-server.ts sqlite|postgresql <port>`: serves the production build with a new, empty database, until SIGTERM.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startPostgres } from '#lib/testing/postgres.ts'
import { mailPort, setupFile } from './server-facts.ts'

const root = resolve(import.meta.dirname, '..')
const [kind, port] = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'common-ground-e2e-'))
const postgres = kind === 'postgresql' ? await startPostgres() : null
// it ends the process at once; here the site has to close its connections first
process.removeAllListeners('SIGTERM')

const { DATABASE_URL: _, SMTP_URL: __, ...environment } = process.env
const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join('lib', 'command', 'serve.ts')], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: {
    ...environment,
    NODE_ENV: 'production',
    PORT: port,
    BASE_URL: `http://localhost:${port}`,
    DATA_DIR: join(folder, 'data'),
    ...(postgres ? { DATABASE_URL: await postgres.createDatabase(), SMTP_URL: `smtp://127.0.0.1:${mailPort(Number(port))}` } : {}),
  },
})
// the link for the first administrator, as whoever starts the server reads it
let said = ''
server.stdout.on('data', (text: Buffer) => {
  process.stdout.write(text)
  said += text
  const link = /^ *(https?:\S+\/setup\?\S+)$/m.exec(said)?.[1]
  if (!link) return
  mkdirSync(join(root, '.test'), { recursive: true })
  writeFileSync(setupFile(Number(port)), link)
  said = ''
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill('SIGTERM'))
server.on('exit', async (code) => {
  await postgres?.stop()
  await rm(folder, { recursive: true, force: true })
  process.exit(code ?? 0)
})
