/**
 * The jobs of letters: to write what is due, to send what waits, and to forget what need not be kept. serve.ts starts them.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { gridModules } from '#lib/cohort/report-course.ts'
import type { Config } from '#lib/config/read-config.ts'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import type { Database } from '#lib/db/schema.ts'
import { type Job, startJobs } from '#lib/server/jobs.ts'
import { letJobsBeHastened } from './hasten.ts'
import { writeInvitations } from './invitation-store.ts'
import { tidyKept } from './kept-store.ts'
import { accountKinds } from './kinds.ts'
import { sendDue } from './queue-store.ts'
import { writeReminders } from './reminder-store.ts'
import { type Mailer, openMailer } from './send-mail.ts'

const minute = 60_000
const day = 24 * 60 * minute
const sending = 'send-letters'

type Settings = Pick<Config, 'baseUrl' | 'secret' | 'smtpUrl' | 'mailFrom'>

export function letterJobs(settings: Settings, course: () => Promise<LoadedCourse>): { jobs: Job[]; close: () => void } {
  let mailer: Mailer | null = null
  const siteOf = (loaded: LoadedCourse) => ({
    site: loaded.course.site,
    baseUrl: settings.baseUrl,
    secret: settings.secret,
    modules: gridModules(loaded),
  })
  const jobs: Job[] = [
    {
      name: 'write-reminders',
      every: 15 * minute,
      lasts: 5 * minute,
      async run({ db, clock, hurry }) {
        await tidyKept(db, { clock, hurry })
        await writeReminders(db, siteOf(await course()), { clock, hurry })
      },
    },
    {
      name: sending,
      every: minute,
      lasts: 15 * minute,
      async run({ db, clock, hurry }) {
        const { smtpUrl } = settings
        await writeInvitations(db, async () => siteOf(await course()), clock())
        if (smtpUrl !== null) mailer ??= openMailer({ ...settings, smtpUrl, siteName: (await course()).course.site })
        const send = mailer?.send ?? (async () => ({ end: 'kept' }) as const)
        await sendDue(db, send, { clock, stop: hurry })
      },
    },
    { name: 'forget-letters', every: day, lasts: 5 * minute, run: ({ db, clock }) => forgetLetters(db, clock()) },
  ]
  return { jobs, close: () => mailer?.close() }
}

/**
 * Starts them in this process.
 * @param patience how long a letter that is being sent gets to be sent and marked when the jobs are stopped, in milliseconds. Where a mail
 *   server is slower than that, the letter is sent once more when its claim has run out (queue-store.ts).
 * @returns how to stop them; nothing begins after that
 */
export function startLetterJobs(
  db: Kysely<Database>,
  settings: Settings,
  course: () => Promise<LoadedCourse>,
  patience = 15_000,
): () => Promise<void> {
  const { jobs, close } = letterJobs(settings, course)
  const running = startJobs(db, jobs)
  letJobsBeHastened(() => running.hasten(sending))
  void running.tick()
  return async () => {
    letJobsBeHastened(null)
    const enough = new AbortController()
    await Promise.race([running.stop(), wait(patience, undefined, { signal: enough.signal }).catch(() => undefined)])
    enough.abort()
    close()
  }
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
