'use client'

import { useSyncExternalStore } from 'react'
import type { Statement } from '#lib/statement/schema.ts'
import { startOutbox } from './outbox.ts'
import { thisDevice } from './this-device.ts'

const onServer = () => null

function subscribe(listener: () => void): () => void {
  startOutbox()
  return thisDevice().subscribe(listener)
}

/**
 * The learner's own statements about `prefix` and everything under it, ordered by id (that is, as they were made).
 * The array stays the same as long as nothing under the prefix changed.
 * @param prefix object id or the beginning of its path: `networking` covers `networking/quiz`; everything where left out
 * @returns null on the server and until the log has been read
 */
export function useStatements(prefix = ''): readonly Statement[] | null {
  return useSyncExternalStore(subscribe, () => thisDevice().statements(prefix), onServer)
}
