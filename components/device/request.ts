/**
 * One exchange with the server. Never throws: a lost connection, a hotel's log-in page in place of the site and a refusal
 * are values. One request at a time over all tabs, so that a device that has no guest yet makes one guest and not two.
 */
import { exclusive } from './exclusive.ts'

export type Reply<T> =
  | { ok: true; value: T }
  /** `status` is there where the site itself spoke; `offline` and `unavailable` are said on this side */
  | { ok: false; code: string; message?: string; status?: number }

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Milliseconds after which a request counts as lost: long enough for a slow line, short enough not to block the next. */
const patience = 30_000
/** Browsers let small requests outlive the page (64 kB in all). */
const mayOutlive = 30_000

export function request<T>(method: Method, path: string, body?: unknown): Promise<Reply<T>> {
  return exclusive('request', async (): Promise<Reply<T>> => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    try {
      const response = await fetch(path, {
        method,
        headers: { accept: 'application/json', ...(text === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(text === undefined ? {} : { body: text, keepalive: text.length < mayOutlive }),
        cache: 'no-store',
        signal: AbortSignal.timeout(patience),
      })
      return readReply<T>(response.status, await response.text())
    } catch {
      return { ok: false, code: 'offline' }
    }
  })
}

/** @param text body of the response: `{ ok: true, value }` or `{ ok: false, code, message }` where the site itself spoke */
export function readReply<T>(status: number, text: string): Reply<T> {
  try {
    const reply = JSON.parse(text)
    if (reply?.ok === true && status < 300) return { ok: true, value: reply.value }
    if (reply?.ok === false && typeof reply.code === 'string')
      return { ok: false, code: reply.code, status, ...(typeof reply.message === 'string' ? { message: reply.message } : {}) }
  } catch {
    // not the site's own words: a proxy's error page, a log-in page
  }
  return { ok: false, code: 'unavailable' }
}
