/**
 * The facts of a cohort's grid, read again only when the cohort has changed. Every change of what the grid shows raises
 * `cohort.version` in its own transaction, so facts read at or after a version are good for as long as the cohort has that
 * version, in every server. States that hang on the clock (late, silent) are not kept: they are worked out at each request.
 */
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import type { GridFacts, GridModule } from './grid.ts'
import { readGrid } from './grid-store.ts'

/** cohorts; a large one takes some megabytes */
const mostKept = 12

type Kept = { version: number; modules: readonly GridModule[]; facts: Promise<GridFacts> }
const kept = new WeakMap<object, Map<string, Kept>>()

/** @param cohort with the version as it was read before this is called */
export function gridFacts(
  db: Kysely<Database>,
  cohort: { id: string; version: number },
  modules: readonly GridModule[],
): Promise<GridFacts> {
  const own = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, own)
  const before = own.get(cohort.id)
  own.delete(cohort.id)
  const good = before !== undefined && before.version >= cohort.version && before.modules === modules
  const entry = good ? before : { version: cohort.version, modules, facts: readGrid(db, cohort.id, modules) }
  // the one used last stands at the end; the first one goes
  own.set(cohort.id, entry)
  if (own.size > mostKept) own.delete(own.keys().next().value!)
  entry.facts.catch(() => {
    if (own.get(cohort.id) === entry) own.delete(cohort.id)
  })
  return entry.facts
}
