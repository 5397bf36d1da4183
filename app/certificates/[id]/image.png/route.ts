/** GET /certificates/<id>/image.png: the picture, 1200 × 630. What was sent lately, the server in front sends again by itself. */
import { findPicture } from '#app/certificates/find-picture.ts'
import { sendPicture } from '#app/certificates/send-picture.ts'
import { readCertificateId } from '#lib/credential/certificate-id.ts'
import { readStamp, shelf } from '#lib/credential/shelf-store.ts'
import { database } from '#lib/db/client.ts'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const known = readCertificateId(id)
  // read first: what changes while the picture is drawn makes the stamp an old one
  const stamp = known === null ? null : await readStamp(await database(), known)
  const found = await findPicture(request, id)
  if (found instanceof Response) return found
  return sendPicture(request, found, {
    sent: (etag, png) =>
      stamp !== null && shelf().put(found.picture.certificate.id, { stamp, etag, png, noindex: found.visibility !== 'public' }),
  })
}
