/**
 * What the addresses of pictures have in common: which certificate is asked for, whether whoever asks may have it, and everything its
 * picture is made from. Nobody but the holder gets the picture of a private one.
 */

import { whoAsks } from '#app/api/who.ts'
import { issuer } from '#app/issuer.ts'
import { config } from '#lib/config/read-config.ts'
import { readCertificateId } from '#lib/credential/certificate-id.ts'
import { shareUrl } from '#lib/credential/credential-addresses.ts'
import { compactOf, signedCredential } from '#lib/credential/credential-store.ts'
import { isNoSigningKey } from '#lib/credential/no-signing-key.ts'
import type { Visibility } from '#lib/credential/schema.ts'
import { findCertificate } from '#lib/credential/store.ts'
import { database } from '#lib/db/client.ts'
import { say } from '#lib/message/format.ts'
import { defaultLocale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import type { PictureOf } from './draw-picture.tsx'

/** `json`: the signed credential. */
export type FoundPicture = { picture: PictureOf; json: string; visibility: Visibility }

/**
 * @returns what to draw, or the refusal to send: 404 where there is no such certificate, 410 where it is not shared any more, 503 where it
 * would have to be signed and cannot be
 */
export async function findPicture(request: Request, typed: string): Promise<FoundPicture | Response> {
  const id = readCertificateId(typed)
  const db = await database()
  const certificate = id === null ? null : await findCertificate(db, id)
  if (certificate === null) return refusal(404, 'notFoundTitle')
  const { visibility } = certificate
  if (visibility === 'private' && (await whoAsks(request.headers)).learner !== certificate.actor) return refusal(410, 'pictureGone')
  try {
    return await picturedOf(certificate.id, visibility)
  } catch (error) {
    if (isNoSigningKey(error)) return refusal(503, 'pictureUnsigned')
    throw error
  }
}

async function picturedOf(id: string, visibility: Visibility): Promise<FoundPicture | Response> {
  const db = await database()
  const { baseUrl } = config()
  const by = await issuer()
  const signed = await signedCredential(db, id, by, Date.now())
  if (signed === null) return refusal(404, 'notFoundTitle')
  const picture = {
    certificate: signed.certificate,
    baseUrl,
    issuer: by.profile,
    revoked: signed.standing.revokedAt !== null,
    code: `${shareUrl(baseUrl, id)}#${await compactOf(db, id, by)}`,
  }
  return { picture, json: signed.json, visibility }
}

function refusal(status: 404 | 410 | 503, key: string): Response {
  return new Response(`${say(messagesFor(defaultLocale).certificate, key)}.\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
