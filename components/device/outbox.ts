/**
 * When the exchange with the server happens: soon after a statement, on load, and whenever the line or the page comes back.
 * No polling. After a failure it tries again at growing intervals. One tab at a time.
 */

import { exchange, type Outcome } from './exchange.ts'
import { exclusive } from './exclusive.ts'
import { siblingId } from './make-id.ts'
import { nextRetry } from './next-retry.ts'
import { request } from './request.ts'
import { thisDevice } from './this-device.ts'

/** `idle`: nothing is known to be wrong. */
export type Line = 'idle' | 'sending' | Exclude<Outcome, 'done'>

/** Statements made in quick succession go together; milliseconds. */
const gather = 300
/** Coming back to the page asks the server for news, but not more often than this; milliseconds. */
const restful = 20_000

const listeners = new Set<() => void>()
let line: Line = 'idle'
let failures = 0
let lastPass = 0
let timer: ReturnType<typeof setTimeout> | undefined
let waiting: Promise<{ ok: boolean }> | undefined
let started = false

function setLine(next: Line) {
  if (next === line) return
  line = next
  for (const listener of listeners) listener()
}

export const lineState = (): Line => line

export function subscribeLine(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const renewId = (id: string) => siblingId(id, crypto.getRandomValues(new Uint8Array(8)))

async function pass(): Promise<{ ok: boolean }> {
  clearTimeout(timer)
  timer = undefined
  const outcome = await exclusive('exchange', async (): Promise<Outcome> => {
    // whoever calls from here on needs a pass that begins after this one has looked
    waiting = undefined
    if (!navigator.cookieEnabled) return 'blocked'
    setLine('sending')
    return exchange(thisDevice(), request, renewId).catch(() => 'unavailable')
  })
  lastPass = Date.now()
  setLine(outcome === 'done' ? 'idle' : outcome)
  if (outcome === 'done') failures = 0
  else if (outcome === 'offline' || outcome === 'unavailable') wake(nextRetry(++failures, Math.random()))
  return { ok: outcome === 'done' }
}

/** Sends what is unsent now and takes in what the server has. Resolves `ok: false` where the server could not be reached. */
export function flush(): Promise<{ ok: boolean }> {
  waiting ??= pass()
  return waiting
}

/** Sends soon. @param delay milliseconds */
export function wake(delay = gather): void {
  if (timer !== undefined) clearTimeout(timer)
  timer = setTimeout(() => void flush(), delay)
}

/** Called by whatever shows or makes statements; does its work once. */
export function startOutbox(): void {
  if (started) return
  started = true
  const back = () => {
    if (document.visibilityState === 'visible' && Date.now() - lastPass > restful) wake(0)
  }
  addEventListener('online', () => wake(0))
  addEventListener('pageshow', back)
  document.addEventListener('visibilitychange', back)
  void thisDevice()
    .ready()
    .then(() => wake())
}
