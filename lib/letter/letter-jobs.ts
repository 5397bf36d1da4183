/** The jobs of letters: to write reminders that are due, to send what waits, and to forget what need not be kept. */
import type { Kysely } from 'kysely'
import type { Config } from '#lib/config/read-config.ts'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import type { Database } from '#lib/db/schema.ts'
import type { Job } from '#lib/server/jobs.ts'
import { accountKinds } from './kinds.ts'
import { sendDue } from './queue-store.ts'
import { writeReminders } from './reminder-store.ts'
import { type Mailer, openMailer } from './send-mail.ts'

const minute = 60_000
const day = 24 * 60 * minute

export function letterJobs(settings: Config, course: () => Promise<LoadedCourse>): { jobs: Job[]; close: () => void } {
  let mailer: Mailer | null = null
  const jobs: Job[] = [
    {
      name: 'write-reminders',
      every: 15 * minute,
      lasts: 5 * minute,
      async run({ db, clock, hurry }) {
        const { course: about, modules } = await course()
        const columns = [...modules.values()].map(({ slug, number, module }) => ({
          slug,
          number,
          title: module.title,
          short: module.short,
        }))
        const site = { site: about.site, baseUrl: settings.baseUrl, secret: settings.secret, modules: columns }
        await writeReminders(db, site, { clock, hurry })
      },
    },
    {
      name: 'send-letters',
      every: minute,
      lasts: 15 * minute,
      async run({ db, clock, hurry }) {
        const { smtpUrl } = settings
        if (smtpUrl !== null) mailer ??= openMailer({ ...settings, smtpUrl, siteName: (await course()).course.site })
        const send = mailer?.send ?? (async () => ({ end: 'kept' }) as const)
        await sendDue(db, send, { clock, stop: hurry })
      },
    },
    { name: 'forget-letters', every: day, lasts: 5 * minute, run: ({ db, clock }) => forgetLetters(db, clock()) },
  ]
  return { jobs, close: () => mailer?.close() }
}

/** How long letters about accounts are of use: their links have expired. Letters of a cohort stay with its record. */
const accountLettersLast = 30 * day

export async function forgetLetters(db: Kysely<Database>, now: number): Promise<void> {
  await db
    .deleteFrom('letter')
    .where('kind', 'in', [...accountKinds])
    .where('created_at', '<', now - accountLettersLast)
    .execute()
}
