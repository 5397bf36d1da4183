/** GET /credentials/status/<list>: the signed list of what is revoked. The address stands in credentials and never changes. */
import { answer } from '#app/api/answer.ts'
import { openDocument, openPreflight, openRefusal } from '#app/credentials/open-document.ts'
import { issuer } from '#app/issuer.ts'
import { config } from '#lib/config/read-config.ts'
import { signedStatusList } from '#lib/credential/status-list-store.ts'
import { database } from '#lib/db/client.ts'

export const dynamic = 'force-dynamic'

export const GET = answer(async (request: Request, { params }: { params: Promise<{ list: string }> }): Promise<Response> => {
  const { list } = await params
  const { dataDir, issuerKey } = config()
  const place = { dataDir, issuerKey, now: Date.now() }
  const json = /^[1-9]\d{0,6}$/.test(list) ? await signedStatusList(await database(), Number(list), await issuer(), place) : null
  // a revocation is known everywhere within five minutes
  return json === null ? openRefusal('not_found') : openDocument(request, json, { cacheControl: 'public, max-age=300' })
})

export const OPTIONS = async (): Promise<Response> => openPreflight()
