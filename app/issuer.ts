/** Who issues on this site, at this moment: to be asked each time, because keys are rotated. */
import { config } from '#lib/config/read-config.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { currentIssuer, type Issuer } from '#lib/credential/issuer-store.ts'
import { database } from '#lib/db/client.ts'

export async function issuer(): Promise<Issuer> {
  const { baseUrl, dataDir, issuerKey } = config()
  const { course } = await loadCourse()
  return currentIssuer(await database(), { baseUrl, dataDir, issuerKey, now: Date.now(), site: course.site })
}
