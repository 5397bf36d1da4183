/** Whether the site can do its work: it can when its database takes a write. For supervisors and balancers. */
import { answer } from '#app/api/answer.ts'
import { ok, refuse } from '#app/api/reply.ts'
import { siteVersion } from '#lib/config/read-config.ts'
import { writeCheck } from '#lib/db/check-store.ts'
import { database, databaseKind } from '#lib/db/client.ts'

export const dynamic = 'force-dynamic'

/** Value `{ version, database, writable }`; 503 while nothing can be written. */
export const GET = answer(async (): Promise<Response> => {
  try {
    await writeCheck(await database(), Date.now())
    return ok({ version: siteVersion(), database: databaseKind(), writable: true })
  } catch (error) {
    console.error('The database took no write.', error)
    return refuse('database_not_writable', { details: { version: siteVersion(), database: databaseKind(), writable: false } })
  }
})
