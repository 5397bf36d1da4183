/**
 * Job aids, notes and bookmarks of somebody with an account who chose to keep them on the site too: what changed here goes there, what
 * changed there comes here. Invariant: nothing is overwritten that was not seen. Where both changed, the two are joined if they can be;
 * otherwise both stay where they are until a person chooses. Free of browser and clock; loaded only where it is used.
 */
import { isCopied } from '#lib/account/private-keys.ts'
import { copiesKey } from './aside.ts'
import type { DeviceLog } from './device-log.ts'
import type { Ask } from './exchange.ts'
import { same, unionOf } from './union-of.ts'

/** The same thing as it is on this device and on the site; `at` is when the site got its version, in milliseconds. */
export type Clash = { key: string; here: unknown; there: unknown; version: number; at: number }
export type Synced =
  | { ok: true; on: false }
  /** `full`: keys for which the site has no room */
  | { ok: true; on: true; count: number; clashes: Clash[]; full: string[] }
  | { ok: false; code: string; message?: string }

/** What was the same on both sides when they last met. */
type Known = { since: number; copies: Record<string, { version: number; print: string }> }
type CopyList = { since: number | null; copies: { key: string; version: number; updatedAt: number }[] }
type Copy = { value: unknown; version: number; updatedAt: number }

const path = '/api/private/copy'

export async function syncCopies(log: DeviceLog, ask: Ask): Promise<Synced> {
  const reply = await ask<CopyList>('GET', '/api/private')
  if (!reply.ok) return reply
  const { since, copies } = reply.value
  await log.settled()
  if (since === null) {
    await log.kept.erasePrivate(copiesKey).catch(() => undefined)
    return { ok: true, on: false }
  }
  const { known, privates } = await readHere(log, since)
  const clashes: Clash[] = []
  const full: string[] = []
  const keys = new Set([...[...privates.keys()].filter(isCopied), ...copies.map(({ key }) => key)])
  for (const key of keys) {
    const here: unknown = privates.get(key) ?? null
    const there = copies.find((copy) => copy.key === key)
    const base = there ? known.copies[key] : undefined
    const newHere = base ? print(here) !== base.print : here !== null
    const newThere = there !== undefined && base?.version !== there.version
    let value: unknown = here
    let over = there?.version ?? 0
    if (newThere) {
      const copy = await ask<Copy>('GET', `${path}?key=${encodeURIComponent(key)}`)
      if (!copy.ok) {
        if (copy.code === 'not_found') continue
        return copy
      }
      const joined = newHere ? unionOf(here, copy.value.value) : { value: copy.value.value }
      over = copy.value.version
      if (!joined) {
        clashes.push({ key, here, there: copy.value.value, version: over, at: copy.value.updatedAt })
        continue
      }
      // somebody is writing in it this moment: it waits for the next time
      if (!same(log.privateValue(key) ?? null, here)) continue
      value = joined.value
      if (!same(value, here)) await place(log, key, value)
      if (same(value, copy.value.value)) {
        known.copies[key] = { version: over, print: print(value) }
        continue
      }
    } else if (!newHere) continue
    const written = await ask<{ version: number }>('PUT', path, { key, value, over })
    if (written.ok) known.copies[key] = { version: written.value.version, print: print(value) }
    else if (written.code === 'copies_full') full.push(key)
    // changed there while this was on its way: both are looked at the next time
    else if (written.code !== 'newer_copy') {
      await remember(log, known)
      return written
    }
  }
  await remember(log, known)
  return { ok: true, on: true, count: keys.size, clashes, full }
}

/** What a person chose where two devices say different things. What is not chosen is gone after this. */
export async function chooseCopy(log: DeviceLog, ask: Ask, clash: Clash, keep: 'here' | 'there'): Promise<Synced> {
  const list = await ask<CopyList>('GET', '/api/private')
  if (!list.ok) return list
  const { since } = list.value
  if (since !== null) {
    const { known } = await readHere(log, since)
    const here = log.privateValue(clash.key) ?? null
    // taken as seen: what is here is newer than that version, or gives way to it
    known.copies[clash.key] = { version: clash.version, print: print(keep === 'here' ? clash.there : here) }
    if (keep === 'there') {
      await place(log, clash.key, clash.there)
      known.copies[clash.key] = { version: clash.version, print: print(clash.there) }
    }
    await remember(log, known)
  }
  return syncCopies(log, ask)
}

async function readHere(log: DeviceLog, since: number): Promise<{ known: Known; privates: ReadonlyMap<string, unknown> }> {
  const privates = (await log.kept.load().catch(() => undefined))?.privates ?? new Map(log.privates() ?? [])
  const kept = privates.get(copiesKey) as Known | undefined
  return { known: kept?.since === since ? kept : { since, copies: {} }, privates }
}

async function place(log: DeviceLog, key: string, value: unknown): Promise<void> {
  await (value === null ? log.erasePrivate(key) : log.savePrivate(key, value))
}

async function remember(log: DeviceLog, known: Known): Promise<void> {
  await log.kept.writePrivate(copiesKey, known).catch(() => undefined)
}

/** A short name for a value; two different ones share it about once in 2^53 (the multiplications of cyrb53, public domain). */
export function print(value: unknown): string {
  const text = JSON.stringify(value ?? null)
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    high = Math.imul(high ^ text.charCodeAt(at), 2654435761)
    low = Math.imul(low ^ text.charCodeAt(at), 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return `${text.length}-${(4294967296 * (2097151 & low) + (high >>> 0)).toString(36)}`
}
