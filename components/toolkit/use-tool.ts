'use client'

import { useMemo, useSyncExternalStore } from 'react'
import { usePrivate } from '#components/device/use-private.ts'
import { type ToolId, toolKey } from '#lib/toolkit/tools.ts'

/**
 * What the device keeps for a tool, read by the tool's own reader: whatever was kept, by this or an older site, comes out whole.
 * @param from drops what it does not know and never throws; a constant, so that the value keeps its identity
 * @returns `value` null until the device has been read
 */
export function useTool<T>(tool: ToolId, from: (kept: unknown) => T): { value: T | null; save(next: T): void; erase(): void } {
  const kept = usePrivate<unknown>(toolKey(tool), undefined)
  const loaded = kept.value !== null
  const value = useMemo(() => (loaded ? from(kept.value) : null), [loaded, kept.value, from])
  return { value, save: kept.save, erase: kept.erase }
}

/** Today where the learner is, as an ISO date. */
export function today(): string {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, 60_000)
  document.addEventListener('visibilitychange', listener)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', listener)
  }
}

/** The same, also in a page that stays open overnight; null on the server. */
export function useToday(): string | null {
  return useSyncExternalStore(subscribe, today, () => null)
}

/** For a new entry; also where the page does not come over https, in which browsers have no randomUUID. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
