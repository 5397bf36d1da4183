/**
 * GET /certificates/<id>/image.png: the picture, 1200 × 630. Its ETag names the certificate's and the template's version, so a
 * cache may keep it for five minutes and then asks again; while nothing has changed it gets a 304 (RFC 9110, 13.1.2).
 */
import { join } from 'node:path'
import { drawPicture, pictureKey } from '#app/certificates/draw-picture.tsx'
import { config } from '#lib/config/read-config.ts'
import { readCertificateId } from '#lib/credential/certificate-id.ts'
import { type PictureStore, pictureStore, TooManyDrawings } from '#lib/credential/picture-store.ts'
import { findCertificate } from '#lib/credential/store.ts'
import { database } from '#lib/db/client.ts'
import { say } from '#lib/message/format.ts'
import { defaultLocale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

const cacheControl = 'public, max-age=300, must-revalidate'
let kept: PictureStore | undefined

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const id = readCertificateId((await params).id)
  const certificate = id === null ? null : await findCertificate(await database(), id)
  if (certificate === null) {
    return new Response(`${say(messagesFor(defaultLocale).certificate, 'notFoundTitle')}.\n`, {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    })
  }
  const { baseUrl, dataDir } = config()
  const { host } = new URL(baseUrl)
  const key = pictureKey(certificate, host)
  const headers = { ETag: `"${key}"`, 'Cache-Control': cacheControl }
  if (asksFor(request.headers.get('if-none-match'), headers.ETag)) return new Response(null, { status: 304, headers })

  kept ??= pictureStore({ directory: join(/* turbopackIgnore: true */ dataDir, 'images') })
  const png = await kept
    .get(key, () => drawPicture(certificate, host), `${certificate.id}-`)
    .catch((error: unknown) => (error instanceof TooManyDrawings ? null : Promise.reject(error)))
  if (png === null) return new Response(null, { status: 503, headers: { 'Retry-After': '10', 'Cache-Control': 'no-store' } })
  return new Response(png.slice(), {
    headers: { ...headers, 'Content-Type': 'image/png', 'Content-Length': String(png.length), 'X-Content-Type-Options': 'nosniff' },
  })
}

/** If-None-Match compares weakly: `W/` does not matter (RFC 9110, 13.1.2). */
function asksFor(header: string | null, etag: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag)
}
