/**
 * The learner's log on this device: memory in front, IndexedDB behind. What was appended is shown at once; it counts as
 * kept when its transaction has completed. Statements are never edited, only their delivery moves on. Nothing here throws
 * into the page: where the browser keeps nothing (private mode, full disk), the log lives in memory and says so.
 * Tabs of one browser agree through a channel that carries ids only; the truth between them is the disk.
 */
import type { Statement } from '#lib/statement/schema.ts'
import { acked, type Delivery, type Entry, hidden, isUnder, type Meta, madeByServer, unsent } from './entry.ts'
import type { Kept, Loaded } from './kept.ts'
import { keyOfToday, type Moves, olderKeys } from './moves.ts'

export type LogStatus = {
  readonly loaded: boolean
  /** `memory`: something is not on the disk and is gone when the page closes */
  readonly where: 'device' | 'memory'
  readonly writing: boolean
  readonly count: number
  readonly unsent: number
  /** codes of the statements the server would not take */
  readonly refused: readonly string[]
}

type News = { ids: readonly string[] } | { key: string } | { all: true } | { left: true }
export type Channel = { post(news: News): void; listen(hear: (news: News) => void): void }

/** Some browsers leave a request to open a database unanswered; the page does not wait longer than this, in milliseconds. */
const patience = 3_000

export type DeviceLog = ReturnType<typeof createDeviceLog>

/** @param moves ids under which older statements and private things are shown; they are kept and sent as they were made */
export function createDeviceLog(kept: Kept, channel?: Channel, moves: Moves = new Map()) {
  const entries = new Map<string, Entry>()
  const privates = new Map<string, unknown>()
  const renamed = new Map<string, Statement>()
  /** ids of entries whose memory is ahead of the disk */
  const ahead = new Set<string>()
  const inFlight = new Set<Promise<void>>()
  const listeners = new Set<() => void>()
  const views = new Map<string, { version: number; list: readonly Statement[] }>()
  const privateViews = new Map<string, { version: number; map: ReadonlyMap<string, unknown> }>()
  let meta: Meta = {}
  let loaded = false
  let failing = false
  /** private keys whose last write failed */
  const unkept = new Set<string>()
  let version = 0
  let status: { version: number; value: LogStatus } | undefined

  /** Stays the same object, as a statement does. */
  function underCurrentId(statement: Statement): Statement {
    const object = moves.get(statement.object)
    if (object === undefined) return statement
    const known = renamed.get(statement.id) ?? { ...statement, object }
    renamed.set(statement.id, known)
    return known
  }

  function notify() {
    version++
    for (const listener of listeners) listener()
  }
  /** Keeps the statement object a hook may already hold: a statement never changes. */
  function place(entry: Entry) {
    if (entry.delivery.state === 'aside') return void entries.delete(entry.id)
    const before = entries.get(entry.id)
    entries.set(entry.id, before ? { ...entry, statement: before.statement } : entry)
  }
  function track(write: Promise<void>, settle: (failed: boolean) => void): Promise<void> {
    const done = write
      .then(
        () => settle(false),
        () => settle(true),
      )
      .finally(() => {
        inFlight.delete(done)
        notify()
      })
    inFlight.add(done)
    notify()
    return done
  }
  /** Shows a change at once and writes it, with whatever an earlier failure left behind. */
  function commit(changed: readonly Entry[], nextMeta?: Meta, removed: readonly string[] = []): Promise<void> {
    for (const entry of changed) {
      place(entry)
      ahead.add(entry.id)
    }
    for (const id of removed) {
      entries.delete(id)
      ahead.delete(id)
    }
    if (nextMeta) meta = nextMeta
    const put = [...ahead].flatMap((id) => entries.get(id) ?? [])
    const write = kept.write({ put, remove: removed, ...(nextMeta ? { meta: nextMeta } : {}) }).then(() => {
      for (const entry of put) if (entries.get(entry.id)?.delivery === entry.delivery) ahead.delete(entry.id)
      channel?.post(removed.length > 0 ? { all: true } : { ids: put.map((entry) => entry.id) })
    })
    return track(write, (failed) => {
      failing = failed
    })
  }
  function writePrivately(key: string, write: Promise<void>): Promise<void> {
    const told = write.then(() => channel?.post({ key }))
    return track(told, (failed) => {
      if (failed) unkept.add(key)
      else unkept.delete(key)
    })
  }
  function take(from: Loaded, replace: boolean) {
    if (replace) for (const id of entries.keys()) if (!ahead.has(id)) entries.delete(id)
    for (const entry of from.entries) if (!ahead.has(entry.id)) place(entry)
    for (const [key, value] of from.privates) if (!key.startsWith(hidden) && (replace || !privates.has(key))) privates.set(key, value)
    meta = { ...from.meta, ...(replace ? {} : meta) }
  }
  async function load() {
    const opening = kept.load().then(
      (found) => {
        take(found, false)
        failing = false
        if (loaded && ahead.size > 0) void commit([])
      },
      () => {
        failing = true
      },
    )
    const late = new Promise<'late'>((resolve) => setTimeout(resolve, patience, 'late'))
    if ((await Promise.race([opening, late])) === 'late') {
      failing = true
      void opening.then(notify)
    }
    loaded = true
    notify()
  }
  function drop() {
    entries.clear()
    ahead.clear()
    privates.clear()
    unkept.clear()
    meta = {}
  }
  let loading: Promise<void> | undefined
  const ready = () => {
    loading ??= load()
    return loading
  }
  channel?.listen(async (news) => {
    try {
      if ('key' in news) {
        const value = await kept.readPrivate(news.key)
        if (value === undefined) privates.delete(news.key)
        else privates.set(news.key, value)
      } else if ('left' in news) drop()
      else if ('all' in news) take(await kept.load(), true)
      else for (const entry of await kept.read(news.ids)) if (!ahead.has(entry.id)) place(entry)
      notify()
    } catch {
      // what another tab did will be seen at the next load
    }
  })

  return {
    ready,
    /** for what works on the disk itself (./aside.ts, ./private-copies.ts): let the log be `settled` before, and `reread` it after */
    kept,
    /** @param left whether somebody went: then what is not on the disk is gone from memory too, in every tab */
    async reread(left = false): Promise<void> {
      if (left) drop()
      const found = await kept.load().catch(() => undefined)
      if (found) take(found, true)
      if (left) channel?.post({ left: true })
      channel?.post({ all: true })
      notify()
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      void ready()
      return () => {
        listeners.delete(listener)
      }
    },
    /** Ordered by id; the same array as long as nothing under the prefix changed. Null until loaded. */
    statements(prefix = ''): readonly Statement[] | null {
      if (!loaded) return null
      const view = views.get(prefix)
      if (view?.version === version) return view.list
      const found: Statement[] = []
      for (const entry of entries.values()) {
        const statement = underCurrentId(entry.statement)
        if (isUnder(statement.object, prefix)) found.push(statement)
      }
      found.sort((a, b) => (a.id < b.id ? -1 : 1))
      const same = view && view.list.length === found.length && view.list.every((statement, i) => statement === found[i])
      const list = same ? view.list : found
      views.set(prefix, { version, list })
      return list
    },
    status(): LogStatus {
      if (status?.version === version) return status.value
      const waiting = [...entries.values()]
      const value: LogStatus = {
        loaded,
        where: failing || unkept.size > 0 ? 'memory' : 'device',
        writing: inFlight.size > 0,
        count: waiting.length,
        unsent: waiting.filter((entry) => entry.delivery.state === 'unsent').length,
        refused: waiting.flatMap(({ delivery }) => (delivery.state === 'refused' ? [delivery.code] : [])),
      }
      status = { version, value }
      return value
    },
    /** The last id this device knows, so that new ones sort after it. */
    lastId(): string {
      let last = ''
      for (const id of entries.keys()) if (id > last) last = id
      return last
    },
    append(statement: Statement): Promise<void> {
      return commit([{ id: statement.id, statement, delivery: unsent }])
    },
    /** Resolves when nothing is being written; never rejects. */
    async settled(): Promise<void> {
      await ready()
      while (inFlight.size > 0) await Promise.all(inFlight)
    },
    /** What the server has not acknowledged, of this tab and of any other, oldest first. */
    async unsent(): Promise<Statement[]> {
      const strangers = (await kept.unsent().catch(() => [])).filter((entry) => !entries.has(entry.id))
      for (const entry of strangers) place(entry)
      if (strangers.length > 0) notify()
      const waiting = [...entries.values()].filter((entry) => entry.delivery.state === 'unsent')
      return waiting.map((entry) => entry.statement).sort((a, b) => (a.id < b.id ? -1 : 1))
    },
    deliver(results: readonly { id: string; delivery: Delivery }[]): Promise<void> {
      const changed = results.flatMap(({ id, delivery }) => {
        const entry = entries.get(id)
        return entry ? [{ ...entry, delivery }] : []
      })
      return commit(changed)
    },
    /** The same statement under another id, to be sent: for an id that the server holds for somebody else. */
    renew(id: string, nextId: string): Promise<void> {
      const entry = entries.get(id)
      if (!entry) return Promise.resolve()
      return commit([{ id: nextId, statement: { ...entry.statement, id: nextId }, delivery: unsent }], undefined, [id])
    },
    /** Takes in what the server has, and how far that goes. What it has, it has: an unsent twin becomes acknowledged. */
    adopt(statements: readonly Statement[], nextMeta: Meta): Promise<void> {
      const changed = statements.map((statement) => ({ id: statement.id, statement, delivery: acked }))
      return commit(changed, { ...meta, ...nextMeta })
    },
    /**
     * The server speaks to another learner than before (its cookie was lost, say): everything made in a browser is to be sent
     * again, and what only the server can make is forgotten here; it will come back by `since` if that learner does.
     */
    changeActor(actor: string | undefined, account = false): Promise<void> {
      const all = [...entries.values()]
      const removed = all.filter((entry) => madeByServer(entry.statement)).map((entry) => entry.id)
      const again = all.filter((entry) => entry.delivery.state === 'acked' && !madeByServer(entry.statement))
      const { actor: _actor, cursor: _cursor, account: _account, ...rest } = meta
      return commit(
        again.map((entry) => ({ ...entry, delivery: unsent })),
        actor === undefined ? rest : { ...rest, actor, ...(account ? { account } : {}) },
        removed,
      )
    },
    /** As any tab last wrote it. */
    async meta(): Promise<Meta> {
      await ready()
      if (!failing) meta = await kept.meta().catch(() => meta)
      return meta
    },
    note(more: Meta): Promise<void> {
      return commit([], { ...meta, ...more })
    },
    privateValue(key: string): unknown {
      const held = [key, ...olderKeys(key, moves)].find((one) => privates.has(one))
      return held === undefined ? undefined : privates.get(held)
    },
    /** Every private value whose key begins with the prefix, by key; the same map as long as none of them changed. Null until loaded. */
    privates(prefix = ''): ReadonlyMap<string, unknown> | null {
      if (!loaded) return null
      const view = privateViews.get(prefix)
      if (view?.version === version) return view.map
      const today = new Map([...privates].map(([key, value]) => [keyOfToday(key, moves), value]))
      for (const [key, value] of privates) if (today.has(key)) today.set(key, value)
      const found = new Map([...today].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1)))
      const same =
        view && view.map.size === found.size && [...found].every(([key, value]) => view.map.has(key) && view.map.get(key) === value)
      const map = same ? view.map : found
      privateViews.set(prefix, { version, map })
      return map
    },
    savePrivate(key: string, value: unknown): Promise<void> {
      privates.set(key, value)
      return writePrivately(key, kept.writePrivate(key, value))
    },
    async erasePrivate(key: string): Promise<void> {
      const all = [key, ...olderKeys(key, moves).filter((one) => privates.has(one))]
      for (const one of all) privates.delete(one)
      await Promise.all(all.map((one) => writePrivately(one, kept.erasePrivate(one))))
    },
  }
}
