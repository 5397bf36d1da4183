/**
 * Writes letters into the queue. `once` names what a letter is about: the same is never written twice, whoever tries, however
 * often. Give the transaction of what the letter is about, and neither is stored without the other.
 * Sending is the queue's (queue-store.ts); without a mail server it moves letters to `kept`, where the outbox shows them.
 */
import type { Kysely } from 'kysely'
import { newId } from '#lib/account/new-id.ts'
import type { Database } from '#lib/db/schema.ts'
import { hastenLetters } from './hasten.ts'
import { isOfCohort, type LetterKind, type LetterState, plainAddress } from './kinds.ts'

export type NewLetter = {
  /** what the letter is about, e.g. `invitation:<id>`; of a link that is asked for again, with something that differs each time */
  once: string
  kind: LetterKind
  toAddress: string
  toName: string
  /** one line of plain text */
  subject: string
  /** plain text, whole, as it will be read */
  body: string
  cohortId?: string | null
  learnerId?: string | null
  /** not before; milliseconds, default `now` */
  dueAt?: number
  now: number
}

/** @returns whether it was written now; false where it had been before */
export async function writeLetter(db: Kysely<Database>, letter: NewLetter): Promise<boolean> {
  const written = await db
    .insertInto('letter')
    .values({
      id: newId(),
      once: letter.once,
      kind: letter.kind,
      to_address: plainAddress(letter.toAddress),
      to_name: oneLine(letter.toName),
      cohort_id: letter.cohortId ?? null,
      learner_id: letter.learnerId ?? null,
      subject: oneLine(letter.subject),
      body: letter.body,
      state: 'waiting' satisfies LetterState,
      tries: 0,
      due_at: letter.dueAt ?? letter.now,
      claimed_until: null,
      sent_at: null,
      problem: null,
      created_at: letter.now,
    })
    .onConflict((conflict) => conflict.column('once').doNothing())
    .executeTakeFirst()
  const isNew = Number(written.numInsertedOrUpdatedRows ?? 0) === 1
  // somebody looks at their inbox now
  if (isNew && !isOfCohort(letter.kind)) hastenLetters()
  return isNew
}

/** A line break in a header would begin another header. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
