/** Who was invited and has not joined, with what is known of their address. */
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'

export type Pending = {
  id: string
  email: string
  name: string
  invitedAt: number
  /** why letters do not go there; null: they do */
  stopped: 'bounced' | 'unsubscribed' | null
}

/** One page of them, the newest first, and how many there are in all. */
export async function pendingOf(
  db: Kysely<Database>,
  cohortId: string,
  { page, perPage }: { page: number; perPage: number },
): Promise<{ pending: Pending[]; count: number; page: number; pages: number }> {
  const all = db
    .selectFrom('cohort_invitation as invitation')
    .where('invitation.cohort_id', '=', cohortId)
    .where('invitation.joined_at', 'is', null)
    .where('invitation.withdrawn_at', 'is', null)
  const { n } = await all.select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const count = Number(n)
  const pages = Math.max(1, Math.ceil(count / perPage))
  const at = Math.min(page, pages)
  const rows = await all
    .leftJoin('stopped_address as stopped', 'stopped.address', 'invitation.email')
    .select(['invitation.id', 'invitation.email', 'invitation.name', 'invitation.invited_at', 'stopped.reason'])
    .orderBy('invitation.invited_at', 'desc')
    .orderBy('invitation.email')
    .limit(perPage)
    .offset((at - 1) * perPage)
    .execute()
  const pending = rows.map(
    ({ id, email, name, invited_at, reason }): Pending => ({
      id,
      email,
      name,
      invitedAt: invited_at,
      stopped: reason === 'bounced' || reason === 'unsubscribed' ? reason : null,
    }),
  )
  return { pending, count, page: at, pages }
}

/** Which of these addresses get no letters, and why. */
export async function stoppedAmong(db: Kysely<Database>, addresses: readonly string[]): Promise<Map<string, string>> {
  if (addresses.length === 0) return new Map()
  const rows = await db
    .selectFrom('stopped_address')
    .select(['address', 'reason'])
    .where('address', 'in', [...addresses])
    .execute()
  return new Map(rows.map(({ address, reason }) => [address, reason]))
}
