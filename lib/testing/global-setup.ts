/**
 * Runs once around all unit tests. Gives them a folder for files, and PostgreSQL databases: they ask here for one, over a
 * local port, so that the server starts at the first such question and not at all where no test asks.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres, type TestPostgres } from './postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** address that gives the URL of a new database at each question */
    postgresBroker: string
    /** for files that are gone when all tests have ended */
    temporaryFolder: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<TestPostgres> | undefined
  let queue: Promise<unknown> = Promise.resolve()
  // a line that is kept open is not closed while a test is about to ask over it
  const broker = createServer({ keepAliveTimeout: 0 }, (_request, response) => {
    started ??= startPostgres()
    const made = queue.then(async () => (await started!).createDatabase())
    queue = made.catch(() => undefined)
    made.then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => broker.listen(0, '127.0.0.1', resolve))
  project.provide('postgresBroker', `http://127.0.0.1:${(broker.address() as AddressInfo).port}`)

  const temporaryFolder = mkdtempSync(join(tmpdir(), 'common-ground-tests-'))
  project.provide('temporaryFolder', temporaryFolder)
  process.on('exit', () => rmSync(temporaryFolder, { recursive: true, force: true }))

  return async () => {
    broker.closeAllConnections()
    broker.close()
    rmSync(temporaryFolder, { recursive: true, force: true })
    await (await started?.catch(() => undefined))?.stop()
  }
}
