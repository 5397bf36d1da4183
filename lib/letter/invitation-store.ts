/**
 * Writes the letters of invitations, one for each time somebody was invited. They hang on the rows of the invitations alone, so
 * none is missed when the site stops right after a list was taken in, and none is written twice, whoever writes.
 */
import { type Kysely, sql } from 'kysely'
import { invitePath } from '#lib/cohort/invite-store.ts'
import type { Database } from '#lib/db/schema.ts'
import { say } from '#lib/message/format.ts'
import { isLocale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { composeInvitation, greetingName } from './compose-letter.ts'
import { writeLetter } from './store.ts'
import { stopPage } from './unsubscribe-token.ts'

export type InvitationSite = { site: string; baseUrl: string; secret: string }

/** An invitation older than this has been spoken of in another way, or is spoken of by a reminder. */
const fresh = 3 * 24 * 60 * 60_000
const together = 100

/**
 * @param readSite asked for only where there is something to write
 * @returns how many letters were written
 */
export async function writeInvitations(db: Kysely<Database>, readSite: () => Promise<InvitationSite>, now: number): Promise<number> {
  let count = 0
  for (;;) {
    const rows = await unwritten(db, now)
    if (rows.length === 0) return count
    const site = await readSite()
    for (const row of rows) {
      const locale = isLocale(row.locale) ? row.locale : 'en'
      const messages = messagesFor(locale).letter
      const facilitator = greetingName(row.facilitator ?? '') ?? say(messages, 'some-facilitator')
      const words = composeInvitation(
        { name: row.name, facilitator, link: `${site.baseUrl}${invitePath(row.code, row.id, site.secret)}` },
        {
          messages,
          locale,
          site: site.site,
          cohort: { name: row.cohort, timeZone: row.time_zone },
          stopPage: stopPage(row.email, site),
        },
      )
      const once = onceOf(row.id, row.invited_at)
      const letter = { once, kind: 'invitation' as const, toAddress: row.email, toName: row.name, ...words, cohortId: row.cohort_id, now }
      if (await writeLetter(db, letter)) count += 1
    }
  }
}

/** Who was taken out and is invited anew gets another letter. */
function onceOf(id: string, invitedAt: number): string {
  return `invitation:${id}:${invitedAt}`
}

function unwritten(db: Kysely<Database>, now: number) {
  return db
    .selectFrom('cohort_invitation as one')
    .innerJoin('cohort', 'cohort.id', 'one.cohort_id')
    .leftJoin('auth_user as by', 'by.id', 'one.invited_by')
    .select(['one.id', 'one.name', 'one.email', 'one.invited_at', 'one.cohort_id'])
    .select(['cohort.name as cohort', 'cohort.code', 'cohort.locale', 'cohort.time_zone', 'by.name as facilitator'])
    .where('one.joined_at', 'is', null)
    .where('one.withdrawn_at', 'is', null)
    .where('one.invited_at', '>', now - fresh)
    .where('cohort.archived_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('letter').select('letter.id').where('letter.once', '=', sql<string>`'invitation:' || one.id || ':' || one.invited_at`),
        ),
      ),
    )
    .orderBy('one.invited_at')
    .orderBy('one.id')
    .limit(together)
    .execute()
}
