/** `npm run projections:rebuild`: makes progress and counts again from the log, for instance after a rule has changed. */
import { loadCourse } from '#lib/course/load-course.ts'
import { closeDatabase, database, databaseKind } from '#lib/db/client.ts'
import { courseRules } from '#lib/progress/course-rules.ts'
import { rebuildProjections } from '#lib/progress/store.ts'

try {
  await rebuildProjections(await database(), courseRules(await loadCourse()), databaseKind())
  console.log('Progress and counts were made again from the log.')
} catch (error) {
  console.error(`Nothing was changed. ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
} finally {
  await closeDatabase()
}
