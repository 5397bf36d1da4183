/**
 * Work that comes round by itself: each job runs in one server at a time, and once in its interval however many servers there
 * are. The row of a job in `job` is the lock: who holds it, and until when at most, so that a server that died with it holds
 * nobody up for long. A job that throws is logged and comes round again. No state in memory matters.
 */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Database } from '#lib/db/schema.ts'

export type Job = {
  name: string
  /** milliseconds between the beginnings of two runs */
  every: number
  /** milliseconds after which another server takes it that this one has died; a run has to be over by then */
  lasts: number
  /** `hurry`: the server stops, or time is nearly up: end at the next good place. What was not done comes next time. */
  run: (given: { db: Kysely<Database>; clock: () => number; hurry: () => boolean }) => Promise<unknown>
}

export type Timer = {
  set: (call: () => void, milliseconds: number) => unknown
  clear: (timer: unknown) => void
  /** once */
  wait: (call: () => void, milliseconds: number) => unknown
}
export type Jobs = {
  /** Runs what is due, one job after the other. The timer calls it; a second call while it runs does nothing. */
  tick: () => Promise<void>
  /** Runs this job in a moment, however lately it ran: there is something that somebody waits for. Many calls are one. */
  hasten: (name: string) => void
  /** Asks what runs to end, and waits until it has. Nothing begins any more. */
  stop: () => Promise<void>
}

const between = 60_000
/** Timers come a little early or late; without this a job of one minute would now and then wait for two. */
const slack = 5_000
/** Whoever hastens a job may still have to commit what it is about. */
const moment = 400

const realTimer: Timer = {
  set: (call, milliseconds) => setInterval(call, milliseconds).unref(),
  // Node's timers are cleared by either name
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
  wait: (call, milliseconds) => setTimeout(call, milliseconds).unref(),
}

export function startJobs(
  db: Kysely<Database>,
  jobs: readonly Job[],
  {
    clock = Date.now,
    timer = realTimer,
    server = randomUUID(),
    report = (job: string, error: unknown) => console.error(`The job “${job}” failed and will be tried again.`, error),
  }: { clock?: () => number; timer?: Timer; server?: string; report?: (job: string, error: unknown) => void } = {},
): Jobs {
  let stopping = false
  let running: Promise<void> | null = null

  async function runAll(): Promise<void> {
    for (const job of jobs) await runOne(job)
  }

  /** @returns whether it was this server's turn */
  async function runOne(job: Job): Promise<boolean> {
    if (stopping) return false
    try {
      const until = await take(db, job, server, clock())
      if (until === null) return false
      const hurry = () => stopping || clock() >= until - job.lasts / 4
      try {
        await job.run({ db, clock, hurry })
      } finally {
        await release(db, job, server)
      }
    } catch (error) {
      report(job.name, error)
    }
    return true
  }

  const waiting = new Map<string, unknown>()
  const hastened = new Set<Promise<unknown>>()

  /** Where the job runs at this very time, it may just have looked for the last time: it is asked for once more, after that. */
  function hasten(name: string, again = true): void {
    const job = jobs.find((one) => one.name === name)
    if (!job || stopping || waiting.has(name)) return
    const call = () => {
      waiting.delete(name)
      const run = runOne({ ...job, every: 0 }).then((ran) => {
        hastened.delete(run)
        if (!ran && again) hasten(name, false)
      })
      hastened.add(run)
    }
    waiting.set(name, timer.wait(call, moment))
  }

  function tick(): Promise<void> {
    if (stopping) return Promise.resolve()
    running ??= runAll().finally(() => {
      running = null
    })
    return running
  }

  const ticking = timer.set(() => void tick(), between)
  return {
    tick,
    hasten: (name) => hasten(name),
    async stop() {
      stopping = true
      timer.clear(ticking)
      for (const one of waiting.values()) timer.clear(one)
      await Promise.all([running, ...hastened])
    },
  }
}

/** @returns until when the job is this server's, or null: another one has it, or it is not its time yet */
async function take(db: Kysely<Database>, { name, every, lasts }: Job, server: string, now: number): Promise<number | null> {
  await db
    .insertInto('job')
    .values({ name, held_by: null, held_until: null, last_run_at: null })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const taken = await db
    .updateTable('job')
    .set({ held_by: server, held_until: now + lasts, last_run_at: now })
    .where('name', '=', name)
    .where((or) => or.or([or('held_until', 'is', null), or('held_until', '<=', now)]))
    .where((or) => or.or([or('last_run_at', 'is', null), or('last_run_at', '<=', now - every + Math.min(slack, every))]))
    .returning('held_until')
    .executeTakeFirst()
  return taken?.held_until ?? null
}

async function release(db: Kysely<Database>, { name }: Job, server: string): Promise<void> {
  await db.updateTable('job').set({ held_by: null, held_until: null }).where('name', '=', name).where('held_by', '=', server).execute()
}
