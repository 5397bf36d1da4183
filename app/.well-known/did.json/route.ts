/**
 * GET /.well-known/did.json: who this site is and every key that ever signed here, for whoever checks a credential.
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
  const keys = (await allKeys(await database())).map(({ id }) => id)
  // after a rotation, what the new key signs can be checked within five minutes
  return openDocument(request, JSON.stringify(didDocument(baseUrl, keys)), { cacheControl: 'public, max-age=300' })
})

export const OPTIONS = async (): Promise<Response> => openPreflight()
