/**
 * Sends the picture of a certificate, or the picture with something put into it. The ETag names everything that is in it, so a cache may
 * keep it for five minutes and then asks again; while nothing has changed it gets a 304 (RFC 9110, 13.1.2). Search engines may list the
 * picture of a public certificate alone.
 */
import { join } from 'node:path'
import { config } from '#lib/config/read-config.ts'
import { type PictureStore, pictureStore, TooManyDrawings } from '#lib/credential/picture-store.ts'
import { drawPicture, pictureKey } from './draw-picture.tsx'
import type { FoundPicture } from './find-picture.ts'

/** What everybody may see may be kept by anybody for so long; nobody keeps what only its holder may see. */
export const kept = { open: 'public, max-age=300, must-revalidate', private: 'private, no-store' } as const
let pictures: PictureStore | undefined

/**
 * @param finish what is sent instead of the picture as it is drawn; `mark` tells it apart, in letters, digits and hyphens
 * @param sent is called with what everybody may see, as it goes out
 */
export async function sendPicture(
  request: Request,
  { picture, visibility }: FoundPicture,
  {
    finish,
    sent,
  }: {
    finish?: { mark: string; change: (png: Uint8Array) => Uint8Array }
    sent?: (etag: string, png: Uint8Array) => void
  } = {},
): Promise<Response> {
  const key = pictureKey(picture)
  const open = visibility !== 'private'
  const headers = {
    ETag: `"${finish ? `${key}-${finish.mark}` : key}"`,
    'Cache-Control': open ? kept.open : kept.private,
    ...(visibility === 'public' ? {} : { 'X-Robots-Tag': 'noindex' }),
  }
  if (asksFor(request.headers.get('if-none-match'), headers.ETag)) return new Response(null, { status: 304, headers })

  pictures ??= pictureStore({ directory: join(/* turbopackIgnore: true */ config().dataDir, 'images') })
  const drawn = await pictures
    .get(key, () => drawPicture(picture), `${picture.certificate.id}-`)
    .catch((error: unknown) => (error instanceof TooManyDrawings ? null : Promise.reject(error)))
  if (drawn === null) return new Response(null, { status: 503, headers: { 'Retry-After': '10', 'Cache-Control': 'no-store' } })
  const png = finish ? finish.change(drawn) : drawn
  if (open) sent?.(headers.ETag, png)
  return new Response(png.slice(), {
    headers: { ...headers, 'Content-Type': 'image/png', 'Content-Length': String(png.length), 'X-Content-Type-Options': 'nosniff' },
  })
}

/** If-None-Match compares weakly: `W/` does not matter (RFC 9110, 13.1.2). */
export function asksFor(header: string | null, etag: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag)
}
