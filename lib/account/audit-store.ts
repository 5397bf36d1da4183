/** What was done to accounts, by whom, when. Written in the transaction of what was done; read newest first; never changed. */
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import { newId } from './new-id.ts'

/** Who acted: an account, or whoever sits at the server (`id: null`). */
export type Actor = { id: string | null; name: string }
export const atTheServer: Actor = { id: null, name: 'command line' }

export type AccountAct =
  | 'site.setup'
  | 'staff.invite'
  | 'staff.withdraw'
  | 'staff.join'
  | 'account.role'
  | 'account.reset-link'
  | 'account.sign-out'
  | 'account.second-factor-off'
  | 'issuer.change'
  | 'issuer.key'
  | 'issuer.key-revoke'
  | 'certificate.revoke'
  | 'certificate.reissue'

/** @param object what it was done to: `account:<id>`, `invitation:<id>`, `certificate:<id>`, `place:<list>/<position>` or `site` */
export async function auditAccount(
  db: Kysely<Database>,
  by: Actor,
  action: AccountAct,
  object: string,
  detail: Readonly<Record<string, unknown>>,
  now: number,
): Promise<void> {
  await db
    .insertInto('audit')
    .values({ id: newId(), at: now, by_user: by.id, by_name: by.name, action, object, detail: JSON.stringify(detail) })
    .execute()
}

export type AuditEntry = { id: string; at: number; by: string; action: string; object: string; detail: unknown }

/**
 * @param before `next` of the page before this one
 * @returns `next`: null at the end of the log
 */
export async function readAudit(
  db: Kysely<Database>,
  { before, most = 100 }: { before?: { at: number; id: string } | null; most?: number } = {},
): Promise<{ entries: AuditEntry[]; next: string | null }> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .$if(Boolean(before), (query) =>
      query.where((eb) => eb.or([eb('at', '<', before!.at), eb.and([eb('at', '=', before!.at), eb('id', '<', before!.id)])])),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most + 1)
    .execute()
  const page = rows.slice(0, most)
  const last = rows.length > most ? page.at(-1) : undefined
  return {
    entries: page.map(({ id, at, by_name, action, object, detail }) => ({
      id,
      at,
      by: by_name,
      action,
      object,
      detail: readDetail(detail),
    })),
    next: last ? `${last.at}.${last.id}` : null,
  }
}

/** @param value `next` as it came back */
export function auditPlace(value: string | null): { at: number; id: string } | null {
  const match = /^(\d{1,15})\.([0-9a-z]{1,64})$/.exec(value ?? '')
  return match ? { at: Number(match[1]), id: match[2]! } : null
}

function readDetail(detail: string): unknown {
  try {
    return JSON.parse(detail)
  } catch {
    return {}
  }
}
