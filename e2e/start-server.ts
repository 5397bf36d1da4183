/**
 * `node e2e/start-server.ts sqlite|postgresql <port>`: serves the production build with a new, empty database, until SIGTERM.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startPostgres } from '#lib/testing/postgres.ts'

const root = resolve(import.meta.dirname, '..')
const [kind, port] = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'common-ground-e2e-'))
const postgres = kind === 'postgresql' ? await startPostgres() : null
// it ends the process at once; here the site has to close its connections first
process.removeAllListeners('SIGTERM')

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
    ...(postgres ? { DATABASE_URL: await postgres.createDatabase() } : {}),
  },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill('SIGTERM'))
server.on('exit', async (code) => {
  await postgres?.stop()
  await rm(folder, { recursive: true, force: true })
  process.exit(code ?? 0)
})
