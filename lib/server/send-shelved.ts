/**
 * Sends the picture of a certificate from the shelf (lib/credential/shelf-store.ts), before Next is asked. Only what is on the shelf and
 * still is what the database says; everything else falls through.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Kysely } from 'kysely'
import { readIssuerStamp, readStamp, type Shelf } from '#lib/credential/shelf-store.ts'
import type { Database } from '#lib/db/schema.ts'

/**
 * How long what was read is not read again, in milliseconds. What is written through this server counts at once (`forget`); what another
 * one writes, or a command beside it, after this time at the latest.
 */
const trusted = { issuer: 1000, certificate: 250 }
/** so many certificates are remembered at most; more pictures do not fit on the shelf */
const most = 1000
/** A picture brings nothing along and runs nothing. */
const contentSecurity = "default-src 'none'"
const address = /^\/certificates\/([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})\/image\.png(?:\?|$)/

type Known<T> = { value: Promise<T>; at: number }

export type ShelfServer = {
  /** The certificate whose picture is asked for and lies on the shelf, or null. */
  asksFor: (request: Pick<IncomingMessage, 'method' | 'url'>) => string | null
  /** @returns false where nothing was sent, because the picture is not that of the certificate any more */
  send: (id: string, request: Pick<IncomingMessage, 'method' | 'headers'>, response: ServerResponse) => Promise<boolean>
  /** To be called after every request that may have written: what was read before it is not trusted any more. */
  forget: () => void
}

export function shelfServer({
  shelf,
  db,
  clock = Date.now,
}: {
  shelf: Shelf
  db: () => Promise<Kysely<Database>>
  clock?: () => number
}): ShelfServer {
  const issuers = new Map<'', Known<string>>()
  const certificates = new Map<string, Known<string | null>>()
  function lately<K, T>(known: Map<K, Known<T>>, key: K, time: number, read: () => Promise<T>): Promise<T> {
    const before = known.get(key)
    if (before && clock() - before.at <= time) return before.value
    const asked = { value: read(), at: clock() }
    if (known.size >= most) known.clear()
    known.set(key, asked)
    // one that failed is asked again at once
    asked.value.catch(() => known.get(key) === asked && known.delete(key))
    return asked.value
  }
  return {
    asksFor({ method, url = '' }) {
      if (method !== 'GET' && method !== 'HEAD') return null
      const id = address.exec(url)?.[1]
      return id !== undefined && shelf.get(id) ? id : null
    },
    async send(id, { method, headers }, response) {
      const stamp = await lately(certificates, id, trusted.certificate, async () => {
        const open = await db()
        return readStamp(open, id, await lately(issuers, '', trusted.issuer, () => readIssuerStamp(open)))
      })
      const found = shelf.get(id)
      if (stamp === null || found?.stamp !== stamp) return false
      response.setHeader('Content-Security-Policy', contentSecurity)
      response.setHeader('ETag', found.etag)
      response.setHeader('Cache-Control', 'public, max-age=300, must-revalidate')
      if (found.noindex) response.setHeader('X-Robots-Tag', 'noindex')
      if (
        String(headers['if-none-match'] ?? '')
          .split(',')
          .some((one) => one.trim().replace(/^W\//, '') === found.etag)
      ) {
        response.statusCode = 304
        response.end()
        return true
      }
      response.setHeader('Content-Type', 'image/png')
      response.setHeader('Content-Length', found.png.length)
      response.end(method === 'HEAD' ? undefined : found.png)
      return true
    },
    forget() {
      issuers.clear()
      certificates.clear()
    },
  }
}
