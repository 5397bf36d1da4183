'use client'

import { useState, useSyncExternalStore } from 'react'
import { thisDevice } from './this-device.ts'

const subscribe = (listener: () => void) => thisDevice().subscribe(listener)
const onServer = () => false

/**
 * What the learner writes for themselves: kept on this device, never sent, gone when erased.
 * @param key object id of the activity, with a name after `#` where it keeps several things
 * @param initial the value where nothing is kept
 * @returns `value` null on the server and until the log has been read; `save` shows at once and writes
 */
export function usePrivate<T>(key: string, initial: T): { value: T | null; save(next: T): void; erase(): void } {
  const [first] = useState(initial)
  const loaded = useSyncExternalStore(subscribe, () => thisDevice().status().loaded, onServer)
  const kept = useSyncExternalStore(
    subscribe,
    () => thisDevice().privateValue(key) as T | undefined,
    () => undefined,
  )
  return {
    value: loaded ? (kept === undefined ? first : kept) : null,
    save: (next) => void thisDevice().savePrivate(key, next),
    erase: () => void thisDevice().erasePrivate(key),
  }
}
