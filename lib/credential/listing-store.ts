/**
 * Certificates as an administrator sees them, to find one and to revoke it: number, name, day, and what was revoked when and why.
 * What was achieved is not here, and no name that its holder shows to nobody: such a certificate is found by its number alone.
 */
import { type Kysely, sql } from 'kysely'
import { holdsPart } from '#lib/db/holds-part.ts'
import type { Database } from '#lib/db/schema.ts'

export type ListedCertificate = {
  id: string
  /** null where the holder does not show it */
  name: string | null
  issuedAt: number
  revoked: { at: number; reason: string } | null
}

export type ListPlace = { at: number; id: string }

/**
 * @param search part of a name, or of a number however it is typed; '' for all
 * @param before `next` of the page before this one
 * @returns newest first; `next`: null at the end
 */
export async function listCertificates(
  db: Kysely<Database>,
  {
    search = '',
    revoked = false,
    before = null,
    most = 50,
  }: { search?: string; revoked?: boolean; before?: ListPlace | null; most?: number } = {},
): Promise<{ certificates: ListedCertificate[]; next: string | null }> {
  const wanted = search.trim().normalize('NFC')
  const rows = await db
    .selectFrom('certificate')
    .select(['id', 'name', 'issued_at', 'visibility', 'shows_name'])
    .$if(wanted !== '', (query) => query.where(matches(wanted)))
    .$if(revoked, (query) =>
      query.where('id', 'in', (eb) =>
        eb
          .selectFrom('status_entry')
          .select((entry) => entry.ref('certificate').$notNull().as('certificate'))
          .where('revoked_as', '=', 'revoked')
          .where('certificate', 'is not', null),
      ),
    )
    .$if(before !== null, (query) =>
      query.where((eb) => eb.or([eb('issued_at', '<', before!.at), eb.and([eb('issued_at', '=', before!.at), eb('id', '<', before!.id)])])),
    )
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most + 1)
    .execute()
  const page = rows.slice(0, most)
  const last = rows.length > most ? page.at(-1) : undefined
  const ends = await revocationsOf(
    db,
    page.map(({ id }) => id),
  )
  return {
    certificates: page.map(({ id, name, issued_at, visibility, shows_name }) => ({
      id,
      name: visibility === 'private' || shows_name !== 1 ? null : name,
      issuedAt: issued_at,
      revoked: ends.get(id) ?? null,
    })),
    next: last ? `${last.issued_at}.${last.id}` : null,
  }
}

/** @param value `next` as it came back */
export function listPlace(value: string | null): ListPlace | null {
  const match = /^(\d{1,15})\.([0-9A-Z-]{1,40})$/.exec(value ?? '')
  return match ? { at: Number(match[1]), id: match[2]! } : null
}

async function revocationsOf(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, { at: number; reason: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('status_entry')
    .select(['certificate', 'revoked_at', 'reason'])
    .where('certificate', 'in', ids)
    .where('revoked_as', '=', 'revoked')
    .orderBy('revoked_at')
    .execute()
  return new Map(rows.map(({ certificate, revoked_at, reason }) => [certificate!, { at: revoked_at!, reason }]))
}

/** A number is read as in `readCertificateId`, also where only a part of it was typed. */
function matches(wanted: string) {
  const plain = wanted.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const number = /^[0-9A-HJKMNP-TV-Z]{4,16}$/.test(plain) ? sql<boolean>`replace(id, '-', '') like ${`%${plain}%`}` : sql<boolean>`1 = 0`
  return sql<boolean>`(${number} or (shows_name = 1 and visibility <> 'private' and ${holdsPart('name', wanted)}))`
}
