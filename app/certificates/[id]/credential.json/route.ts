/**
 * GET /certificates/<id>/credential.json: the credential, byte for byte as it was signed. `?download` gives it a name as a file.
 * A private one is the holder's alone.
 */
import { answer } from '#app/api/answer.ts'
import { knownLearner } from '#app/api/learner.ts'
import { openDocument, openPreflight, openRefusal } from '#app/credentials/open-document.ts'
import { issuer } from '#app/issuer.ts'
import { readCertificateId } from '#lib/credential/certificate-id.ts'
import { signedCredential } from '#lib/credential/credential-store.ts'
import { database } from '#lib/db/client.ts'

export const dynamic = 'force-dynamic'

export const GET = answer(async (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
  const id = readCertificateId((await params).id)
  const signed = id === null ? null : await signedCredential(await database(), id, await issuer(), Date.now())
  if (!signed) return openRefusal('certificate_not_found')
  const { json, certificate } = signed
  const isPrivate = certificate.visibility === 'private'
  if (isPrivate && (await knownLearner(request)) !== certificate.actor) return openRefusal('certificate_private')
  const download = new URL(request.url).searchParams.has('download')
  return openDocument(request, json, {
    // asked again each time: a name that was corrected is nobody's to see any more
    cacheControl: isPrivate ? 'private, no-store' : 'public, no-cache',
    headers: {
      ...(certificate.visibility === 'public' ? {} : { 'X-Robots-Tag': 'noindex' }),
      ...(download ? { 'Content-Disposition': `attachment; filename="${certificate.module}-${certificate.id}.json"` } : {}),
    },
  })
})

export const OPTIONS = async (): Promise<Response> => openPreflight()
