/**
 * Runs a suite on both databases. `open` gives a fresh, migrated database each time; all are closed after the suite.
 *
 *   describeDatabases('certificates', (open) => {
 *     it('are issued once', async () => {
 *       const db = await open()
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { type DatabaseKind, openDatabase } from '#lib/db/client.ts'
import type { Database } from '#lib/db/schema.ts'

export type Open = () => Promise<Kysely<Database>>

export function describeDatabases(name: string, suite: (open: Open, kind: DatabaseKind, openAgain: Open) => void): void {
  for (const kind of ['sqlite', 'postgresql'] as const) {
    describe(`${name} (${kind === 'sqlite' ? 'SQLite' : 'PostgreSQL'})`, () => {
      const opened: Kysely<Database>[] = []
      let first: Place | undefined
      let last: Place | undefined
      // The first question starts PostgreSQL, which may take longer than a test is given.
      beforeAll(async () => {
        first = await newPlace(kind)
      }, 60_000)
      const openAt = async (place: Place) => {
        const db = await openDatabase(place)
        opened.push(db)
        return db
      }
      const open = async () => {
        last = first ?? (await newPlace(kind))
        first = undefined
        return openAt(last)
      }
      /** Another connection to the database that was opened last, as a second process has it. */
      const openAgain = () => openAt(last!)
      afterAll(async () => {
        await Promise.all(opened.map((db) => db.destroy()))
      })
      suite(open, kind, openAgain)
    })
  }
}

type Place = { file: string } | { url: string }

/** An empty place for a database: a file that does not exist yet, or a copy of the migrated template. */
export async function newPlace(kind: DatabaseKind): Promise<Place> {
  if (kind === 'sqlite') return { file: join(inject('temporaryFolder'), `${randomBytes(8).toString('hex')}.sqlite`) }
  const response = await fetch(inject('postgresBroker'))
  const text = await response.text()
  if (!response.ok) throw new Error(text)
  return { url: text }
}
