/** The grid of a cohort, as pages and the export show it. */
import type { Kysely } from 'kysely'
import { type Grid, type GridModule, makeGrid } from '#lib/cohort/grid.ts'
import { gridFacts } from '#lib/cohort/grid-cache-store.ts'
import { gridModules as modulesOf } from '#lib/cohort/report-course.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import type { Database } from '#lib/db/schema.ts'

const known = new WeakMap<LoadedCourse, readonly GridModule[]>()

/** The modules of the course: the same list for as long as the course is the same. */
export async function gridModules(): Promise<readonly GridModule[]> {
  const loaded = await loadCourse()
  const before = known.get(loaded)
  if (before) return before
  const modules = modulesOf(loaded)
  known.set(loaded, modules)
  return modules
}

/** @param cohort with the version that was read with the question whether one may see it */
export async function gridOf(db: Kysely<Database>, cohort: { id: string; version: number }, now: number): Promise<Grid> {
  return makeGrid(await gridFacts(db, cohort, await gridModules()), now)
}
