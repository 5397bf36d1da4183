/**
 * The pictures that were sent lately, for the server in front of Next: most requests for a certificate's picture are for one that has not
 * changed since the last. On the shelf is only what everybody may see. Each picture has the stamp of what its certificate was when it was
 * drawn; whoever takes one from the shelf compares that with the database, so a revocation, a new name or a certificate made private
 * counts: at once where it was written through the same server, within a quarter of a second in whichever process it was written. What the
 * administrator writes about the issuer elsewhere counts within a second.
 * On globalThis, because what Next bundles and what serves it are two copies of this file.
 */
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'

/** `noindex`: search engines are asked not to list it. */
export type Shelved = { stamp: string; etag: string; png: Uint8Array; noindex: boolean }
export type Shelf = { put: (id: string, shelved: Shelved) => void; get: (id: string) => Shelved | null }

/** Bytes of pictures; one has about 80 kB. */
const budget = 24 * 1024 * 1024
const holder = Symbol.for('common-ground.shelf')

export function shelf(): Shelf {
  const place = globalThis as { [holder]?: Shelf }
  place[holder] ??= makeShelf(budget)
  return place[holder]
}

export function makeShelf(bytes: number): Shelf {
  const kept = new Map<string, Shelved>()
  let total = 0
  const remove = (id: string) => {
    total -= kept.get(id)?.png.length ?? 0
    kept.delete(id)
  }
  return {
    put(id, shelved) {
      remove(id)
      kept.set(id, shelved)
      total += shelved.png.length
      for (const oldest of kept.keys()) {
        if (total <= bytes) break
        remove(oldest)
      }
    },
    get(id) {
      const found = kept.get(id)
      if (!found) return null
      // last in the map is most recently used
      kept.delete(id)
      kept.set(id, found)
      return found
    },
  }
}

/**
 * Everything in the database that a picture and how it is sent depend on, as one word; two pictures with the same stamp are the same.
 * @param issuer of `readIssuerStamp`, where it was read lately
 * @returns null where there is no such certificate, or where it is private
 */
export async function readStamp(db: Kysely<Database>, id: string, issuer?: string): Promise<string | null> {
  const row = await db
    .selectFrom('certificate')
    .leftJoin('status_entry', (join) =>
      join
        .onRef('status_entry.list', '=', 'certificate.status_list')
        .onRef('status_entry.position', '=', 'certificate.status_position')
        .on('status_entry.revoked_as', '=', 'revoked'),
    )
    .select(['version', 'name', 'shows_name', 'visibility', 'status_list', 'status_position', 'status_entry.revoked_at'])
    .where('certificate.id', '=', id)
    .executeTakeFirst()
  if (!row || row.visibility === 'private') return null
  const { version, name, shows_name, visibility, status_list, status_position, revoked_at } = row
  const by = issuer ?? (await readIssuerStamp(db))
  return JSON.stringify([version, name, shows_name, visibility, status_list, status_position, revoked_at, by])
}

/** What the administrator wrote about the issuer, which keys sign and which were called back, as one word. */
export async function readIssuerStamp(db: Kysely<Database>): Promise<string> {
  const profile = await db.selectFrom('meta').select('value').where('key', '=', 'issuer').executeTakeFirst()
  const keys = await db
    .selectFrom('issuer_key')
    .select(['id', 'revoked_at'])
    .where((eb) => eb.or([eb('retired_at', 'is', null), eb('revoked_at', 'is not', null)]))
    .orderBy('id')
    .execute()
  return createHash('sha256')
    .update(JSON.stringify([profile?.value ?? null, keys]))
    .digest('base64')
}
