/** Names for what the log speaks of, as they are today. What is gone has none. */
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'

/** @returns by object, e.g. `account:<id>` */
export async function namesInAudit(db: Kysely<Database>, entries: readonly { object: string }[]): Promise<Map<string, string>> {
  const idsOf = (kind: string) => [
    ...new Set(entries.flatMap(({ object }) => (object.startsWith(`${kind}:`) ? [object.slice(kind.length + 1)] : []))),
  ]
  const accounts = idsOf('account')
  const cohorts = idsOf('cohort')
  const people = accounts.length > 0 ? await db.selectFrom('auth_user').select(['id', 'name']).where('id', 'in', accounts).execute() : []
  const groups = cohorts.length > 0 ? await db.selectFrom('cohort').select(['id', 'name']).where('id', 'in', cohorts).execute() : []
  return new Map([
    ...people.map(({ id, name }) => [`account:${id}`, name] as const),
    ...groups.map(({ id, name }) => [`cohort:${id}`, name] as const),
  ])
}
