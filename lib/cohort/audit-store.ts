/** Writes down what a facilitator or administrator did, in the transaction of what was done. Never what a learner wrote. */
import type { Transaction } from 'kysely'
import { newId } from '#lib/account/new-id.ts'
import type { Database } from '#lib/db/schema.ts'

export type By = { id: string; name: string }

/**
 * @param object what it was done to, e.g. `cohort:<id>`
 * @param detail small and of plain values; kept as JSON
 */
export async function writeAudit(
  trx: Transaction<Database>,
  by: By,
  action: string,
  object: string,
  detail: Readonly<Record<string, unknown>>,
  now: number,
): Promise<void> {
  await trx
    .insertInto('audit')
    .values({ id: newId(), at: now, by_user: by.id, by_name: by.name, action, object, detail: JSON.stringify(detail) })
    .execute()
}
