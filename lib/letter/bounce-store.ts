/**
 * Notes that an address refuses letters, after the mail server had taken one. Only addresses that this site wrote to count: a
 * report about somebody else is none of ours. The letter itself becomes one that was not sent.
 */
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'
import type { LetterState } from './kinds.ts'
import { stopAddress } from './queue-store.ts'
import type { Bounce } from './read-bounce.ts'

/** Mail servers try for up to five days (RFC 5321, section 4.5.4.1). */
const afterSending = 6 * 24 * 60 * 60_000

/** @returns how many of them were addresses of ours */
export function noteBounces(db: Kysely<Database>, bounces: readonly Bounce[], now: number): Promise<number> {
  return db.transaction().execute(async (trx) => {
    let noted = 0
    for (const { address, detail } of bounces) {
      const letter = await trx
        .selectFrom('letter')
        .select(['id', 'sent_at'])
        .where('to_address', '=', address)
        .where('state', '=', 'sent' satisfies LetterState)
        .orderBy('sent_at', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (!letter) continue
      noted += 1
      await stopAddress(trx, { address, reason: 'bounced', detail, now })
      if (letter.sent_at === null || now - letter.sent_at > afterSending) continue
      await trx
        .updateTable('letter')
        .set({ state: 'failed' satisfies LetterState, problem: detail })
        .where('id', '=', letter.id)
        .execute()
    }
    return noted
  })
}
