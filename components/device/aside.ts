/**
 * When one person gives a device to the next. What is an account's never reaches another: what the server has is taken off the
 * device, and what it has not yet waits on the disk, aside, until that account is back. Loaded only where accounts are.
 */
import type { DeviceLog } from './device-log.ts'
import { type Entry, hidden, type Meta, madeByServer, unsent } from './entry.ts'
import { unionOf } from './union-of.ts'

/**
 * What to do with what only this device has: keep it out of sight for the same account, or erase it. `stay`: private things stay where
 * they are, for who erased their record and not their words.
 */
export type Leaving = { privates: 'aside' | 'erase' | 'stay'; unsent: 'aside' | 'erase' }

/** Where the record of private copies stands (./private-copies.ts): it is about one account. */
export const copiesKey = `${hidden}copies`

/** The server speaks to `to` from now on. A guest's work goes along with whoever signs in; an account's goes to nobody else. */
export async function changeHands(log: DeviceLog, to: string | undefined, account: boolean): Promise<void> {
  const { actor, account: before } = await log.meta()
  if (actor !== to) {
    if (before) await leave(log, { privates: 'aside', unsent: 'aside' })
    else if (actor !== undefined) await log.changeActor(to)
  }
  if (to === undefined) return
  await log.note({ actor: to, ...(account ? { account } : {}) })
  if (account) await bringBack(log, to)
}

/** Takes the record off this device. The next one begins with nothing. */
export async function leave(log: DeviceLog, { privates, unsent }: Leaving): Promise<void> {
  await log.settled()
  const { actor, persistAsked } = await log.meta()
  try {
    const found = await log.kept.load()
    const here = found.entries.filter(({ delivery }) => delivery.state !== 'aside')
    const later = (entry: Entry) => unsent === 'aside' && entry.delivery.state === 'unsent' && !madeByServer(entry.statement)
    const meta: Meta = persistAsked ? { persistAsked } : {}
    await log.kept.write({
      put: actor === undefined ? [] : here.filter(later).map((entry) => ({ ...entry, delivery: { state: 'aside', of: actor } })),
      remove: here.filter((entry) => actor === undefined || !later(entry)).map(({ id }) => id),
      meta,
    })
    for (const [key, value] of found.privates) {
      if (key.startsWith(hidden) ? key !== copiesKey : privates === 'stay') continue
      if (privates === 'aside' && actor !== undefined && key !== copiesKey) await log.kept.writePrivate(asideKey(actor, key), value)
      await log.kept.erasePrivate(key)
    }
  } catch {
    // the browser keeps nothing: then there is only memory, and that is emptied now
  }
  await log.reread(true)
}

/** What waited here for this account. Where something else stands in its place by now, the two are joined if they can be. */
async function bringBack(log: DeviceLog, actor: string): Promise<void> {
  await log.settled()
  const found = await log.kept.load().catch(() => undefined)
  if (!found) return
  const put = found.entries.filter(({ delivery }) => delivery.state === 'aside' && delivery.of === actor)
  const start = asideKey(actor, '')
  const waiting = [...found.privates].filter(([key]) => key.startsWith(start))
  if (put.length === 0 && waiting.length === 0) return
  await log.kept.write({ put: put.map((entry) => ({ ...entry, delivery: unsent })) })
  for (const [asideAs, value] of waiting) {
    const key = asideAs.slice(start.length)
    const joined = unionOf(found.privates.get(key), value)
    if (!joined) continue
    await log.kept.writePrivate(key, joined.value)
    await log.kept.erasePrivate(asideAs)
  }
  await log.reread()
}

const asideKey = (actor: string, key: string) => `${hidden}${actor}/${key}`
