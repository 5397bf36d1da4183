/**
 * Tells those who watch a page that there is news. A topic is `cohort:<id>`; news carries nothing but the topic, so whoever hears it
 * reads again, and hearing twice does no harm. What was announced is committed: a listener that reads sees it.
 *
 * With PostgreSQL news goes through LISTEN/NOTIFY to every server. With SQLite it goes to the listeners of this process, and since other
 * processes may write to the same file, the versions of the cohorts that somebody watches are looked at every two seconds. The same look
 * finds what was missed while a connection was lost. Nothing is open and nothing runs while nobody listens.
 *
 * Who shows something says from which version of the cohort it was made, listens first and compares then: what changed before is not news.
 */
import { type Kysely, sql } from 'kysely'
import { config } from '#lib/config/read-config.ts'
import { database } from '#lib/db/client.ts'
import type { Database } from '#lib/db/schema.ts'
import { listenToPostgres, type PostgresEar } from './listen-to-postgres.ts'

export type Live = {
  /** After the commit: everybody who listens to the topic hears of it, in every server. */
  announce(topic: string): void
  /** In a transaction of SQLite: the versions are looked at when it is over, and those who listen hear what became of it. */
  lookSoon(): void
  listenTo(topic: string, hear: (topic: string) => void): () => void
  /** Resolves when news of other servers arrives too; after a lost connection, when there is one again. */
  ready(): Promise<void>
}

type Place = {
  open: () => Promise<Kysely<Database>>
  /** of PostgreSQL; empty with SQLite */
  url: string
  /** milliseconds between two looks at the versions; 0: none */
  lookEvery: number
}

export const channel = 'common_ground_news'
const prefix = 'cohort:'

export function makeLive({ open, url, lookEvery }: Place): Live {
  const listeners = new Map<string, Set<(topic: string) => void>>()
  const versions = new Map<string, number>()
  /** changed, perhaps, before anybody knew from which version */
  const unsure = new Set<string>()
  const self = Math.random().toString(36).slice(2)
  let ear: PostgresEar | undefined
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined
  let lookAgain = false

  const tell = (topic: string) => {
    for (const hear of listeners.get(topic) ?? []) {
      try {
        hear(topic)
      } catch (error) {
        console.error('Somebody who listens to news failed.', error)
      }
    }
  }

  async function look(): Promise<void> {
    const ids = [...listeners.keys()].filter((topic) => topic.startsWith(prefix)).map((topic) => topic.slice(prefix.length))
    if (ids.length === 0) return
    const db = await open()
    for (const { id, version } of await db.selectFrom('cohort').select(['id', 'version']).where('id', 'in', ids).execute()) {
      const before = versions.get(id)
      versions.set(id, version)
      const news = before === undefined ? unsure.has(id) : before !== version
      unsure.delete(id)
      if (news) tell(prefix + id)
    }
  }

  /** One look at a time; what is asked for during one is done after it. */
  function lookNow(): void {
    lookAgain = true
    looking ??= (async () => {
      while (lookAgain) {
        lookAgain = false
        await look()
      }
    })()
      .catch((error: unknown) => console.warn(`News could not be looked for: ${error instanceof Error ? error.message : String(error)}`))
      .finally(() => {
        looking = undefined
        if (lookAgain) lookNow()
      })
  }

  function begin(): void {
    if (url) ear ??= listenToPostgres(url, channel, { hear: fromElsewhere, connected: lookNow })
    if (lookEvery > 0) timer ??= setInterval(lookNow, lookEvery).unref()
  }

  function end(): void {
    ear?.close()
    ear = undefined
    clearInterval(timer)
    timer = undefined
    versions.clear()
    unsure.clear()
  }

  /** @param payload `<sender>|<topic>`; the sender is empty where the database itself said it, in a transaction */
  function fromElsewhere(payload: string): void {
    const bar = payload.indexOf('|')
    if (payload.slice(0, bar) !== self) tell(payload.slice(bar + 1))
  }

  return {
    announce(topic) {
      tell(topic)
      if (!url) return
      open()
        .then((db) => sql`select pg_notify(${channel}, ${`${self}|${topic}`})`.execute(db))
        .catch((error: unknown) => console.warn(`News was not passed on: ${error instanceof Error ? error.message : String(error)}`))
    },
    lookSoon() {
      if (listeners.size === 0) return
      for (const topic of listeners.keys()) {
        const id = topic.slice(prefix.length)
        if (!versions.has(id)) unsure.add(id)
      }
      lookNow()
    },
    listenTo(topic, hear) {
      const own = listeners.get(topic) ?? new Set()
      listeners.set(topic, own)
      // its own function, so that the same one may listen twice
      const mine = (heard: string) => hear(heard)
      own.add(mine)
      begin()
      lookNow()
      return () => {
        own.delete(mine)
        if (own.size > 0 || listeners.get(topic) !== own) return
        listeners.delete(topic)
        versions.delete(topic.slice(prefix.length))
        if (listeners.size === 0) end()
      }
    },
    async ready() {
      await ear?.connected()
      await looking
    },
  }
}

const key = Symbol.for('common-ground.live')
const holder = globalThis as { [key]?: Live }

function live(): Live {
  holder[key] ??= makeLive({ open: database, url: config().databaseUrl ?? '', lookEvery: config().databaseUrl ? 30_000 : 2000 })
  return holder[key]
}

export const announce = (topic: string): void => live().announce(topic)
export const lookSoon = (): void => holder[key]?.lookSoon()
export const listenTo = (topic: string, hear: (topic: string) => void): (() => void) => live().listenTo(topic, hear)
