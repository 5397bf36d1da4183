/**
 * Letters about accounts that the mail server did not take, for administrators: to whom, of which kind, and what it said. Never what they
 * say themselves: they hold links that sign somebody in.
 */
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import { type AccountKind, accountKinds, type LetterState } from './kinds.ts'
import type { TroubledLetter } from './outbox.ts'
import { lost } from './queue-store.ts'

/** @returns the newest `most` of them, and how many there are */
export async function troubledLetters(db: Kysely<Database>, most: number): Promise<{ letters: TroubledLetter[]; count: number }> {
  const troubled = db
    .selectFrom('letter')
    .where('kind', 'in', [...accountKinds])
    .where('state', 'in', ['waiting', 'failed'] satisfies LetterState[])
    .where('problem', 'is not', null)
  const { n } = await troubled.select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const rows = await troubled
    .select(['id', 'kind', 'to_address', 'created_at', 'state', 'problem'])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  const letters = rows.map((row) => ({
    id: row.id,
    kind: row.kind as AccountKind,
    toAddress: row.to_address,
    createdAt: row.created_at,
    over: row.state === 'failed',
    problem: row.problem === lost ? null : row.problem,
  }))
  return { letters, count: Number(n) }
}
