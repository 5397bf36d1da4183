/** Which words say where the learner's work is. Pure: the keys of messages, most urgent first. */
import type { LogStatus } from './device-log.ts'
import type { Line } from './outbox.ts'

export type SavedWord =
  | 'nothing'
  | 'saving'
  | 'saved'
  | 'onDevice'
  | 'onDeviceOffline'
  | 'onDeviceUnavailable'
  | 'onDeviceBlocked'
  | 'onDeviceClock'
  | 'onDeviceSignedOut'
  | 'notHere'
  | 'notHereSent'

/** @returns the word for the whole log, and whether it is trouble that should be announced */
export function describeSaved(log: LogStatus, line: Line): { word: SavedWord; trouble: boolean } {
  if (!log.loaded) return { word: 'nothing', trouble: false }
  if (log.where === 'memory') return { word: log.unsent > 0 || log.count === 0 ? 'notHere' : 'notHereSent', trouble: true }
  if (log.count === 0) return { word: 'nothing', trouble: false }
  if (log.writing) return { word: 'saving', trouble: false }
  if (log.unsent === 0) return { word: 'saved', trouble: false }
  switch (line) {
    case 'idle':
    case 'sending':
      return { word: 'onDevice', trouble: false }
    case 'offline':
      return { word: 'onDeviceOffline', trouble: true }
    case 'unavailable':
      return { word: 'onDeviceUnavailable', trouble: true }
    case 'blocked':
      return { word: 'onDeviceBlocked', trouble: true }
    case 'clock':
      return { word: 'onDeviceClock', trouble: true }
    case 'signed-out':
      return { word: 'onDeviceSignedOut', trouble: true }
    default:
      return line satisfies never
  }
}
