/**
 * Sends the picture of a certificate from the shelf (lib/credential/shelf-store.ts), before Next is asked. Only what is on the shelf and
 * still is what the database says; everything else falls through.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Kysely } from 'kysely'
import { readIssuerStamp, readStamp, type Shelf } from '#lib/credential/shelf-store.ts'
import type { Database } from '#lib/db/schema.ts'

/** How long what is known of the issuer is not asked for again, in milliseconds. */
const trusted = 1000
const address = /^\/certificates\/([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})\/image\.png(?:\?|$)/

export type ShelfServer = {
  /** The certificate whose picture is asked for and lies on the shelf, or null. */
  asksFor: (request: Pick<IncomingMessage, 'method' | 'url'>) => string | null
  /** @returns false where nothing was sent, because the picture is not that of the certificate any more */
  send: (id: string, request: Pick<IncomingMessage, 'method' | 'headers'>, response: ServerResponse) => Promise<boolean>
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
  let issuer = { stamp: Promise.resolve(''), at: -Infinity }
  function issuerStamp(open: Kysely<Database>): Promise<string> {
    if (clock() - issuer.at > trusted) {
      const asked = { stamp: readIssuerStamp(open), at: clock() }
      issuer = asked
      // one that failed is asked again at once
      asked.stamp.catch(() => issuer === asked && Object.assign(asked, { at: -Infinity }))
    }
    return issuer.stamp
  }
  return {
    asksFor({ method, url = '' }) {
      if (method !== 'GET' && method !== 'HEAD') return null
      const id = address.exec(url)?.[1]
      return id !== undefined && shelf.get(id) ? id : null
    },
    async send(id, { method, headers }, response) {
      const open = await db()
      const stamp = await readStamp(open, id, await issuerStamp(open))
      const found = shelf.get(id)
      if (stamp === null || found?.stamp !== stamp) return false
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
  }
}
