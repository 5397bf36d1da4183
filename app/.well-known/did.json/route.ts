/**
 * GET /.well-known/did.json: who this site is and every key that ever signed here, also those called back, for whoever checks a credential.
 * https://w3c-ccg.github.io/did-method-web/
 */
import { answer } from '#app/api/answer.ts'
import { openDocument, openPreflight } from '#app/credentials/open-document.ts'
import { issuer } from '#app/issuer.ts'
import { didDocument } from '#lib/credential/issuer-id.ts'
import { allKeys } from '#lib/credential/issuer-store.ts'
import { database } from '#lib/db/client.ts'

export const dynamic = 'force-dynamic'

export const GET = answer(async (request: Request): Promise<Response> => {
  const { baseUrl } = await issuer()
  const document = didDocument(baseUrl, await allKeys(await database()))
  // after a rotation, what the new key signs can be checked within five minutes; after a theft, the key counts nowhere any more
  return openDocument(request, JSON.stringify(document), { cacheControl: 'public, max-age=300' })
})

export const OPTIONS = async (): Promise<Response> => openPreflight()
