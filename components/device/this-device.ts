/** The one device log of this page. Made at first use in the browser; on the server there is none. */
import { type Channel, createDeviceLog, type DeviceLog } from './device-log.ts'
import { indexed } from './indexed.ts'
import { lastWordsHere, withLastWords } from './last-words.ts'
import { movesName, readMoves } from './moves.ts'

const name = 'common-ground'

function tabs(): Channel | undefined {
  if (typeof BroadcastChannel === 'undefined') return undefined
  const channel = new BroadcastChannel(name)
  return {
    post: (news) => channel.postMessage(news),
    listen: (hear) => channel.addEventListener('message', (event) => hear(event.data)),
  }
}

/** Ids of before → ids of today, as this page says. */
export function movesHere() {
  return readMoves(typeof document === 'undefined' ? null : document.querySelector<HTMLMetaElement>(`meta[name="${movesName}"]`)?.content)
}

let log: DeviceLog | undefined

export function thisDevice(): DeviceLog {
  log ??= createDeviceLog(withLastWords(indexed(name), lastWordsHere), tabs(), movesHere())
  return log
}
