/** GET /certificates/<id>/badge.png: the picture with the signed credential in it, as Open Badges 3.0 bakes it (5.3.1). */
import { findPicture } from '#app/certificates/find-picture.ts'
import { sendPicture } from '#app/certificates/send-picture.ts'
import { fingerprint } from '#lib/course/fingerprint.ts'
import { bake } from '#lib/credential/bake.ts'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const found = await findPicture(request, (await params).id)
  if (found instanceof Response) return found
  const { json } = found
  return sendPicture(request, found, { finish: { mark: fingerprint(json), change: (png) => bake(png, json) } })
}
