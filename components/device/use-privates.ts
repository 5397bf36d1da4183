'use client'

import { useCallback, useSyncExternalStore } from 'react'
import { thisDevice } from './this-device.ts'

const subscribe = (listener: () => void) => thisDevice().subscribe(listener)

/**
 * Everything that is private on this device under a prefix, by key.
 * @returns `values` null on the server and until the log has been read; `save` and `erase` show at once and write
 */
export function usePrivates(prefix = ''): {
  values: ReadonlyMap<string, unknown> | null
  save(key: string, value: unknown): void
  erase(key: string): void
} {
  const values = useSyncExternalStore(
    subscribe,
    useCallback(() => thisDevice().privates(prefix), [prefix]),
    () => null,
  )
  return {
    values,
    save: (key, value) => void thisDevice().savePrivate(key, value),
    erase: (key) => void thisDevice().erasePrivate(key),
  }
}
