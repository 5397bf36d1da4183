/**
 * GET /certificates/<id>/certificate.pdf?size=a4|letter: the certificate on paper, A4 where nothing is said. Its ETag names everything it
 * depends on; a cache asks each time, because a name that was corrected is nobody's to see any more. A private one is the holder's alone.
 */
import { join } from 'node:path'
import { answer } from '#app/api/answer.ts'
import { knownLearner } from '#app/api/learner.ts'
import { drawCertificatePdf, type PdfParts, pdfFileName, pdfKey } from '#app/certificates/draw-pdf.ts'
import { issuer } from '#app/issuer.ts'
import { config } from '#lib/config/read-config.ts'
import { readCertificateId } from '#lib/credential/certificate-id.ts'
import { shareUrl } from '#lib/credential/credential-addresses.ts'
import { compactOf, signedCredential } from '#lib/credential/credential-store.ts'
import { isNoSigningKey } from '#lib/credential/no-signing-key.ts'
import { type PageSize, pageSizes } from '#lib/credential/pdf/draw-pdf.ts'
import { type PictureStore, pictureStore, TooManyDrawings } from '#lib/credential/picture-store.ts'
import { database } from '#lib/db/client.ts'
import { say } from '#lib/message/format.ts'
import { defaultLocale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

let kept: PictureStore | undefined

type Context = { params: Promise<{ id: string }> }

export const GET = answer(async (request: Request, context: Context): Promise<Response> => {
  try {
    return await sendPdf(request, context)
  } catch (error) {
    if (isNoSigningKey(error)) return refusal('unsigned', 503)
    throw error
  }
})

async function sendPdf(request: Request, { params }: Context): Promise<Response> {
  const size = new URL(request.url).searchParams.get('size') ?? 'a4'
  if (!isPageSize(size)) return refusal('wrongSize', 400)
  const id = readCertificateId((await params).id)
  const db = await database()
  const issuing = await issuer()
  const signed = id === null ? null : await signedCredential(db, id, issuing, Date.now())
  if (!signed) return refusal('notFound', 404)
  const { json, standing, certificate } = signed
  const isPrivate = certificate.visibility === 'private'
  if (isPrivate && (await knownLearner(request)) !== certificate.actor) return refusal('gone', 410)

  const { name, signatory, logo } = issuing.profile
  const parts: PdfParts = {
    certificate,
    issuer: { name, signatory, logo },
    standing,
    json,
    shareUrl: shareUrl(issuing.baseUrl, certificate.id),
  }
  const key = pdfKey(parts, size, issuing.keyId)
  const headers = { ETag: `"${key}"`, 'Cache-Control': isPrivate ? 'private, no-store' : 'public, no-cache' }
  if (asksFor(request.headers.get('if-none-match'), headers.ETag)) return new Response(null, { status: 304, headers })

  kept ??= pictureStore({
    directory: join(/* turbopackIgnore: true */ config().dataDir, 'documents'),
    extension: 'pdf',
    budget: 4 * 1024 * 1024,
    most: 30,
  })
  const draw = async () => drawCertificatePdf(parts, size, await compactOf(db, certificate.id, issuing))
  const pdf = await kept
    .get(key, draw, `${certificate.id}-${size}-`)
    .catch((error: unknown) => (error instanceof TooManyDrawings ? null : Promise.reject(error)))
  if (pdf === null) return new Response(null, { status: 503, headers: { 'Retry-After': '10', 'Cache-Control': 'no-store' } })
  return new Response(pdf.slice(), {
    headers: {
      ...headers,
      'Content-Type': 'application/pdf',
      'Content-Length': String(pdf.length),
      'Content-Disposition': namedAs(pdfFileName(parts)),
      'X-Content-Type-Options': 'nosniff',
      ...(certificate.visibility === 'public' ? {} : { 'X-Robots-Tag': 'noindex' }),
    },
  })
}

function isPageSize(size: string): size is PageSize {
  return Object.hasOwn(pageSizes, size)
}

function refusal(key: 'notFound' | 'gone' | 'unsigned' | 'wrongSize', status: number): Response {
  return new Response(`${say(messagesFor(defaultLocale).pdf, key)}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}

/** Shown in the browser, and saved under the title; also in letters that a header cannot carry (RFC 6266, RFC 8187). */
function namedAs(file: string): string {
  const plain = file.normalize('NFKD').replace(/[^\x20-\x7e]/g, '')
  const encoded = encodeURIComponent(file).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `inline; filename="${/^[a-z0-9]/.test(plain) ? plain : 'certificate.pdf'}"; filename*=UTF-8''${encoded}`
}

/** If-None-Match compares weakly: `W/` does not matter (RFC 9110, 13.1.2). */
function asksFor(header: string | null, etag: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag)
}
